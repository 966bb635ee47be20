using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Server.Security;

namespace Relais.Server.Channels.Custom;

/// <summary>The other side says what its medium can do: limits, reply window, receipts.</summary>
internal static class DeclareCapabilities
{
    public static void Map(RouteGroupBuilder doors, CustomDoors entrance)
    {
        doors.MapPut("/capabilities", (Guid channelId, HttpContext http, CancellationToken cancel) => Declare(entrance, channelId, http, cancel))
            .ForTheOtherSide(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity)
            .WithName("DeclareCustomCapabilities")
            .WithSummary("Declares what the medium can do; the agents' composer follows it at once.")
            .WithDescription("Replaces what was declared before. What is left out has its standard value. Needs the token.")
            .Accepts<CustomAbilities>("application/json")
            .Produces<CustomAbilities>();
        doors.MapGet("/capabilities", (Guid channelId, HttpContext http, CancellationToken cancel) => Show(entrance, channelId, http, cancel))
            .ForTheOtherSide()
            .WithName("ShowCustomCapabilities")
            .WithSummary("What is declared now.")
            .Produces<CustomAbilities>();
    }

    private static async Task<IResult> Declare(CustomDoors entrance, Guid channelId, HttpContext http, CancellationToken cancel)
    {
        var (visit, refusal) = await entrance.EnterByToken(channelId, http, withBody: true, cancel);
        if (visit is null) return refusal!;
        if (Read(visit.Body) is not { } abilities) return CustomDoors.Malformed("The body does not match the description.");
        if (abilities.Fault() is { } fault) return Problems.Result(StatusCodes.Status422UnprocessableEntity, "capabilities.wrong", fault);

        var db = visit.Db();
        var channel = await db.Channels.FirstAsync(row => row.Id == channelId, cancel);
        var settings = visit.Get<SettingsVault>().Seal(channel.OrganisationId, channel.Id, visit.Settings with { Abilities = abilities });
        channel.Configure(settings, Actor.System, visit.Get<TimeProvider>().GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(abilities);
    }

    private static async Task<IResult> Show(CustomDoors entrance, Guid channelId, HttpContext http, CancellationToken cancel)
    {
        var (visit, refusal) = await entrance.EnterByToken(channelId, http, withBody: false, cancel);
        return refusal ?? TypedResults.Ok(visit!.Settings.Abilities ?? new CustomAbilities());
    }

    private static CustomAbilities? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<CustomAbilities>(body.Span, CustomAct.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
