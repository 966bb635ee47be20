using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Tags;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Tags;

/// <summary>The tags messages can have, archived ones too: some messages still have them.</summary>
public static class ListTags
{
    public sealed record Answer(IReadOnlyList<TagView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/tags", Handle)
            .Needs(Permission.UseRelais)
            .WithName("ListTags").WithTags("Tags").WithSummary("The tags of the organisation")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CancellationToken cancel) => TypedResults.Ok(new Answer(
        [.. (await db.Tags.AsNoTracking().Where(tag => tag.State != TagState.Removed).OrderBy(tag => tag.Key).ToListAsync(cancel)).Select(TagView.Of)]));
}
