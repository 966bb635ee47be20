using Relais.Domain.Shared;

namespace Relais.Domain.Replies;

/// <summary>Saved replies that belong together: a member's own, or shared with teams and channels.</summary>
public sealed class ReplyCollection : Entity
{
    public const int NameLimit = 80;

    /// <summary>So long administrators may take over what a member left behind.</summary>
    public static readonly TimeSpan OfferedFor = TimeSpan.FromDays(30);

    private List<Guid> teamIds = [];
    private List<Guid> channelIds = [];

    private ReplyCollection()
    {
    }

    /// <param name="ownerId">Whose own it is; null makes a shared one, which nobody but administrators sees before it is shared.</param>
    public ReplyCollection(Guid organisationId, string name, Guid? ownerId, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        OwnerId = ownerId;
        TakeName(name);
        RecordChange(by, at);
    }

    public string Name { get; private set; } = "";

    /// <summary>The name without its case: unique among the shared ones, and among one's own.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Whose own it is; null = shared.</summary>
    public Guid? OwnerId { get; private set; }

    public IReadOnlyList<Guid> TeamIds => teamIds;

    public IReadOnlyList<Guid> ChannelIds => channelIds;

    /// <summary>Until when administrators may take over this one, whose owner has left.</summary>
    public DateTimeOffset? OfferedUntil { get; private set; }

    public bool IsPersonal => OwnerId is not null;

    /// <summary>The one rule of who sees which replies: on every page, in the composer and through the API.</summary>
    /// <param name="channelId">The channel of the open conversation, where there is one.</param>
    public bool IsVisibleTo(ReplyReader reader, Guid? channelId) =>
        IsPersonal ? OwnerId == reader.MemberId
        : reader.IsAdmin || teamIds.Exists(reader.TeamIds.Contains) || (channelId is { } open && channelIds.Contains(open));

    /// <summary>Its owner has left, and this administrator may take it over.</summary>
    public bool IsOfferedTo(ReplyReader reader) => OfferedUntil is not null && reader.IsAdmin;

    public bool IsEditableBy(ReplyReader reader) => IsPersonal ? OwnerId == reader.MemberId || IsOfferedTo(reader) : reader.IsAdmin;

    public void Rename(string name, Actor by, DateTimeOffset at)
    {
        TakeName(name);
        RecordChange(by, at);
    }

    /// <summary>From now on it is everybody's who is in one of the teams or answers on one of the channels. With neither it is a draft.</summary>
    public void ShareWith(IReadOnlyCollection<Guid> teams, IReadOnlyCollection<Guid> channels, Actor by, DateTimeOffset at)
    {
        RecordChange(by, at);
        OwnerId = null;
        OfferedUntil = null;
        teamIds = [.. teams.Distinct()];
        channelIds = [.. channels.Distinct()];
    }

    /// <summary>Its owner leaves.</summary>
    public void Offer(Actor by, DateTimeOffset at)
    {
        if (!IsPersonal || OfferedUntil is not null) return;

        OfferedUntil = at + OfferedFor;
        Record(new ReplyCollectionOffered(Id, OfferedUntil.Value, by, at));
    }

    /// <summary>Its owner came back in time.</summary>
    public void Keep(Actor by, DateTimeOffset at)
    {
        if (OfferedUntil is null) return;

        OfferedUntil = null;
        RecordChange(by, at);
    }

    /// <summary>The last thing said of it before it is deleted.</summary>
    public void Remove(Actor by, DateTimeOffset at) => RecordChange(by, at);

    /// <summary>Told of the owner it had: his own screens must hear of it, nobody else's need to.</summary>
    private void RecordChange(Actor by, DateTimeOffset at) =>
        Record(new ReplyCollectionChanged(Id, OfferedUntil is null ? OwnerId : null, by, at));

    private void TakeName(string name)
    {
        Name = Texts.Required(name, NameLimit, "reply_collection.name");
        Key = Name.ToLowerInvariant();
    }
}

/// <summary>Somebody who looks for saved replies.</summary>
public sealed record ReplyReader(Guid MemberId, bool IsAdmin, IReadOnlySet<Guid> TeamIds)
{
    /// <exception cref="RuleViolation"><c>reply_collection.not_shared_by_you</c>.</exception>
    public void RefuseToShareUnlessAdmin()
    {
        if (!IsAdmin) throw new RuleViolation("reply_collection.not_shared_by_you", "Keep it for yourself, or ask an administrator to share it.");
    }
}

/// <summary>A collection, or what is in it, changed.</summary>
/// <param name="OwnerId">Whose own it was; null when it concerns others too.</param>
public sealed record ReplyCollectionChanged(Guid CollectionId, Guid? OwnerId, Actor By, DateTimeOffset At) : DomainEvent(By, At);

/// <summary>A member left, and administrators may take over what he had.</summary>
public sealed record ReplyCollectionOffered(Guid CollectionId, DateTimeOffset Until, Actor By, DateTimeOffset At) : DomainEvent(By, At);
