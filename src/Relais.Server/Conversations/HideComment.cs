using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Hides a comment from the public, or shows it again. It is hidden once its network says so, and not before.</summary>
public static class HideComment
{
    public sealed record Request(bool IsHidden);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/messages/{id:guid}/hidden", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("HideComment").WithTags("Messages").WithSummary("Hides a comment from the public, or shows it again");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, Request request, ConversationDesk desk, ConnectedChannels channels, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        if (await db.Messages.AsNoTracking().VisibleTo(me, db).FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } comment) return TypedResults.NotFound();

        await Ask(comment, request.IsHidden, channels, cancel);
        var found = await desk.ChangeMessage(id, Hide, cancel);
        return found ? TypedResults.NoContent() : TypedResults.NotFound();

        Task Hide(Conversation conversation, Message message)
        {
            message.Hide(request.IsHidden, desk.By, desk.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>Before anything is held: no transaction may wait for somebody else's server.</summary>
    /// <exception cref="RuleViolation"><c>comment.cannot_be_hidden</c>, <c>comment.hiding_refused</c>.</exception>
    private static async Task Ask(Message comment, bool isHidden, ConnectedChannels channels, CancellationToken cancel)
    {
        if (comment is not { Direction: Direction.In, ExternalId: { } externalId } || await channels.Find(comment.ChannelId, cancel) is not { } channel
            || channels.CapabilitiesOf(channel) is not { Public.Hiding: true })
            throw new RuleViolation("comment.cannot_be_hidden", "This message cannot be hidden here.");

        if (await channels.KindOf(channel).Hide(channel, externalId, isHidden, cancel) is { } reason)
            throw new RuleViolation("comment.hiding_refused", $"The network did not do it: {reason}", new Dictionary<string, object?> { ["reason"] = reason });
    }
}
