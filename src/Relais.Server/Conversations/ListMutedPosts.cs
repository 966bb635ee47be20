using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>The muted posts, where an agent finds them again.</summary>
public static class ListMutedPosts
{
    /// <summary>Nobody mutes more than he can look through.</summary>
    private const int Shown = 200;

    public sealed record Answer(IReadOnlyList<PostView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/posts/muted", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ListMutedPosts").WithTags("Posts").WithSummary("The muted posts, the last one first");

    private static async Task<Ok<Answer>> Handle(RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var muted = await db.Posts.VisibleTo(me).AsNoTracking().Where(post => post.MutedAt != null)
            .OrderByDescending(post => post.MutedAt).ThenBy(post => post.Id).Take(Shown).ToListAsync(cancel);
        return TypedResults.Ok(new Answer([.. muted.Select(PostView.Of)]));
    }
}
