using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Replies;
using Relais.Domain.Shared;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Replies;

/// <summary>Renames a collection or shares it with others. A shared one is nobody's own any more: that is how what a member left behind is taken over.</summary>
public static class ChangeReplyCollection
{
    /// <summary>What is left out stays as it is.</summary>
    public sealed record Request(string? Name, IReadOnlyList<Guid>? TeamIds, IReadOnlyList<Guid>? ChannelIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/reply-collections/{id:guid}", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("ChangeReplyCollection").WithTags("Saved replies").WithSummary("Rename a collection, or share it")
            .Produces<ReplyCollectionView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, Request request, ReplyDesk desk, RelaisDb db, CancellationToken cancel)
    {
        var shares = request.TeamIds is not null || request.ChannelIds is not null;
        if (shares) (await desk.Reader(cancel)).RefuseToShareUnlessAdmin();
        if (await desk.Editable(id, cancel) is not { } collection) return TypedResults.NotFound();

        if (request.Name is not null) collection.Rename(request.Name, desk.By, desk.Now);
        if (shares) await db.Share(collection, request.TeamIds ?? collection.TeamIds, request.ChannelIds ?? collection.ChannelIds, desk, cancel);
        await desk.RefuseTakenName(collection, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(ReplyCollectionView.Of(collection, await desk.Reader(cancel)));
    }
}

internal static class Sharing
{
    /// <exception cref="RuleViolation"><c>team.unknown</c>, <c>channel.unknown</c>.</exception>
    public static async Task Share(
        this RelaisDb db, ReplyCollection collection, IReadOnlyCollection<Guid> teams, IReadOnlyCollection<Guid> channels, ReplyDesk desk, CancellationToken cancel)
    {
        await db.RefuseUnknownTeams(teams, cancel);
        if (await db.Channels.CountAsync(channel => channels.Contains(channel.Id), cancel) != channels.Distinct().Count())
            throw new RuleViolation("channel.unknown", "Choose among the channels of this organisation.");

        collection.ShareWith(teams, channels, desk.By, desk.Now);
    }
}
