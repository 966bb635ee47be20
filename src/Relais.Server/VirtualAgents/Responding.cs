using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.VirtualAgents.Custom;

namespace Relais.Server.VirtualAgents;

/// <summary>
/// Where virtual agents act: asked by the intake for every message, by timers, and by members who give them conversations. What a
/// script wants is done in the caller's transaction: its messages, what it keeps, where it stands and until when it waits. What a
/// program is to be told is written down there too.
/// </summary>
public sealed class Responding(RelaisDb db, ResponderShelf shelf, AgentCalls calls, ConnectedChannels channels, TimeProvider clock)
{
    private const string ForgetSql = "DELETE FROM script_runs WHERE id = @p0";

    /// <summary>Whether a program is to be told something.</summary>
    public bool HasCalled => calls.HasCalled;

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The contact wrote: whoever holds the conversation hears it, or somebody begins with it.</summary>
    /// <returns>What is answered, in its order.</returns>
    public async Task<IReadOnlyList<Message>> Hear(Heard heard, CancellationToken cancel)
    {
        var conversation = heard.Conversation;
        if (conversation.IsResolved || conversation.Visibility != Visibility.Private || heard.Message.Kind == MessageKind.System || !Restraint.MayAnswer(heard.IsAutomatic))
            return [];
        if (heard.IsFirst) return await Greet(heard, cancel);

        switch (conversation.Holding?.Agent)
        {
            case { Kind: VirtualAgentKind.AutoResponder or VirtualAgentKind.Custom } agent when !await shelf.IsOn(agent, cancel):
                return HandOver(conversation, HandOverReason.TurnedOff);
            case { Kind: VirtualAgentKind.AutoResponder }:
                return await Continue(heard, cancel);
            case { Kind: VirtualAgentKind.Custom }:
                await calls.Hear(conversation, heard.Message, cancel);
                return [];
            default:
                return [];
        }
    }

    /// <summary>A member gives it a conversation; it begins to speak at once.</summary>
    /// <exception cref="RuleViolation"><c>virtual_agent.unknown</c>, <c>virtual_agent.silent</c>, <c>message.window_closed</c>.</exception>
    public async Task<IReadOnlyList<Message>> Begin(Conversation conversation, Guid deputyId, Actor by, CancellationToken cancel)
    {
        var deputy = await db.Deputies
            .Where(row => row.Id == deputyId && row.IsEnabled && row.Activation == Activation.Delegation && row.Channels.Any(one => one.ChannelId == conversation.ChannelId))
            .OrderBy(row => row.Id).FirstOrDefaultAsync(cancel)
            ?? throw new RuleViolation("virtual_agent.unknown", "Choose a virtual agent that works on this channel.");
        var channel = await channels.Find(db, conversation.ChannelId, cancel)
            ?? throw new RuleViolation("channel.disconnected", "This channel is disconnected. An administrator can connect it again.");
        var thread = await db.Threads.AsNoTracking().FirstAsync(row => row.Id == conversation.ThreadId, cancel);
        ReplyWindow.Of(thread, channels.CapabilitiesOf(channel).ReplyWindowHours, Now).RefuseClosed();

        if (deputy is CustomAgent program)
        {
            await Relieve(conversation, cancel);
            conversation.Hold(program.AsVirtualAgent(), by, Now);
            await calls.Delegate(conversation, program, by, cancel);
            return [];
        }

        var responder = (AutoResponder)deputy;
        var contact = await db.Contacts.FirstAsync(row => row.Id == conversation.ContactId, cancel);
        var plan = await shelf.PlanFor(responder, contact, "", channel.Id, cancel)
            ?? throw new RuleViolation("virtual_agent.silent", "It has nothing to say at this hour.");
        await Relieve(conversation, cancel);
        conversation.Hold(responder.AsVirtualAgent(), by, Now);
        return await Start(new ScriptRun(conversation.OrganisationId, conversation.Id, responder.Id, plan), new Setting(conversation, contact, channel.Name, channels.CapabilitiesOf(channel)), cancel);
    }

    /// <summary>Somebody was silent for too long, or it was turned off.</summary>
    public async Task<IReadOnlyList<Message>> LookAfter(Conversation conversation, CancellationToken cancel)
    {
        if (conversation.Holding?.Agent is not { Kind: VirtualAgentKind.AutoResponder or VirtualAgentKind.Custom } agent) return [];
        if (!await shelf.IsOn(agent, cancel)) return HandOver(conversation, HandOverReason.TurnedOff);
        if (agent.Kind == VirtualAgentKind.Custom) return await calls.LookAfter(conversation, cancel);
        if (await shelf.RunOf(conversation.Id, cancel) is not { } run || await SilenceOf(run, cancel) is not { } reason) return [];

        var contact = await db.Contacts.FirstAsync(row => row.Id == conversation.ContactId, cancel);
        var channel = await channels.Find(db, conversation.ChannelId, cancel);
        var setting = new Setting(conversation, contact, channel?.Name ?? "", channel is null ? new Capabilities() : channels.CapabilitiesOf(channel));
        return await Play(run, run.TimeOut(reason, Now), setting, await shelf.PropsOf(run, cancel), cancel);
    }

    /// <summary>Takes a private conversation that begins, where one is there for that.</summary>
    private async Task<IReadOnlyList<Message>> Greet(Heard heard, CancellationToken cancel)
    {
        var conversation = heard.Conversation;
        if (conversation.IsHeld || conversation.AssigneeId is not null) return [];

        switch (await shelf.InceptionOn(heard.Channel.Id, cancel))
        {
            case AutoResponder responder:
                return await Greet(heard, responder, cancel);
            case CustomAgent program:
                await Take(conversation, program, cancel);
                await calls.Start(conversation, program, heard.Message, cancel);
                return [];
            default:
                return [];
        }
    }

    private async Task<IReadOnlyList<Message>> Greet(Heard heard, AutoResponder responder, CancellationToken cancel)
    {
        var (conversation, contact) = (heard.Conversation, heard.Contact);
        if (await shelf.WasHereLately(responder, contact.Id, Now, cancel)) return [];

        var plan = await shelf.PlanFor(responder, contact, heard.Message.Text, heard.Channel.Id, cancel);
        if (plan is null || plan.Script.IsLeftBy(heard.Message.Text)) return [];

        await Take(conversation, responder, cancel);
        return await Start(new ScriptRun(conversation.OrganisationId, conversation.Id, responder.Id, plan), new Setting(conversation, contact, heard.Channel.Name, heard.Can), cancel);
    }

    private async Task Take(Conversation conversation, Deputy deputy, CancellationToken cancel)
    {
        conversation.Hold(deputy.AsVirtualAgent(), deputy.AsActor(), Now);
        if (conversation.Number == 0) conversation.TakeNumber((int)await db.Count(conversation.OrganisationId, "conversations", 1, cancel));
    }

    /// <summary>Another virtual agent follows: what the first one was about to do is forgotten.</summary>
    private async Task Relieve(Conversation conversation, CancellationToken cancel)
    {
        if (conversation.IsHeld) await db.EndHolding([conversation.Id], cancel);
    }

    private async Task<IReadOnlyList<Message>> Continue(Heard heard, CancellationToken cancel)
    {
        if (await shelf.RunOf(heard.Conversation.Id, cancel) is not { } run) return [];

        var props = await shelf.PropsOf(run, cancel);
        var setting = new Setting(heard.Conversation, heard.Contact, heard.Channel.Name, heard.Can);
        return await Play(run, run.Hear(heard.Message.Text, props.Attributes, Now), setting, props, cancel);
    }

    private async Task<IReadOnlyList<Message>> Start(ScriptRun run, Setting setting, CancellationToken cancel)
    {
        var props = await shelf.PropsOf(run, cancel);
        return await Play(run, run.Begin(props.Attributes, Now), setting, props, cancel);
    }

    private async Task<IReadOnlyList<Message>> Play(ScriptRun run, ScriptTurn turn, Setting setting, ScriptProps props, CancellationToken cancel)
    {
        var conversation = setting.Conversation;
        var scene = new ScriptScene(
            conversation, setting.Contact, setting.Channel, (text, labels) => Choices.Write(text, labels, setting.Can),
            () => Restraints.Ask(db, conversation.OrganisationId, conversation.ContactId, Now, cancel));
        var said = await new ScriptStage(scene, props, conversation.Holding!.Agent, run.Plan.Language, Now).Play(turn);
        if (conversation.IsHeld) await Keep(run, cancel);
        return said;
    }

    private List<Message> HandOver(Conversation conversation, HandOverReason reason)
    {
        conversation.HandOver(reason, Actor.System, Now);
        return [];
    }

    /// <summary>Where it stands, and until when it waits. What ends it for good is seen by whoever writes the events down.</summary>
    private async Task Keep(ScriptRun run, CancellationToken cancel)
    {
        await db.Dialect.ExecuteMany(db, ForgetSql, [[run.Id]], cancel);
        await Bulk.Insert(db, [run], cancel);
        shelf.Remember(run);
        await db.SetTimers(
            [.. new[] { run.AgentUntil, run.ContactUntil }.OfType<DateTimeOffset>().Select(until => new TimerRow
            {
                Kind = HoldingTimer.Name, Subject = run.Id, OrganisationId = run.OrganisationId, DueAt = until,
            })],
            cancel);
    }

    private async Task<HandOverReason?> SilenceOf(ScriptRun run, CancellationToken cancel)
    {
        var isOnItsWay = run.AgentUntil <= Now && await db.Messages.AnyAsync(
            row => row.ConversationId == run.Id && row.AuthorKind == ActorKind.VirtualAgent
                && (row.Delivery == DeliveryStatus.Queued || row.Delivery == DeliveryStatus.Sending || row.Delivery == DeliveryStatus.Unknown || row.Delivery == DeliveryStatus.Failed),
            cancel);
        return isOnItsWay ? HandOverReason.AgentSilent
            : run.ContactUntil <= Now ? HandOverReason.ContactSilent
            : null;
    }

    private sealed record Setting(Conversation Conversation, Contact Contact, string Channel, Capabilities Can);
}

/// <summary>A message of a contact, as the intake has just taken it in.</summary>
public sealed record Heard(Conversation Conversation, Contact Contact, Message Message, ConnectedChannel Channel, Capabilities Can)
{
    /// <summary>Whether its conversation began with it.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Whether a machine wrote it.</summary>
    public bool IsAutomatic { get; init; }
}
