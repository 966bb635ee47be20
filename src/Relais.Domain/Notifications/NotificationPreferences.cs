using Relais.Domain.Shared;

namespace Relais.Domain.Notifications;

/// <summary>On which ways a member wants to hear of one kind.</summary>
public sealed record NotificationChoice(NotificationKind Kind, IReadOnlyList<NotificationWay> Ways);

/// <summary>What one member wants to be told of, and how. Until he says so, what is usual holds.</summary>
public sealed class NotificationPreferences : Entity
{
    private NotificationPreferences()
    {
    }

    /// <summary>One member has one: it is found by his id.</summary>
    public NotificationPreferences(Guid organisationId, Guid memberId)
    {
        Id = memberId;
        OrganisationId = organisationId;
    }

    public IReadOnlyList<NotificationChoice> Choices { get; private set; } = [];

    /// <summary>Whether the app may be heard.</summary>
    public bool Sound { get; private set; } = true;

    /// <summary>Whether nothing rings while he says to be away.</summary>
    public bool QuietWhenAway { get; private set; } = true;

    /// <summary>When e-mails of what he has not read are sent.</summary>
    public Digest Digest { get; private set; } = Digest.Usual;

    public bool Wants(NotificationKind kind, NotificationWay way) => WaysOf(kind).Contains(way);

    /// <summary>A kind he has not said anything of, for instance because it is new, is told as usual.</summary>
    public IReadOnlyList<NotificationWay> WaysOf(NotificationKind kind) =>
        Choices.FirstOrDefault(choice => choice.Kind == kind)?.Ways ?? kind.Usual();

    /// <summary>Null leaves a part as it is.</summary>
    /// <exception cref="RuleViolation"><c>notification.way.unknown</c>.</exception>
    public void Choose(IReadOnlyList<NotificationChoice>? choices, bool? sound, bool? quietWhenAway, Actor by, DateTimeOffset at)
    {
        if (choices?.FirstOrDefault(choice => choice.Ways.Except(choice.Kind.Ways()).Any()) is { } wrong)
            throw new RuleViolation(
                "notification.way.unknown",
                "Choose among the ways on which one can be told of this.",
                new Dictionary<string, object?> { ["kind"] = wrong.Kind.ToString() });

        Choices = choices is null ? Choices : [.. NotificationKinds.All.Select(kind => choices.LastOrDefault(choice => choice.Kind == kind) ?? new NotificationChoice(kind, WaysOf(kind)))];
        Sound = sound ?? Sound;
        QuietWhenAway = quietWhenAway ?? QuietWhenAway;
        Record(new NotificationPreferencesChanged(Id, Version + 1, by, at));
    }

    /// <exception cref="RuleViolation"><c>digest.minutes</c>, <c>digest.hour</c>, <c>digest.time_zone</c>.</exception>
    public void Pace(Digest digest, Actor by, DateTimeOffset at)
    {
        Digest = digest.Checked();
        Record(new NotificationPreferencesChanged(Id, Version + 1, by, at));
    }

    /// <summary>No e-mails any more; everything else is told as before.</summary>
    public void StopMails(Actor by, DateTimeOffset at) => Choose(
        [.. NotificationKinds.All.Select(kind => new NotificationChoice(kind, [.. WaysOf(kind).Where(way => way != NotificationWay.Email)]))], null, null, by, at);
}

/// <summary>A member chose anew what he wants to be told of.</summary>
public sealed record NotificationPreferencesChanged(Guid MemberId, int Version, Actor By, DateTimeOffset At) : DomainEvent(By, At);
