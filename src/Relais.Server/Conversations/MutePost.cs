using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>A post draws more comments than anybody can answer: an agent mutes it, or hears it again.</summary>
public static class MutePost
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/posts/{id:guid}/mute", Mute)
            .Needs(Permission.AnswerConversations)
            .WithName("MutePost").WithTags("Posts").WithSummary("Mute a post")
            .WithDescription("What would begin a conversation below it is kept, and resolved at once. Conversations that are open go on.");
        routes.MapDelete("/posts/{id:guid}/mute", Unmute)
            .Needs(Permission.AnswerConversations)
            .WithName("UnmutePost").WithTags("Posts").WithSummary("Let what is written below a post come to New again");
    }

    private static Task<Results<NoContent, NotFound>> Mute(Guid id, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel) =>
        Change(id, mute: true, db, me, clock, cancel);

    private static Task<Results<NoContent, NotFound>> Unmute(Guid id, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel) =>
        Change(id, mute: false, db, me, clock, cancel);

    private static async Task<Results<NoContent, NotFound>> Change(Guid id, bool mute, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);

        // What comes in at this moment has read the post already.
        await db.Dialect.Lock(db, Locks.Intake, cancel);
        if (await db.Posts.VisibleTo(me).FirstOrDefaultAsync(post => post.Id == id, cancel) is not { } found) return TypedResults.NotFound();

        found.Mute(mute, me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.NoContent();
    }
}
