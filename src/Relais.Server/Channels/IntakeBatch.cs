using Relais.Domain.Automations;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Automations;
using Relais.Server.Contacts;
using Relais.Server.Persistence;
using Relais.Server.Surveys;
using Relais.Server.VirtualAgents;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Channels;

/// <summary>Applies facts to the domain, one after the other, and writes everything they changed at once.</summary>
internal sealed partial class IntakeBatch(
    RelaisDb db, ContactBooks books, AutomationBook automationBook, Responding responding, Surveying surveying, DateTimeOffset now)
{
    /// <summary>A status may overtake the answer it is about: so long it waits for it.</summary>
    private static readonly TimeSpan StatusPatience = TimeSpan.FromSeconds(30);

    private readonly IntakeState state = new(db, books, now);
    private readonly HashSet<long> later = [];
    private IReadOnlyDictionary<Guid, AutomationRules> automations = new Dictionary<Guid, AutomationRules>();

    /// <summary>Whether something was answered by itself.</summary>
    public bool HasAnswered { get; private set; }

    /// <returns>The journal items that must be looked at again.</returns>
    public async Task<IReadOnlySet<long>> Apply(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        await state.Load(facts, cancel);
        automations = await automationBook.Open(db, facts.Where(fact => fact.Inbound is MessageIn).Select(fact => fact.Channel.OrganisationId), cancel);
        foreach (var fact in facts)
        {
            await Apply(fact, cancel);
            state.CollectEvents();
        }

        await state.Save(cancel);
        return later;
    }

    private async Task Apply(Fact fact, CancellationToken cancel)
    {
        var person = await state.Unite(fact, cancel);
        switch (fact.Inbound)
        {
            case MessageIn message: await Receive(fact, message, cancel); break;
            case EchoIn echo: Echo(fact.Channel, echo, fact.Kind.CapabilitiesOf(fact.Channel).In(echo.Visibility)); break;
            case StatusIn status: Deliver(fact, status); break;
            case ReactionIn reaction: React(fact.Channel, reaction); break;
            case EditIn edit: state.Message(fact.Channel, edit.TargetExternalId)?.Edit(edit.Text, edit.At); break;
            case HidingIn hiding: Hide(fact.Channel, hiding); break;
            case RemovalIn removal: state.Message(fact.Channel, removal.TargetExternalId)?.Remove(by: null, removal.At); break;
            case ReadIn read: await Read(fact.Channel, read, cancel); break;
            case IdentityIn identity: state.Rename(fact.Channel, person, identity); break;
            case AccountIn account: await Report(fact.Channel, account, cancel); break;
            default: throw new NotSupportedException($"Nothing applies a {fact.Inbound.GetType().Name}.");
        }
    }

    private async Task Receive(Fact item, MessageIn fact, CancellationToken cancel)
    {
        var channel = item.Channel;
        if (state.Message(channel, fact.ExternalId) is not null || state.CameElsewhere(channel, fact)) return;
        if (fact.OnlyOfAcquaintances && state.ContactOf(channel, fact.From) is null) return;

        if (now - item.Item.ReceivedAt < state.PatienceWith(channel, fact))
        {
            later.Add(item.Item.Id);
            return;
        }

        if (JoinedBy(channel, fact) is { } joined)
        {
            Join(channel, fact, joined);
            return;
        }

        var contact = state.Recognise(channel, fact.From);
        var thread = state.ThreadOf(channel, contact, fact.Visibility, fact.Post);
        state.Keep(item, fact);
        if (fact.Consent is { } isGiven) state.Note(new Consent(contact, channel.Id, isGiven, fact.Text ?? fact.Kind.ToString(), contact.AsActor(), NotAhead(fact.At)));
        var survey = await AskAboutSurvey(item, fact, contact, thread, cancel);
        if (survey.IsAnswered) return;

        var (conversation, message) = Hear(channel, fact, thread, contact, contact.AsActor());
        if (survey.Resolver is { } resolver && !conversation.IsResolved) conversation.Assign(resolver, Actor.System, now);
        // A notice of the provider is not the contact's word: it opens no reply window.
        if (fact.Kind != MessageKind.System) thread.Heard(NotAhead(fact.At));
        await Respond(fact, new Heard(conversation, contact, message, channel, item.Kind.CapabilitiesOf(channel)), cancel);
    }

    /// <summary>What is written in a contact's thread, by him or by somebody else, up to where people are chosen.</summary>
    private (Conversation Conversation, Message Message) Hear(ConnectedChannel channel, MessageIn fact, Thread thread, Contact contact, Actor author)
    {
        var conversation = state.OpenConversation(thread, author);
        var isFirst = conversation.Events.OfType<ConversationOpened>().Any();
        var content = new MessageContent(
            fact.Kind, fact.Text, Files(channel, fact.Files), fact.Extra, QuoteOf(channel, fact.ReplyToExternalId));
        var message = Message.FromContact(conversation, content, fact.ExternalId, author, NotAhead(fact.At), now);
        conversation.Receive(message);
        if (contact.IsBlocked) conversation.ResolveAsBlocked(now);
        else if (isFirst && state.IsMuted(channel, fact)) conversation.ResolveAsMuted(now);
        automations[channel.OrganisationId].Follow(conversation, message, isFirst, now);
        state.ReleaseFromAbsent(conversation);
        state.Add(message);
        return (conversation, message);
    }

    /// <summary>A virtual agent that has the conversation, or takes what begins on the channel, answers in the same transaction.</summary>
    private async Task Respond(MessageIn fact, Heard heard, CancellationToken cancel)
    {
        var isFirst = heard.Conversation.Events.OfType<ConversationOpened>().Any();
        foreach (var answer in await responding.Hear(heard with { IsFirst = isFirst, IsAutomatic = fact.IsAutomatic }, cancel))
        {
            HasAnswered = true;
            state.Say(answer);
        }
    }

    private void Echo(ConnectedChannel channel, EchoIn fact, Capabilities can)
    {
        if (state.Message(channel, fact.ExternalId) is not null || ThreadOf(channel, fact) is not { } thread) return;

        if (state.UnderWay(thread, fact, can) is { } ours)
        {
            if (ours.IsWhole) ours.Message.Deliver(new DeliveryReport(DeliveryStatus.Sent, NotAhead(fact.At), fact.ExternalId), now);
            return;
        }

        var conversation = state.OpenConversation(thread, Actor.System);
        var content = new MessageContent(
            fact.Kind, fact.Text, Files(channel, fact.Files), fact.Extra, QuoteOf(channel, fact.ReplyToExternalId));
        var message = Message.FromElsewhere(conversation, content, fact.ExternalId, NotAhead(fact.At), now);
        conversation.Answer(message, assignToAuthor: false);
        state.Add(message);
    }

    private Thread? ThreadOf(ConnectedChannel channel, EchoIn fact) =>
        fact.To is { } to ? state.ThreadOf(channel, state.Recognise(channel, to), fact.Visibility, fact.Post)
        : fact.ReplyToExternalId is { } answered ? state.ThreadOf(channel, answered)
        : null;

    private void Deliver(Fact fact, StatusIn status)
    {
        if (state.Message(fact.Channel, status) is { } message) message.Deliver(status.Report, now);
        else if (now - fact.Item.ReceivedAt < StatusPatience) later.Add(fact.Item.Id);
    }

    private void React(ConnectedChannel channel, ReactionIn fact)
    {
        var contact = state.Recognise(channel, fact.From);
        state.Message(channel, fact.TargetExternalId)?.React(fact.Emoji, contact.AsActor(), now);
    }

    private void Hide(ConnectedChannel channel, HidingIn fact) => state.Message(channel, fact.TargetExternalId)?.Hide(fact.IsHidden, Actor.System, now);

    private async Task Read(ConnectedChannel channel, ReadIn fact, CancellationToken cancel)
    {
        if (state.ContactOf(channel, fact.From) is not { } contact) return;

        foreach (var message in await state.Unread(channel, contact, fact.At, cancel))
            message.Deliver(new DeliveryReport(DeliveryStatus.Read, fact.At), now);
    }

    private async Task Report(ConnectedChannel channel, AccountIn fact, CancellationToken cancel)
    {
        var account = await state.Channel(channel.Id, cancel);
        if (fact.Problem is { } problem) account.Fail(problem, now);
        else account.Recover(Actor.System, now);
    }

    private Quote? QuoteOf(ConnectedChannel channel, string? externalId) =>
        externalId is not null && state.Message(channel, externalId) is { } quoted ? Quote.Of(quoted) : null;

    private List<Attachment> Files(ConnectedChannel channel, IReadOnlyList<InboundFile> files) =>
    [
        .. files.Select(file => file.Key is { } key
            ? Attachment.InStore(
                channel.OrganisationId, file.Kind, file.Name ?? "", file.ContentType ?? "application/octet-stream", key, file.Size, null, now)
            : Attachment.AtProvider(channel.OrganisationId, file.Kind, file.Name, file.ContentType, file.Reference ?? "", now)),
    ];

    /// <summary>A provider's clock may run ahead of ours; nobody writes in the future.</summary>
    private DateTimeOffset NotAhead(DateTimeOffset at) => at > now ? now : at;
}
