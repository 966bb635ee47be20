using Relais.Domain.Shared;

namespace Relais.Domain.People;

public enum MemberStatus
{
    /// <summary>Has a link, but has not signed in yet.</summary>
    Invited,
    Active,
    Disabled,
}

/// <summary>What a member says of himself; whether he is really there, his connections tell.</summary>
public enum Availability
{
    Available,
    Away,
}

/// <summary>What a member's status becomes when he signs in.</summary>
public enum DefaultAvailability
{
    Available,
    Away,

    /// <summary>As he left it.</summary>
    AsBefore,
}

/// <summary>A person of the organisation who uses Relais.</summary>
public sealed class Member : Entity
{
    public const int NameLimit = 120;
    public const int EmailLimit = 254;
    public const int ShortCodeLimit = 8;

    private Member()
    {
    }

    public Member(Guid organisationId, string name, string email, Role role, string language, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        Name = Texts.Required(name, NameLimit, "member.name");
        Email = Address(email);
        Role = role;
        Language = Texts.Language(language);
        CreatedAt = StatusSince = at;
        Record(new MemberChanged(Id, by, at));
    }

    public string Name { get; private set; } = "";

    /// <summary>In lower case; unique, and what one signs in with.</summary>
    public string Email { get; private set; } = "";

    public Role Role { get; private set; }

    public string Language { get; private set; } = "fr";

    /// <summary>A signature of a few letters, used where messages must be short.</summary>
    public string? ShortCode { get; private set; }

    public MemberStatus Status { get; private set; } = MemberStatus.Invited;

    public Availability Availability { get; private set; } = Availability.Available;

    /// <summary>Which of the organisation's own away states; null = just away.</summary>
    public Guid? AwayStateId { get; private set; }

    /// <summary>Since when his status is what it is.</summary>
    public DateTimeOffset StatusSince { get; private set; }

    public DefaultAvailability DefaultAvailability { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public bool IsActive => Status == MemberStatus.Active;

    public Actor AsActor() => new(ActorKind.Member, Id, Name);

    /// <summary>The link was used: from now on this member can sign in.</summary>
    public void Join(DateTimeOffset at)
    {
        if (Status == MemberStatus.Active) return;

        Status = MemberStatus.Active;
        Record(new MemberChanged(Id, AsActor(), at));
    }

    public void Describe(string? name, string? language, string? shortCode, Actor by, DateTimeOffset at)
    {
        Name = name is null ? Name : Texts.Required(name, NameLimit, "member.name");
        Language = language is null ? Language : Texts.Language(language);
        ShortCode = shortCode is null ? ShortCode : Texts.Optional(shortCode, ShortCodeLimit, "member.short_code");
        Record(new MemberChanged(Id, by, at));
    }

    public void Prefer(DefaultAvailability atSignIn, Actor by, DateTimeOffset at)
    {
        if (DefaultAvailability == atSignIn) return;

        DefaultAvailability = atSignIn;
        Record(new MemberChanged(Id, by, at));
    }

    /// <summary>He signs in. A second device does not change the status the first one shows.</summary>
    public void Arrive(bool isHereAlready, DateTimeOffset at)
    {
        if (isHereAlready || DefaultAvailability == DefaultAvailability.AsBefore) return;

        var isAwayAnyhow = DefaultAvailability == DefaultAvailability.Away && Availability == Availability.Away;
        if (!isAwayAnyhow)
            ChooseStatus(DefaultAvailability == DefaultAvailability.Away ? Availability.Away : Availability.Available, null, AsActor(), at);
    }

    /// <param name="availability">What he says of himself, or a supervisor of him.</param>
    /// <param name="awayState">Why he is away; null = just away.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RuleViolation"><c>away_state.archived</c>.</exception>
    public void ChooseStatus(Availability availability, AwayState? awayState, Actor by, DateTimeOffset at)
    {
        if (availability == Availability.Available) awayState = null;
        if (Availability == availability && AwayStateId == awayState?.Id) return;
        if (awayState is { IsArchived: true })
            throw new RuleViolation("away_state.archived", "Choose an away state that is still in use.");

        Availability = availability;
        AwayStateId = awayState?.Id;
        StatusSince = at;
        Record(new AvailabilityChanged(Id, availability, awayState?.Id, awayState?.Name, by, at));
    }

    /// <param name="role">The new role.</param>
    /// <param name="isLastAdmin">Whether no other active member could open the settings afterwards.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RuleViolation"><c>member.last_admin</c>.</exception>
    public void TakeRole(Role role, bool isLastAdmin, Actor by, DateTimeOffset at)
    {
        if (Role == role) return;

        RefuseToLoseLastAdmin(isLastAdmin);
        Role = role;
        Record(new MemberChanged(Id, by, at));
    }

    /// <inheritdoc cref="TakeRole"/>
    public void Disable(bool isLastAdmin, Actor by, DateTimeOffset at)
    {
        if (Status == MemberStatus.Disabled) return;

        RefuseToLoseLastAdmin(isLastAdmin);
        Status = MemberStatus.Disabled;
        Record(new MemberChanged(Id, by, at));
    }

    public void Enable(bool hasSignedInBefore, Actor by, DateTimeOffset at)
    {
        if (Status != MemberStatus.Disabled) return;

        Status = hasSignedInBefore ? MemberStatus.Active : MemberStatus.Invited;
        Record(new MemberChanged(Id, by, at));
    }

    private void RefuseToLoseLastAdmin(bool isLastAdmin)
    {
        if (Role == Role.Admin && isLastAdmin)
            throw new RuleViolation("member.last_admin", "Make another member administrator first.");
    }

    private static string Address(string email)
    {
        var address = Texts.Required(email, EmailLimit, "member.email").ToLowerInvariant();
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < address.Length - 1 && !address.Contains(' ', StringComparison.Ordinal)
            ? address
            : throw new RuleViolation("member.email.invalid", "Write an e-mail address such as ana@example.com.");
    }
}

/// <summary>A member, or a supervisor for him, said that he is available or away.</summary>
public sealed record AvailabilityChanged(
    Guid MemberId, Availability Availability, Guid? AwayStateId, string? AwayStateName, Actor By, DateTimeOffset At) : DomainEvent(By, At);

/// <summary>A member joined, left, or changed name, role, language or preferences.</summary>
public sealed record MemberChanged(Guid MemberId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
