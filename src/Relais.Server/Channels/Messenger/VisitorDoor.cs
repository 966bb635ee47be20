using Microsoft.Net.Http.Headers;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Messenger;

/// <summary>
/// Stands before every door of a messenger: the channel exists, the browser comes from an allowed place, nobody is too fast,
/// and the token is a visitor's of this very channel.
/// </summary>
internal sealed class VisitorDoor(VisitorLimits limits) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return await Refusal(http) ?? await next(context);
    }

    private async Task<IResult?> Refusal(HttpContext http)
    {
        if (!limits.Admit(Limit.Calls, CallerAddress.Of(http))) return TooFast(http);
        if (await ChannelOf(http) is not { } channel)
            return Problems.Result(StatusCodes.Status404NotFound, "not_found", "There is no such messenger.");

        var settings = (MessengerSettings)channel.Settings;
        if (!MayCome(http, settings))
            return Problems.Result(StatusCodes.Status403Forbidden, "origin.refused", "This site may not show this messenger.");

        var visit = await VisitOf(http, channel, settings);
        var rule = http.GetEndpoint()!.Metadata.GetMetadata<DoorRule>() ?? DoorRule.Public;
        if (rule.NeedsVisitor && visit.Session is null)
            return Problems.Result(StatusCodes.Status401Unauthorized, "visitor.unknown", "Enter first: POST visitors.");
        if (rule.Limit is { } limit && !limits.Admit(limit, $"{channel.Id}/{visit.Session?.Visitor ?? CallerAddress.Of(http)}"))
            return TooFast(http);

        http.RequestServices.GetRequiredService<RelaisDb>().Scope = channel.OrganisationId;
        http.Features.Set(visit);
        return null;
    }

    private static async Task<ConnectedChannel?> ChannelOf(HttpContext http)
    {
        var channels = http.RequestServices.GetRequiredService<ConnectedChannels>();
        var id = Guid.Parse(http.GetRouteValue("channelId")!.ToString()!);
        return await channels.Find(id, http.RequestAborted) is { Settings: MessengerSettings } channel ? channel : null;
    }

    /// <summary>
    /// The panel is a page of ours, so its calls come from ourselves. Only the public settings are for the site's page.
    /// What sends no origin is no foreign page.
    /// </summary>
    private static bool MayCome(HttpContext http, MessengerSettings settings)
    {
        if (http.Request.Headers.Origin is not [{ } origin, ..] || IsOurs(http, origin)) return true;
        if (http.GetEndpoint()!.Metadata.GetMetadata<DoorRule>() is not { ForAnyPage: true } || !AllowedOrigins.Of(settings).Contain(origin)) return false;

        http.Response.Headers.AccessControlAllowOrigin = origin;
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        return true;
    }

    private static bool IsOurs(HttpContext http, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (string.Equals(from.Authority, http.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || string.Equals(from.Authority, http.RequestServices.GetRequiredService<SiteAddress>().Root.Authority, StringComparison.OrdinalIgnoreCase));

    private static async Task<Visit> VisitOf(HttpContext http, ConnectedChannel channel, MessengerSettings settings)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.Ordinal)) return new Visit(channel, settings, null, null);

        var token = header[Scheme.Length..];
        var sessions = ActivatorUtilities.CreateInstance<VisitorSessions>(http.RequestServices);
        var session = await sessions.Find(channel.Id, token, http.RequestAborted);
        return session is { IsVerified: false } && settings.RequireIdentity
            ? new Visit(channel, settings, null, null)
            : new Visit(channel, settings, session, session is null ? null : token);
    }

    private static IResult TooFast(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "3";
        return Problems.Result(StatusCodes.Status429TooManyRequests, "rate_limited", "Wait a moment, then repeat.");
    }
}

/// <summary>What a door asks of those who come.</summary>
internal sealed record DoorRule(bool NeedsVisitor, Limit? Limit, bool ForAnyPage = false)
{
    public static readonly DoorRule Public = new(false, null);
}

internal static class DoorRules
{
    public const int MaxBody = 64 * 1024;

    public static RouteHandlerBuilder ForVisitors(this RouteHandlerBuilder door, Limit? limit = null) => door
        .Open("The visitor's token opens it.")
        .WithMetadata(new DoorRule(true, limit));
}
