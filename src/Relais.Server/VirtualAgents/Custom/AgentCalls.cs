using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>
/// What programs are to be told, and until when they may answer: written down in the transaction in which it happens, told by
/// <see cref="AgentPost"/> afterwards.
/// </summary>
public sealed class AgentCalls(RelaisDb db, ResponderShelf shelf, ConnectedChannels channels, TimeProvider clock)
{
    private const string ForgetSql = "DELETE FROM custom_runs WHERE id = @p0";

    /// <summary>Whether somebody must go and tell what was written down here.</summary>
    public bool HasCalled { get; private set; }

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A contact begins: the program hears that first, and then what he wrote.</summary>
    public async Task Start(Conversation conversation, CustomAgent agent, Message message, CancellationToken cancel)
    {
        var run = new CustomRun(conversation.OrganisationId, conversation.Id, agent);
        await Tell(run, [Event(run, AgentEventKind.Started, message.Id), Event(run, AgentEventKind.Received, message.Id)], cancel);
    }

    /// <summary>A member gives it a conversation: the program speaks first.</summary>
    public async Task Delegate(Conversation conversation, CustomAgent agent, Actor by, CancellationToken cancel)
    {
        var run = new CustomRun(conversation.OrganisationId, conversation.Id, agent);
        await Tell(run, [Event(run, AgentEventKind.Delegated, messageId: null, by.Name)], cancel);
    }

    public async Task Hear(Conversation conversation, Message message, CancellationToken cancel)
    {
        if (await shelf.CustomRunOf(conversation.Id, cancel) is { } run) await Tell(run, [Event(run, AgentEventKind.Received, message.Id)], cancel);
    }

    /// <summary>The program has answered, and it is the contact's turn.</summary>
    public async Task Spoken(CustomRun run, CancellationToken cancel)
    {
        run.Spoken(Now);
        await Keep(run, cancel);
    }

    /// <summary>Somebody was silent for too long: what was to happen then happens.</summary>
    /// <returns>What is said.</returns>
    public async Task<IReadOnlyList<Message>> LookAfter(Conversation conversation, CancellationToken cancel)
    {
        if (await shelf.CustomRunOf(conversation.Id, cancel) is not { } run || run.Silence(Now) is not { } reason) return [];

        return await End(conversation, run, reason, cause: null, cancel);
    }

    /// <summary>The program cannot go on: people do, with what they should know.</summary>
    /// <returns>What is said.</returns>
    public async Task<IReadOnlyList<Message>> End(Conversation conversation, CustomRun run, HandOverReason reason, string? cause, CancellationToken cancel)
    {
        var contact = await db.Contacts.FirstAsync(row => row.Id == conversation.ContactId, cancel);
        var stage = await StageOf(conversation, contact, run, cancel);
        var isClosed = !(await WindowOf(conversation, cancel)).IsOpen;
        var turn = run.End(reason, cause);
        return await stage.Play(isClosed ? turn with { Acts = [.. turn.Acts.Where(act => act is not ScriptAct.Say)] } : turn);
    }

    /// <summary>Where what a program wants is done, and by what it may call things.</summary>
    public async Task<ScriptStage> StageOf(Conversation conversation, Contact contact, CustomRun run, CancellationToken cancel, ScriptProps? props = null)
    {
        var channel = await channels.Find(db, conversation.ChannelId, cancel);
        var can = channel is null ? new Capabilities() : channels.CapabilitiesOf(channel);
        var language = contact.Language ?? await db.Organisations.Where(row => row.Id == conversation.OrganisationId).Select(row => row.Language).FirstAsync(cancel);
        var scene = new ScriptScene(
            conversation, contact, channel?.Name ?? "", (text, labels) => Choices.Write(text, labels, can),
            () => Restraints.Ask(db, conversation.OrganisationId, conversation.ContactId, Now, cancel));
        props ??= await shelf.PropsOf(
            conversation.OrganisationId, await db.ReadAttributes(conversation.OrganisationId, cancel),
            [.. new[] { run.Plan.OnTimeout.TopicId, run.Plan.FailureTopicId }.OfType<Guid>()], [.. new[] { run.Plan.OnTimeout.ReasonId }.OfType<Guid>()], cancel);
        return new ScriptStage(scene, props, conversation.Holding!.Agent, language, Now);
    }

    private async Task<ReplyWindow> WindowOf(Conversation conversation, CancellationToken cancel)
    {
        var thread = await db.Threads.IgnoreQueryFilters().AsNoTracking().FirstAsync(row => row.Id == conversation.ThreadId, cancel);
        return await channels.Find(db, conversation.ChannelId, cancel) is { } channel
            ? ReplyWindow.Of(thread, channels.CapabilitiesOf(channel).ReplyWindowHours, Now)
            : new ReplyWindow(null, IsOpen: false);
    }

    private AgentEventRow Event(CustomRun run, AgentEventKind kind, Guid? messageId, string? memberName = null) => new()
    {
        Id = Ids.Next(),
        OrganisationId = run.OrganisationId,
        AgentId = run.AgentId,
        ConversationId = run.Id,
        Kind = kind,
        MessageId = messageId,
        MemberName = memberName,
        At = Now,
        DueAt = Now,
    };

    private async Task Tell(CustomRun run, IReadOnlyList<AgentEventRow> events, CancellationToken cancel)
    {
        await Bulk.Insert(db, events, cancel);
        HasCalled = true;
        run.Ask(Now);
        await Keep(run, cancel);
    }

    private async Task Keep(CustomRun run, CancellationToken cancel)
    {
        await db.Dialect.ExecuteMany(db, ForgetSql, [[run.Id]], cancel);
        await Bulk.Insert(db, [run], cancel);
        shelf.Remember(run);
        if ((run.AgentUntil ?? run.ContactUntil) is not { } until) return;

        await db.SetTimers([new TimerRow { Kind = HoldingTimer.Name, Subject = run.Id, OrganisationId = run.OrganisationId, DueAt = until }], cancel);
    }
}
