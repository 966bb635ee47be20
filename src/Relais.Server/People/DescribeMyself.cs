using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Changes one's own name, language, short code or preferences, or whether one is available.</summary>
public static class DescribeMyself
{
    /// <summary>What is left out stays as it is; an empty short code removes it.</summary>
    /// <param name="AwayStateId">With <c>away</c>: why; left out = just away.</param>
    public sealed record Request(
        string? Name,
        [property: Spoken] string? Language,
        string? ShortCode,
        Availability? Availability,
        Guid? AwayStateId,
        DefaultAvailability? DefaultAvailability);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/session/member", Handle)
            .Needs(Permission.UseRelais)
            .WithName("DescribeMyself").WithTags("Session").WithSummary("Change one's own profile")
            .Produces<MyselfView>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, RelaisDb db, CurrentMember me, StatusDesk desk, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        var member = await db.Members.SingleAsync(one => one.Id == me.Id, cancel);
        var now = clock.GetUtcNow();
        if (request is not { Name: null, Language: null, ShortCode: null })
            member.Describe(request.Name, request.Language, request.ShortCode, me.AsActor(), now);
        if (request.DefaultAvailability is { } preferred) member.Prefer(preferred, me.AsActor(), now);
        if (request.Availability is { } availability) await desk.Choose(member, availability, request.AwayStateId, cancel);

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        desk.Tell();
        return TypedResults.Ok(MyselfView.Of(member));
    }
}
