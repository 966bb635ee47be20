using Relais.Domain.Conversations;
using Relais.Domain.Shared;

namespace Relais.Domain.AutoResolve;

/// <summary>How long a conversation may stay in a state before it is over by itself.</summary>
/// <param name="Minutes">Null = for ever.</param>
public sealed record Patience(int? Minutes)
{
    public const int Shortest = 15;
    public const int Longest = 365 * 24 * 60;

    public static readonly Patience Endless = new((int?)null);

    public TimeSpan? Length => Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    /// <exception cref="RuleViolation"><c>auto_resolve.length</c>.</exception>
    internal Patience Checked() => Minutes is null or (>= Shortest and <= Longest)
        ? this
        : throw new RuleViolation("auto_resolve.length", "Choose between 15 minutes and 365 days, or never.");
}

/// <summary>What is different on one channel; null = as everywhere.</summary>
public sealed record ChannelPatience(Guid ChannelId, Patience? New, Patience? Pending);

/// <summary>When conversations nobody goes on with are over by themselves, and why: New and Pending ones apart, channels too.</summary>
public sealed class AutoResolvePolicy : Entity
{
    private AutoResolvePolicy()
    {
    }

    public AutoResolvePolicy(Guid organisationId) => OrganisationId = organisationId;

    /// <summary>Of those nobody has answered. Endless unless somebody decides otherwise: they would go unseen.</summary>
    public Patience New { get; private set; } = Patience.Endless;

    /// <summary>Of those that wait for the contact.</summary>
    public Patience Pending { get; private set; } = new(30 * 24 * 60);

    /// <summary>After so long, Pending ones to which nobody gave a time come back to New instead.</summary>
    public Patience Boomerang { get; private set; } = Patience.Endless;

    /// <summary>The reason New ones end with; null = none.</summary>
    public Guid? NewReasonId { get; private set; }

    public Guid? PendingReasonId { get; private set; }

    public IReadOnlyList<ChannelPatience> Channels { get; private set; } = [];

    /// <summary>It counts for what enters a state from now on; what is there keeps what it was given.</summary>
    public void Wait(Patience forNew, Patience forPending, IReadOnlyCollection<ChannelPatience> channels, Actor by, DateTimeOffset at)
    {
        (New, Pending) = (forNew.Checked(), forPending.Checked());
        Channels = [.. channels.Where(one => one is not { New: null, Pending: null }).DistinctBy(one => one.ChannelId)
            .Select(one => one with { New = one.New?.Checked(), Pending = one.Pending?.Checked() })];
        Record(new AutoResolvePolicyChanged(New, Pending, by, at));
    }

    /// <summary>It counts for what becomes Pending from now on.</summary>
    public void BringBack(Patience after) => Boomerang = after.Checked();

    public void EndWith(Guid? newReasonId, Guid? pendingReasonId) => (NewReasonId, PendingReasonId) = (newReasonId, pendingReasonId);

    public Guid? ReasonFor(ConversationState state) => state == ConversationState.New ? NewReasonId : PendingReasonId;

    /// <summary>Null = for ever.</summary>
    public TimeSpan? LengthOf(Guid channelId, ConversationState state)
    {
        var own = Channels.FirstOrDefault(one => one.ChannelId == channelId);
        return state switch
        {
            ConversationState.New => (own?.New ?? New).Length,
            ConversationState.Pending => (own?.Pending ?? Pending).Length,
            _ => null,
        };
    }
}

/// <summary>Conversations end by themselves sooner, later or no longer.</summary>
public sealed record AutoResolvePolicyChanged(Patience New, Patience Pending, Actor By, DateTimeOffset At) : DomainEvent(By, At);
