using Relais.Domain.Shared;

namespace Relais.Domain.Broadcasts;

public enum BroadcastState
{
    /// <summary>Its time has not come.</summary>
    Scheduled,
    Sending,

    /// <summary>Somebody holds it, or Relais does because of <see cref="Broadcast.Trouble"/>: nothing leaves until it is resumed.</summary>
    Paused,

    /// <summary>Everybody was seen to.</summary>
    Finished,

    /// <summary>Ended by somebody before everybody was seen to.</summary>
    Stopped,
}

/// <summary>
/// One template for many contacts of a channel. Whom it is for was decided when it was made: each is a <see cref="ProactiveMessage"/>,
/// which leaves when the broadcast is sending and its turn has come.
/// </summary>
public sealed class Broadcast : Entity
{
    public const int NameLimit = 120;
    public const int AudienceLimit = 120;
    public const int ValueLimit = 1000;
    public const int TroubleLimit = 100;
    public const int MostRecipients = 10_000;

    /// <summary>So far ahead it may be scheduled.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(180);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromDays(7);

    private Broadcast()
    {
    }

    /// <exception cref="RuleViolation"><c>broadcast.name.required</c>, <c>schedule.in_the_past</c>, <c>schedule.too_far</c>.</exception>
    public Broadcast(Guid organisationId, BroadcastDraft draft, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        Name = Texts.Required(draft.Name, NameLimit, "broadcast.name");
        (ChannelId, Template, Language, Values) = (draft.ChannelId, draft.Template, draft.Language, draft.Values);
        (Audience, AudienceName) = (draft.Audience, Texts.Fit(draft.AudienceName, AudienceLimit));
        WithoutAddress = draft.WithoutAddress;
        StartAt = Start(draft.StartAt, at);
        (ById, By, CreatedAt, Since) = (by.Id, by.Name, at, at);
        (State, DueAt) = (BroadcastState.Scheduled, StartAt);
        Record(new BroadcastChanged(this, by, at));
    }

    public string Name { get; private init; } = "";

    public Guid ChannelId { get; private init; }

    /// <summary>What the provider calls the template.</summary>
    public string Template { get; private init; } = "";

    public string Language { get; private init; } = "";

    /// <summary>What fills the gaps of the template, placeholders included.</summary>
    public IReadOnlyList<string> Values { get; private init; } = [];

    public AudienceKind Audience { get; private init; }

    /// <summary>The group or the file it was made of, as it was called.</summary>
    public string? AudienceName { get; private init; }

    /// <summary>So many would have been meant too, had they an address on the channel.</summary>
    public int WithoutAddress { get; private init; }

    public DateTimeOffset StartAt { get; private init; }

    public Guid? ById { get; private init; }

    /// <summary>As whoever made it was called.</summary>
    public string By { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public BroadcastState State { get; private set; }

    /// <summary>Since when it is in this state; a refusal of before no longer counts.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Why Relais itself paused it, as a code; null when a person did.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The same in the provider's words.</summary>
    public string? TroubleWords { get; private set; }

    /// <summary>What became of it, as it was counted last.</summary>
    public BroadcastCounts Counts { get; private set; } = new();

    /// <summary>When it is looked at next; null when nothing will change any more.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public bool IsOver => State is BroadcastState.Finished or BroadcastState.Stopped;

    /// <summary>Its time has come.</summary>
    public void Begin(DateTimeOffset at)
    {
        if (State == BroadcastState.Scheduled && StartAt <= at) Enter(BroadcastState.Sending, Actor.System, at);
    }

    /// <exception cref="RuleViolation"><c>broadcast.over</c>.</exception>
    public void Pause(Actor by, DateTimeOffset at)
    {
        RefuseWhenOver();
        if (State != BroadcastState.Paused) Enter(BroadcastState.Paused, by, at);
    }

    /// <summary>Goes on where it stood; one whose time has not come waits for it again.</summary>
    /// <exception cref="RuleViolation"><c>broadcast.over</c>.</exception>
    public void Resume(Actor by, DateTimeOffset at)
    {
        RefuseWhenOver();
        if (State != BroadcastState.Paused) return;

        (Trouble, TroubleWords) = (null, null);
        Enter(StartAt > at ? BroadcastState.Scheduled : BroadcastState.Sending, by, at);
        if (State == BroadcastState.Scheduled) DueAt = StartAt;
    }

    /// <summary>Whoever has not been written to will not be.</summary>
    /// <exception cref="RuleViolation"><c>broadcast.over</c>.</exception>
    public void Stop(Actor by, DateTimeOffset at)
    {
        RefuseWhenOver();
        Enter(BroadcastState.Stopped, by, at);
    }

    /// <summary>The provider refuses what everybody would get, or the account: going on would only make it worse.</summary>
    public void Halt(string trouble, string? words, DateTimeOffset at)
    {
        if (State != BroadcastState.Sending) return;

        (Trouble, TroubleWords) = (Texts.Fit(trouble, TroubleLimit), Texts.Fit(words, Conversations.Message.ReasonLimit));
        Enter(BroadcastState.Paused, Actor.System, at);
    }

    /// <summary>It was counted how far it is. When nobody waits any more it is finished; what its messages become is still told for some days.</summary>
    public void Follow(BroadcastCounts counts, DateTimeOffset at)
    {
        var isNews = counts != Counts;
        Counts = counts;
        DueAt = NextLook(at);
        if (State == BroadcastState.Sending && counts.Waiting == 0) Enter(BroadcastState.Finished, Actor.System, at);
        else if (isNews) Record(new BroadcastChanged(this, Actor.System, at));
        else Touch();
    }

    private void Enter(BroadcastState state, Actor by, DateTimeOffset at)
    {
        (State, Since, DueAt) = (state, at, at);
        Record(new BroadcastChanged(this, by, at));
    }

    /// <summary>The longer nothing is sent, the rarer something happens.</summary>
    private DateTimeOffset? NextLook(DateTimeOffset at)
    {
        var rested = at - Since;
        return State == BroadcastState.Sending || rested < Beat * 20 ? at + Beat : rested < Rest ? at + (rested / 20) : null;
    }

    private void RefuseWhenOver()
    {
        if (IsOver) throw new RuleViolation("broadcast.over", "This broadcast is over.");
    }

    private static DateTimeOffset Start(DateTimeOffset? wanted, DateTimeOffset at)
    {
        if (wanted is not { } start) return at;
        if (start <= at) throw new RuleViolation("schedule.in_the_past", "Choose a time to come.");
        if (start > at + LongestWait)
            throw new RuleViolation("schedule.too_far", $"Choose a time within {LongestWait.Days} days.", new Dictionary<string, object?> { ["limit"] = LongestWait.Days });

        return start.ToUniversalTime();
    }
}

/// <summary>How those a broadcast is for were chosen.</summary>
public enum AudienceKind
{
    Group,
    Rules,
    List,
}

/// <summary>A broadcast as somebody makes it.</summary>
/// <param name="Values">What fills the gaps of the template.</param>
/// <param name="WithoutAddress">So many could not be reached on the channel.</param>
/// <param name="StartAt">Null = at once.</param>
public sealed record BroadcastDraft(
    string Name,
    Guid ChannelId,
    string Template,
    string Language,
    IReadOnlyList<string> Values,
    AudienceKind Audience,
    string? AudienceName,
    int WithoutAddress,
    DateTimeOffset? StartAt);

/// <summary>What became of the messages of a broadcast. What was read was delivered, and what was delivered was sent.</summary>
/// <param name="Waiting">Not written to yet.</param>
/// <param name="Underway">On their way to the provider, or lost on it.</param>
/// <param name="Sent">The provider took them.</param>
/// <param name="Answered">The contact has written since.</param>
public sealed record BroadcastCounts(
    int Waiting = 0, int Underway = 0, int Sent = 0, int Delivered = 0, int Read = 0, int Failed = 0, int LeftOut = 0, int Answered = 0);

/// <summary>A broadcast was made, moved on, or its messages did.</summary>
public sealed record BroadcastChanged(Broadcast Broadcast, Actor By, DateTimeOffset At) : DomainEvent(By, At);
