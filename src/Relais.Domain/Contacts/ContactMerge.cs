using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Domain.Contacts;

/// <summary>That two contacts became one, with what it takes to make them two again. Kept for 30 days.</summary>
public sealed class ContactMerge : Entity
{
    /// <summary>How long it can be undone.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    private List<Guid> identityIds = [];
    private List<Guid> threadIds = [];

    private ContactMerge()
    {
    }

    internal ContactMerge(Contact into, Belongings theirs, Actor by, DateTimeOffset at)
    {
        OrganisationId = into.OrganisationId;
        ContactId = into.Id;
        MergedId = theirs.Contact.Id;
        MergedName = theirs.Contact.DisplayName;
        identityIds = [.. theirs.Identities.Select(identity => identity.Id)];
        threadIds = [.. theirs.Threads.Select(thread => thread.Id)];
        Before = into.Face;
        (ByKind, ByName) = (by.Kind, by.Name);
        At = at;
        Touch();
    }

    /// <summary>The contact that stays.</summary>
    public Guid ContactId { get; private init; }

    /// <summary>The contact that became part of it.</summary>
    public Guid MergedId { get; private init; }

    /// <summary>As that one was called.</summary>
    public string MergedName { get; private init; } = "";

    /// <summary>Which identities were the other's.</summary>
    public IReadOnlyList<Guid> IdentityIds => identityIds;

    /// <summary>Which threads were the other's; their conversations follow them.</summary>
    public IReadOnlyList<Guid> ThreadIds => threadIds;

    /// <summary>How the one that stays looked before.</summary>
    public ContactFace Before { get; private init; } = ContactFace.Blank;

    /// <summary>How it looked right after.</summary>
    public ContactFace After { get; private set; } = ContactFace.Blank;

    /// <summary>The values it took over.</summary>
    public IReadOnlyList<AttributeValue> Taken { get; private set; } = [];

    public ActorKind ByKind { get; private init; }

    public string ByName { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset UndoUntil => At + Lasts;

    internal void Remember(ContactFace after, IReadOnlyList<AttributeValue> taken) => (After, Taken) = (after, taken);

    /// <summary>What was known of the two is deleted: parted again, neither gets it back.</summary>
    public void ForgetValues()
    {
        Taken = [];
        Touch();
    }

    /// <exception cref="RuleViolation"><c>contact.merge.expired</c>, <c>contact.merge.covered</c>.</exception>
    internal void RefuseUndo(Contact contact, DateTimeOffset at)
    {
        if (at >= UndoUntil)
            throw new RuleViolation(
                "contact.merge.expired",
                $"A merge can be undone for {Lasts.Days} days.",
                new Dictionary<string, object?> { ["limit"] = Lasts.Days });
        if (contact.MergedInto is not null)
            throw new RuleViolation("contact.merge.covered", "This contact became part of another one since. Undo that merge first.");
    }
}

/// <summary>What everybody sees of a contact at once.</summary>
public sealed record ContactFace(string? Name, bool NamedByAgent, string? AvatarUrl, bool IsVip, bool IsBlocked)
{
    public static readonly ContactFace Blank = new(null, false, null, false, false);
}

/// <summary>A contact with everything that is its own.</summary>
public sealed record Belongings(
    Contact Contact, IReadOnlyList<ContactIdentity> Identities, IReadOnlyList<Thread> Threads, IReadOnlyList<Conversation> Conversations);
