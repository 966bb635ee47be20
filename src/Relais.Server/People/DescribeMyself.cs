using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Changes one's own name, language, short code, or whether one is available.</summary>
public static class DescribeMyself
{
    /// <summary>What is left out stays as it is; an empty short code removes it.</summary>
    public sealed record Request(string? Name, [property: Spoken] string? Language, string? ShortCode, Availability? Availability);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/session/member", Handle)
            .Needs(Permission.UseRelais)
            .WithName("DescribeMyself").WithTags("Session").WithSummary("Change one's own profile")
            .Produces<MyselfView>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, RelaisDb db, CurrentMember me, Presence presence, TimeProvider clock, CancellationToken cancel)
    {
        var member = await db.Members.SingleAsync(one => one.Id == me.Id, cancel);
        if (request is not { Name: null, Language: null, ShortCode: null })
            member.Describe(request.Name, request.Language, request.ShortCode, me.AsActor(), clock.GetUtcNow());
        if (request.Availability is { } availability)
            member.BecomeAvailable(availability, me.AsActor(), clock.GetUtcNow());

        await db.SaveChangesAsync(cancel);
        if (request.Availability is not null) await presence.Tell(me.OrganisationId, me.Id, CancellationToken.None);
        return TypedResults.Ok(MyselfView.Of(member));
    }
}
