using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Conversations;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.VirtualAgents.Custom;

namespace Relais.Server.VirtualAgents;

/// <summary>Looks after a conversation whose contact, or whose virtual agent, may have been silent for too long. Nobody takes it away
/// when it goes on; it then finds that there is time left.</summary>
public sealed class HoldingTimer(ContactBooks books, ConnectedChannels channels, Wake wake, TimeProvider clock) : ITimedEffect
{
    public const string Name = "virtualAgent";

    public string Kind => Name;

    public async Task Fire(RelaisDb db, TimerRow timer, DateTimeOffset now, CancellationToken cancel)
    {
        var conversation = await db.LockConversation(timer.Subject, cancel);
        if (conversation is not { IsHeld: true }) return;

        var shelf = new ResponderShelf(db, books, clock);
        var responding = new Responding(db, shelf, new AgentCalls(db, shelf, channels, clock), channels, clock);
        db.Messages.AddRange(await responding.LookAfter(conversation, cancel));
        wake.Outbox.Ring();
    }
}
