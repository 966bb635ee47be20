using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Domain.Contacts;

/// <summary>That two contacts became one, with what it takes to make them two again.</summary>
public sealed class ContactMerge : Entity
{
    private readonly List<Guid> identityIds = [];
    private readonly List<Guid> threadIds = [];

    private ContactMerge()
    {
    }

    internal ContactMerge(Contact into, Belongings theirs, Actor by, DateTimeOffset at)
    {
        OrganisationId = into.OrganisationId;
        ContactId = into.Id;
        MergedId = theirs.Contact.Id;
        identityIds.AddRange(theirs.Identities.Select(identity => identity.Id));
        threadIds.AddRange(theirs.Threads.Select(thread => thread.Id));
        (NameBefore, EmailBefore, PhoneBefore, LanguageBefore) = (into.Name, into.Email, into.Phone, into.Language);
        (ByKind, ById, ByName) = (by.Kind, by.Id, by.Name);
        At = at;
        Touch();
    }

    /// <summary>The contact that stays.</summary>
    public Guid ContactId { get; private init; }

    /// <summary>The contact that became part of it.</summary>
    public Guid MergedId { get; private init; }

    /// <summary>Which identities were the other's.</summary>
    public IReadOnlyList<Guid> IdentityIds => identityIds;

    /// <summary>Which threads were the other's; their conversations follow them.</summary>
    public IReadOnlyList<Guid> ThreadIds => threadIds;

    /// <summary>What the card of the one that stays said before.</summary>
    public string? NameBefore { get; private init; }

    public string? EmailBefore { get; private init; }

    public string? PhoneBefore { get; private init; }

    public string? LanguageBefore { get; private init; }

    public ActorKind ByKind { get; private init; }

    public Guid? ById { get; private init; }

    public string ByName { get; private init; } = "";

    public DateTimeOffset At { get; private init; }
}

/// <summary>A contact with everything that is its own.</summary>
public sealed record Belongings(
    Contact Contact, IReadOnlyList<ContactIdentity> Identities, IReadOnlyList<Thread> Threads, IReadOnlyList<Conversation> Conversations);
