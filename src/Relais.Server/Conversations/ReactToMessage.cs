using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Puts an emoji on what a customer wrote, or takes it back. It stands there once the network says so, and not before.</summary>
public static class ReactToMessage
{
    /// <param name="Emoji">One of the channel's; null takes the one before back.</param>
    public sealed record Request(string? Emoji);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/messages/{id:guid}/reaction", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("ReactToMessage").WithTags("Messages").WithSummary("Puts an emoji on what a customer wrote, or takes it back");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, Request request, ConversationDesk desk, ConnectedChannels channels, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        if (await db.Messages.AsNoTracking().VisibleTo(me, db).FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } message) return TypedResults.NotFound();

        await Ask(message, request.Emoji, channels, db, cancel);
        var found = await desk.ChangeMessage(id, React, cancel);
        return found ? TypedResults.NoContent() : TypedResults.NotFound();

        Task React(Conversation conversation, Message reacted)
        {
            reacted.React(request.Emoji, desk.By, desk.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>Before anything is held: no transaction may wait for somebody else's server.</summary>
    /// <exception cref="RuleViolation"><c>reaction.impossible</c>, <c>reaction.refused</c>.</exception>
    private static async Task Ask(Message message, string? emoji, ConnectedChannels channels, RelaisDb db, CancellationToken cancel)
    {
        var thread = await db.Threads.AsNoTracking().FirstAsync(row => row.Id == message.ThreadId, cancel);
        if (message is not { Direction: Direction.In, RemovedAt: null, ExternalId: { } externalId } || await channels.Find(message.ChannelId, cancel) is not { } channel
            || channels.CapabilitiesOf(channel).In(thread.Visibility).Reactions is not { Count: > 0 } offered || (emoji is not null && !offered.Contains(emoji)))
            throw new RuleViolation("reaction.impossible", "One cannot react to this message so.");

        var reacting = new Reacting(externalId, await Addresses.Of(db, thread, cancel), thread.Visibility, emoji);
        if (await channels.KindOf(channel).React(channel, reacting, cancel) is { } reason)
            throw new RuleViolation("reaction.refused", $"The network did not do it: {reason}", new Dictionary<string, object?> { ["reason"] = reason });
    }
}
