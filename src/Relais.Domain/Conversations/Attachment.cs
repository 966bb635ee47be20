using Relais.Domain.Replies;
using Relais.Domain.Shared;

namespace Relais.Domain.Conversations;

public enum AttachmentKind
{
    Image,
    Video,
    Audio,
    Document,
}

public enum AttachmentState
{
    /// <summary>Still at the provider's; being copied into our own store.</summary>
    Fetching,
    Ready,

    /// <summary>The provider no longer has it, or it is too large.</summary>
    Failed,
}

/// <summary>A file of a message, of a saved reply or of a post. One without any was uploaded and waits to be sent.</summary>
public sealed class Attachment : Entity
{
    public const int NameLimit = 255;
    public const int TypeLimit = 127;
    public const int ReferenceLimit = 2048;

    private Attachment()
    {
    }

    private Attachment(Guid organisationId, AttachmentKind kind, string? name, string? contentType, DateTimeOffset at)
    {
        OrganisationId = organisationId;
        Kind = kind;
        Name = Texts.Fit(name, NameLimit) ?? kind.ToString().ToLowerInvariant();
        ContentType = Texts.Fit(contentType, TypeLimit) ?? "application/octet-stream";
        CreatedAt = at;
        Touch();
    }

    public Guid? MessageId { get; private set; }

    /// <summary>The saved reply that has it; answers get copies.</summary>
    public Guid? SavedReplyId { get; private set; }

    /// <summary>The post whose picture it is.</summary>
    public Guid? PostId { get; private set; }

    public AttachmentKind Kind { get; private init; }

    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public long Size { get; private set; }

    /// <summary>Where our store keeps it and what its address is made of: random, not to be guessed.</summary>
    public string? Key { get; private set; }

    /// <summary>What the provider calls it, or where it lies, while we have no copy.</summary>
    public string? Reference { get; private init; }

    public AttachmentState State { get; private set; }

    /// <summary>Who uploaded it; only he can send it.</summary>
    public Guid? UploadedBy { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Since when it belongs to nothing: uploaded and not sent yet, or taken back. Null while something has it.</summary>
    public DateTimeOffset? UnsentSince { get; private set; }

    /// <summary>How often we tried to copy it.</summary>
    public int Tries { get; private set; }

    /// <summary>When to try next; whoever tries moves it on first, so that two never try at once.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    /// <summary>A file the contact sent, still to be copied from the provider.</summary>
    public static Attachment AtProvider(
        Guid organisationId, AttachmentKind kind, string? name, string? contentType, string reference, DateTimeOffset at) =>
        new(organisationId, kind, name, contentType, at) { Reference = Texts.Fit(reference, ReferenceLimit), NextTryAt = at };

    /// <summary>A file that is in our store already.</summary>
    public static Attachment InStore(
        Guid organisationId, AttachmentKind kind, string name, string contentType, string key, long size, Guid? uploadedBy, DateTimeOffset at) =>
        new(organisationId, kind, name, contentType, at)
        {
            Key = key,
            Size = size,
            UploadedBy = uploadedBy,
            UnsentSince = at,
            State = AttachmentState.Ready,
        };

    internal void Join(Message message)
    {
        MessageId = message.Id;
        UnsentSince = null;
        Touch();
    }

    internal void Join(Post post)
    {
        PostId = post.Id;
        UnsentSince = null;
        Touch();
    }

    public void Join(SavedReply reply)
    {
        SavedReplyId = reply.Id;
        UnsentSince = null;
        Touch();
    }

    /// <summary>Its message was taken back: it may be sent with another. Or its saved reply has it no longer.</summary>
    public void Leave(DateTimeOffset at)
    {
        MessageId = SavedReplyId = null;
        UnsentSince = at;
        Touch();
    }

    /// <summary>Tries once more, and not again before <paramref name="next"/>.</summary>
    public void Try(DateTimeOffset next)
    {
        Tries++;
        NextTryAt = next;
        Touch();
    }

    /// <summary>Not now.</summary>
    public void Postpone(DateTimeOffset next)
    {
        NextTryAt = next;
        Touch();
    }

    public void Arrive(string key, long size, string? contentType)
    {
        Key = key;
        Size = size;
        ContentType = Texts.Fit(contentType, TypeLimit) ?? ContentType;
        State = AttachmentState.Ready;
        NextTryAt = null;
        Touch();
    }

    public void GiveUp()
    {
        State = AttachmentState.Failed;
        NextTryAt = null;
        Touch();
    }
}
