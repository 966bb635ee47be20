using Relais.Domain.Conversations;

namespace Relais.Server.Conversations;

/// <summary>The post a public conversation stands under; null is what its network does not tell, or has not told yet.</summary>
public sealed record PostView(Guid Id, string? AuthorName, string? Text, string? Url, DateTimeOffset? PostedAt, string? PictureUrl)
{
    public static PostView Of(Post post) => new(
        post.Id, post.AuthorName, post.Text, post.Url, post.PostedAt, post.PictureKey is { } key ? $"/api/v1/attachments/{key}" : null);
}
