using Relais.Domain.Shared;

namespace Relais.Domain.Conversations;

/// <summary>What public threads stand under, as its network shows it: nobody understands a comment without it.</summary>
public sealed class Post : Entity
{
    public const int TextLimit = 5000;
    public const int AuthorLimit = 200;
    public const int UrlLimit = 2000;

    private Post()
    {
    }

    /// <param name="organisationId">Whose it is.</param>
    /// <param name="channelId">Where it stands.</param>
    /// <param name="externalId">The provider's id, at most <see cref="Thread.PostLimit"/> letters.</param>
    /// <param name="askAt">When to ask the provider what it says; null = he tells it with the comments, or never.</param>
    public Post(Guid organisationId, Guid channelId, string externalId, DateTimeOffset? askAt)
    {
        OrganisationId = organisationId;
        ChannelId = channelId;
        ExternalId = externalId;
        NextTryAt = askAt;
        Touch();
    }

    public Guid ChannelId { get; private init; }

    /// <summary>The provider's id, unique in the channel; <see cref="Thread.Post"/> of what stands under it.</summary>
    public string ExternalId { get; private init; } = "";

    public string? AuthorName { get; private set; }

    public string? Text { get; private set; }

    /// <summary>Where people see it.</summary>
    public string? Url { get; private set; }

    public DateTimeOffset? PostedAt { get; private set; }

    /// <summary>Our copy of its picture; see <see cref="Attachment.Key"/>.</summary>
    public string? PictureKey { get; private set; }

    /// <summary>Since when what is written below it asks nobody for anything; null = it does.</summary>
    public DateTimeOffset? MutedAt { get; private set; }

    /// <summary>Who muted it, as he was called then.</summary>
    public string? MutedBy { get; private set; }

    /// <summary>How often we asked the provider.</summary>
    public int Tries { get; private set; }

    /// <summary>When to ask next; whoever asks moves it on first, so that two never ask at once.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    /// <summary>Asks once more, and not again before <paramref name="next"/>.</summary>
    public void Try(DateTimeOffset next)
    {
        Tries++;
        NextTryAt = next;
        Touch();
    }

    /// <summary>Not now; null = never again.</summary>
    public void Postpone(DateTimeOffset? next)
    {
        NextTryAt = next;
        Touch();
    }

    /// <summary>What is not told leaves what is known.</summary>
    public void Learn(PostCard card, DateTimeOffset at)
    {
        var known = (AuthorName, Text, Url, PostedAt);
        AuthorName = Texts.Fit(card.AuthorName, AuthorLimit) ?? AuthorName;
        Text = Texts.Fit(card.Text, TextLimit) ?? Text;
        Url = card.Url is { Length: <= UrlLimit } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? url : Url;
        PostedAt = card.PostedAt ?? PostedAt;
        if (known != (AuthorName, Text, Url, PostedAt)) Record(new PostLearned(this, at));
    }

    /// <summary>It draws more words than anybody can answer: conversations that would begin below it are over at once. Those that are open go on.</summary>
    public void Mute(bool mute, Actor by, DateTimeOffset at)
    {
        if (MutedAt is not null == mute) return;

        (MutedAt, MutedBy) = mute ? (at, by.Name) : ((DateTimeOffset?)null, (string?)null);
        Record(new PostMuted(this, mute, by, at));
    }

    public void Show(Attachment picture, DateTimeOffset at)
    {
        picture.Join(this);
        PictureKey = picture.Key;
        Record(new PostLearned(this, at));
    }
}

/// <summary>What a network tells of a post; null is what it does not tell.</summary>
public sealed record PostCard(string? AuthorName = null, string? Text = null, string? Url = null, DateTimeOffset? PostedAt = null);

/// <summary>More is known of a post that somebody commented.</summary>
public sealed record PostLearned(Post Post, DateTimeOffset At) : DomainEvent(Actor.System, At);

/// <summary>A post was muted, or is heard again.</summary>
public sealed record PostMuted(Post Post, bool IsMuted, Actor By, DateTimeOffset At) : DomainEvent(By, At);
