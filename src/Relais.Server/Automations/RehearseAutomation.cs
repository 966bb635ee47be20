using Microsoft.EntityFrameworkCore;
using Relais.Domain.Automations;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Automations;

/// <summary>
/// What an automation would have done with the last messages that came in, before it is saved: it runs as it will, on copies of
/// them that nobody keeps.
/// </summary>
public static class RehearseAutomation
{
    private const int Examined = 500;
    private const int ExamplesShown = 50;

    /// <summary>So far back it looks, also on a channel where hardly anybody writes.</summary>
    private const int LookedThrough = 20_000;

    /// <param name="Messages">How many were looked at.</param>
    /// <param name="Matched">How many of them it is for.</param>
    /// <param name="Tagged">Messages that would have been given a tag.</param>
    /// <param name="Filed">Conversations that would have been given a topic.</param>
    /// <param name="Resolved">Conversations that would have been over at once.</param>
    /// <param name="Examples">The newest it is for.</param>
    public sealed record Answer(int Messages, int Matched, int Tagged, int Filed, int Resolved, IReadOnlyList<RehearsedMessage> Examples);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/automations/rehearsal", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RehearseAutomation").WithTags("Automations").WithSummary("What an automation would have done with the last 500 messages")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(AutomationDraft request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var world = await AutomationBook.World(db, me.OrganisationId, cancel);
        var automation = new Automation(me.OrganisationId, request.ToPlan(), 0, me.AsActor(), now);
        await db.RefuseUnknown(automation, world, cancel);
        var rules = new AutomationRules([automation], world);
        var messages = await Last(db, automation, cancel);
        var matched = messages.Where(one => rules.Decide(one.Message.ChannelId, one.Message.Text, isFirst: false) != AutomationDecision.Nothing)
            .Select(one => Run(rules, one, now)).ToList();
        return TypedResults.Ok(new Answer(
            messages.Count, matched.Count, matched.Count(one => one.Tagged), Conversations(matched, one => one.Filed), Conversations(matched, one => one.Resolved),
            [.. matched.Take(ExamplesShown)]));
    }

    private static int Conversations(IEnumerable<RehearsedMessage> messages, Func<RehearsedMessage, bool> which) =>
        messages.Where(which).Select(one => one.ConversationId).Distinct().Count();

    /// <summary>The newest first.</summary>
    private static async Task<List<Past>> Last(RelaisDb db, Automation automation, CancellationToken cancel)
    {
        var (everywhere, channels) = (automation.EveryChannel, automation.ChannelIds.ToArray());
        var newest = db.Messages.AsNoTracking().OrderByDescending(row => row.Id).Take(LookedThrough);
        var found = await (
            from message in newest
            where message.Direction == Direction.In && message.Kind != MessageKind.System && (everywhere || channels.Contains(message.ChannelId))
            orderby message.Id descending
            select message).Take(Examined).ToListAsync(cancel);
        var ids = found.Select(message => message.ConversationId).Distinct().ToArray();
        var conversations = await (
            from conversation in db.Conversations.AsNoTracking()
            where ids.Contains(conversation.Id)
            join contact in db.Contacts.AsNoTracking() on conversation.ContactId equals contact.Id
            select new { conversation, contact }).ToDictionaryAsync(row => row.conversation.Id, cancel);
        // A conversation is written down at the very moment at which its first message is.
        var firsts = found.Where(message => message.ReceivedAt == conversations[message.ConversationId].conversation.OpenedAt)
            .GroupBy(message => message.ConversationId).Select(same => same.Last().Id).ToHashSet();
        return [.. found.Select(message => new Past(message, conversations[message.ConversationId].conversation, conversations[message.ConversationId].contact, firsts.Contains(message.Id)))];
    }

    private static RehearsedMessage Run(AutomationRules rules, Past past, DateTimeOffset now)
    {
        var (message, conversation, contact, isFirst) = past;
        var copy = new Thread(message.OrganisationId, message.ChannelId, contact, conversation.Visibility, post: null, now).Open(contact.AsActor(), now);
        var said = Message.FromContact(copy, new MessageContent(message.Kind, message.Text), message.Id.ToString("N"), contact.AsActor(), now, now);
        rules.Follow(copy, said, isFirst, now);
        return new RehearsedMessage(
            message.Id, conversation.Id, conversation.Number, contact.DisplayName, message.At, Texts.Fit(message.Text, Conversation.PreviewLimit) ?? "",
            said.TagIds.Count > 0, copy.TopicIds.Count > 0, copy.IsResolved);
    }

    private sealed record Past(Message Message, Conversation Conversation, Contact Contact, bool IsFirst);
}

/// <summary>A message the automation is for, and what it would have done.</summary>
/// <param name="Number">What people call its conversation.</param>
/// <param name="Filed">Whether its conversation would have been given a topic.</param>
/// <param name="Resolved">Whether its conversation would have been over at once.</param>
public sealed record RehearsedMessage(
    Guid Id, Guid ConversationId, int Number, string Contact, DateTimeOffset At, string Text, bool Tagged, bool Filed, bool Resolved);
