using Relais.Domain.Conversations;

namespace Relais.Server.Conversations;

/// <summary>The post a public conversation stands under; null is what its network does not tell, or has not told yet.</summary>
/// <param name="MutedAt">Since when what is written below it asks nobody for anything; null = it does.</param>
/// <param name="MutedBy">Who muted it, as he was called then.</param>
public sealed record PostView(
    Guid Id, Guid ChannelId, string? AuthorName, string? Text, string? Url, DateTimeOffset? PostedAt, string? PictureUrl, DateTimeOffset? MutedAt, string? MutedBy)
{
    public static PostView Of(Post post) => new(
        post.Id,
        post.ChannelId,
        post.AuthorName,
        post.Text,
        post.Url,
        post.PostedAt,
        post.PictureKey is { } key ? $"/api/v1/attachments/{key}" : null,
        post.MutedAt,
        post.MutedBy);
}
