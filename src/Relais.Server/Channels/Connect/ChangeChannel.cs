using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Channels;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Hours;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Connect;

/// <summary>Renames or reconfigures a channel, opens it to others, disables it or puts it back to work.</summary>
public static class ChangeChannel
{
    /// <summary>What is left out stays as it is. The status may be <c>active</c> or <c>disabled</c>.</summary>
    public sealed record Request(
        string? Name,
        JsonObject? Settings,
        bool? Everyone,
        IReadOnlyList<Guid>? TeamIds,
        IReadOnlyList<Guid>? MemberIds,
        bool? AutoAssignOnReply,
        ChannelStatus? Status)
    {
        [JsonIgnore]
        public bool IsAboutAccess => Everyone is not null || TeamIds is not null || MemberIds is not null;
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/channels/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeChannel").WithTags("Channels").WithSummary("Change a channel")
            .Produces<ChannelDetail>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, Request request, HttpContext context, RelaisDb db, CurrentMember me, Connections connections, CancellationToken cancel)
    {
        var services = context.RequestServices;
        var channel = await db.Channels.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (channel is null) return TypedResults.NotFound();

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        Describe(channel, request, me.AsActor(), now);
        if (request.Settings is { } given) connections.Configure(channel, given, me.AsActor());
        if (request.Status is { } status) Turn(channel, status, connections, me.AsActor(), now);
        if (request.IsAboutAccess) await Open(channel, request, db, me.AsActor(), now, cancel);
        await db.SaveChangesAsync(cancel);

        if (request.IsAboutAccess) await services.GetRequiredService<Rights>().Changed(me.OrganisationId, cancel);
        var shown = connections.ShowWhole(channel, services.GetRequiredService<RelaisSettings>().SeenBy(context.Request));
        return TypedResults.Ok(await services.GetRequiredService<HoursBoard>().On(shown, channel, cancel));
    }

    private static void Describe(Channel channel, Request request, Actor by, DateTimeOffset now)
    {
        if (request.Name is not null) channel.Rename(request.Name, by, now);
        if (request.AutoAssignOnReply is { } assign) channel.AssignOnReply(assign, by, now);
    }

    private static void Turn(Channel channel, ChannelStatus status, Connections connections, Actor by, DateTimeOffset now)
    {
        if (status == ChannelStatus.Disabled)
        {
            channel.Disable(by, now);
            return;
        }

        if (status == ChannelStatus.Failing)
            throw new RuleViolation("channel.status.invalid", "Choose 'active' or 'disabled'.");

        connections.Configure(channel, [], by);
        channel.Enable(by, now);
    }

    private static async Task Open(Channel channel, Request request, RelaisDb db, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (request.Everyone ?? (channel.Everyone && request is { TeamIds: null, MemberIds: null }))
        {
            channel.OpenToEveryone(by, now);
            return;
        }

        var teams = request.TeamIds ?? [.. channel.Access.Where(access => access.TeamId is not null).Select(access => access.TeamId!.Value)];
        var members = request.MemberIds ?? [.. channel.Access.Where(access => access.MemberId is not null).Select(access => access.MemberId!.Value)];
        await db.RefuseUnknownTeams(teams, cancel);
        await db.RefuseUnknownMembers(members, cancel);
        channel.OpenTo([.. teams], [.. members], by, now);
    }
}
