using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Surveys;
using Relais.Server.Surveys;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Channels;

/// <summary>Whether what a contact writes answers a survey. An answer is no new conversation, and automations do not look at it.</summary>
internal sealed partial class IntakeBatch
{
    private async Task<SurveyOutcome> AskAboutSurvey(Fact item, MessageIn fact, Contact contact, Thread thread, CancellationToken cancel)
    {
        if (fact.Kind == MessageKind.System || fact.IsAutomatic || fact.Visibility != Visibility.Private || contact.IsBlocked) return SurveyOutcome.None;

        var open = state.Open(thread);
        if (await surveying.RequestFor(open, thread.Id, fact.Text, cancel) is not { } request) return SurveyOutcome.None;
        if (open is not null && !request.Takes(fact.Text, fact.Files.Count > 0)) return new SurveyOutcome(false, await surveying.Stop(open, request, cancel));
        if ((open ?? await state.Recall(request.ConversationId, cancel)) is not { } conversation) return SurveyOutcome.None;

        var content = new MessageContent(fact.Kind, fact.Text, Files(item.Channel, fact.Files), fact.Extra, QuoteOf(item.Channel, fact.ReplyToExternalId));
        var message = Message.FromContact(conversation, content, fact.ExternalId, contact.AsActor(), NotAhead(fact.At), now);
        if (conversation.IsResolved) surveying.Resume(conversation, request);
        conversation.Receive(message);
        thread.Heard(NotAhead(fact.At));
        state.Add(message);
        foreach (var said in await surveying.Hear(new SurveyHeard(conversation, request, contact, message, item.Kind.CapabilitiesOf(item.Channel)), cancel))
        {
            HasAnswered = true;
            state.Say(said);
        }

        return new SurveyOutcome(true, null);
    }

    /// <param name="IsAnswered">Whether the message was for a survey, and all there was to do is done.</param>
    /// <param name="Resolver">Who goes on, where it ended one.</param>
    private sealed record SurveyOutcome(bool IsAnswered, Guid? Resolver)
    {
        public static readonly SurveyOutcome None = new(false, null);
    }
}
