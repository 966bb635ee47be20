using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>
/// Deletes a comment at its network for good, or what we said in public ourselves. It is deleted once its network says so, and not before.
/// </summary>
public static class DeleteComment
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/messages/{id:guid}/removal", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("DeleteComment").WithTags("Messages").WithSummary("Deletes a comment, or a public answer, at its network for good");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, ConversationDesk desk, ConnectedChannels channels, ChannelMemory memory, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        if (await db.Messages.AsNoTracking().VisibleTo(me, db).FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } comment) return TypedResults.NotFound();
        if (comment.RemovedAt is not null) return TypedResults.NoContent();

        await Ask(comment, channels, memory, db, cancel);
        var found = await desk.ChangeMessage(id, Delete, cancel);
        return found ? TypedResults.NoContent() : TypedResults.NotFound();

        Task Delete(Conversation conversation, Message message)
        {
            conversation.Delete(message, desk.By, desk.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>Before anything is held: no transaction may wait for somebody else's server.</summary>
    /// <exception cref="RuleViolation"><c>comment.cannot_be_deleted</c>, <c>comment.deletion_refused</c>.</exception>
    private static async Task Ask(Message comment, ConnectedChannels channels, ChannelMemory memory, RelaisDb db, CancellationToken cancel)
    {
        var visibility = await db.Threads.Where(row => row.Id == comment.ThreadId).Select(row => row.Visibility).FirstAsync(cancel);
        if (comment.ExternalId is not { } externalId || await channels.Find(comment.ChannelId, cancel) is not { } channel
            || !channels.CapabilitiesOf(channel).In(visibility).CanDelete(comment.Direction))
            throw new RuleViolation("comment.cannot_be_deleted", "This message cannot be deleted here.");

        // Of an answer in several parts all; the last one first, so that nothing hangs in the air.
        foreach (var part in (await memory.PartsWith(channel.Id, externalId, cancel)).Reverse())
        {
            if (await channels.KindOf(channel).Delete(channel, new Deleting(part, comment.Extra), cancel) is { } reason)
                throw new RuleViolation("comment.deletion_refused", $"The network did not do it: {reason}", new Dictionary<string, object?> { ["reason"] = reason });
        }
    }
}
