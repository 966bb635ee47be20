using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Topics;

/// <summary>The topics conversations can be about, archived ones too: some conversations still have them.</summary>
public static class ListTopics
{
    public sealed record Answer(IReadOnlyList<TopicView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/topics", Handle)
            .Needs(Permission.UseRelais)
            .WithName("ListTopics").WithTags("Topics").WithSummary("The topics of the organisation")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CancellationToken cancel)
    {
        var tree = await db.TopicTree(cancel);
        return TypedResults.Ok(new Answer(
            [.. tree.All.Select(topic => TopicView.Of(topic, tree)).OrderBy(topic => topic.Path, StringComparer.OrdinalIgnoreCase)]));
    }
}
