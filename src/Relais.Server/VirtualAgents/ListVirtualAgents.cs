using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.VirtualAgents;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents;

/// <summary>The virtual agents a member can give conversations to.</summary>
public static class ListVirtualAgents
{
    public sealed record Answer(IReadOnlyList<Item> Items);

    /// <param name="ChannelIds">Where it works.</param>
    public sealed record Item(Guid Id, string Name, IReadOnlyList<Guid> ChannelIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/virtual-agents", Handle)
            .Needs(Permission.AssignConversations)
            .WithName("ListVirtualAgents").WithTags("Virtual agents").WithSummary("The virtual agents one can give conversations to")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var deputies = await db.Deputies.AsNoTracking().Where(row => row.IsEnabled && row.Activation == Activation.Delegation).OrderBy(row => row.Key).ToListAsync(cancel);
        return TypedResults.Ok(new Answer(
            [.. deputies.Select(one => new Item(one.Id, one.AsActor().Name, [.. one.Channels.Select(place => place.ChannelId).Where(me.MaySee)]))]));
    }
}
