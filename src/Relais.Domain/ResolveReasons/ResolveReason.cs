using Relais.Domain.Shared;

namespace Relais.Domain.ResolveReasons;

/// <summary>Whether whoever chooses a reason may, or must, add some words.</summary>
public enum CommentRule
{
    Off,
    Optional,
    Required,
}

/// <summary>Why conversations end, in the organisation's own words: "Resolution provided", "Spam".</summary>
public sealed class ResolveReason : Entity
{
    public const int NameLimit = 80;

    private ResolveReason()
    {
    }

    public ResolveReason(Guid organisationId, string name, CommentRule comment, int place, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        TakeName(name);
        Comment = comment;
        Place = place;
        Record(new ResolveReasonChanged(Id, Name, by, at));
    }

    public string Name { get; private set; } = "";

    /// <summary>The name without its case: no two reasons in the list share it.</summary>
    public string Key { get; private set; } = "";

    public CommentRule Comment { get; private set; }

    /// <summary>Whether it is offered to those who resolve.</summary>
    public bool IsUsed { get; private set; } = true;

    /// <summary>Surveys ask about what ended with this one, so it stays; it may be called anything.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>Where it stands in the list, counted from 0.</summary>
    public int Place { get; private set; }

    /// <summary>Since when it is no longer in the list; conversations that ended with it keep it.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    public bool IsArchived => ArchivedAt is not null;

    public bool IsOffered => IsUsed && !IsArchived;

    /// <summary>What an organisation begins with, in its language.</summary>
    public static IReadOnlyList<ResolveReason> Defaults(Guid organisationId, string language, DateTimeOffset at) =>
        [.. (language == "fr" ? French : English).Select((name, place) => new ResolveReason(organisationId, name, CommentRule.Off, place, Actor.System, at) { IsSystem = place == 0 })];

    /// <summary>Null leaves a part as it is.</summary>
    public void Describe(string? name, CommentRule? comment, Actor by, DateTimeOffset at)
    {
        if (name is not null) TakeName(name);
        Comment = comment ?? Comment;
        Record(new ResolveReasonChanged(Id, Name, by, at));
    }

    public void Use(bool use, Actor by, DateTimeOffset at)
    {
        if (IsUsed == use) return;

        IsUsed = use;
        Record(new ResolveReasonChanged(Id, Name, by, at));
    }

    public void MoveTo(int place, Actor by, DateTimeOffset at)
    {
        if (Place == place) return;

        Place = place;
        Record(new ResolveReasonChanged(Id, Name, by, at));
    }

    /// <exception cref="RuleViolation"><c>resolve_reason.system</c>.</exception>
    public void Archive(Actor by, DateTimeOffset at)
    {
        if (IsArchived) return;
        if (IsSystem) throw new RuleViolation("resolve_reason.system", "Surveys need this reason: rename it, or take it out of use.", Facts);

        ArchivedAt = at;
        Record(new ResolveReasonChanged(Id, Name, by, at));
    }

    public void Restore(Actor by, DateTimeOffset at)
    {
        if (!IsArchived) return;

        ArchivedAt = null;
        Record(new ResolveReasonChanged(Id, Name, by, at));
    }

    /// <summary>Whether a conversation can end with it, and with these words.</summary>
    /// <returns><c>resolution.reason.unused</c>, <c>resolution.comment.required</c>, <c>resolution.comment.off</c>, or null.</returns>
    internal RuleViolation? Objection(string? comment)
    {
        var isCommented = !string.IsNullOrWhiteSpace(comment);
        if (!IsOffered) return new RuleViolation("resolution.reason.unused", "This reason is no longer in use: choose another.", Facts);
        if (Comment == CommentRule.Required && !isCommented) return new RuleViolation("resolution.comment.required", "Add a comment: this reason needs one.", Facts);
        return Comment == CommentRule.Off && isCommented ? new RuleViolation("resolution.comment.off", "Leave the comment out: this reason takes none.", Facts) : null;
    }

    private static string[] French =>
        ["Solution apportée", "Aucune réponse nécessaire", "Le contact ne répond plus", "Doublon", "Spam", "Transmis à un autre service"];

    private static string[] English =>
        ["Resolution provided", "Response not required", "Contact stopped responding", "Duplicate", "Spam", "Escalated elsewhere"];

    private Dictionary<string, object?> Facts => new() { ["name"] = Name };

    private void TakeName(string name)
    {
        Name = Texts.Required(name, NameLimit, "resolve_reason.name");
        Key = Texts.Key(Name);
    }
}

/// <summary>A reason was made, described anew, moved, taken into or out of use, archived or restored.</summary>
public sealed record ResolveReasonChanged(Guid ReasonId, string Name, Actor By, DateTimeOffset At) : DomainEvent(By, At);
