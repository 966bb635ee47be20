using System.Security.Cryptography;
using System.Text;
using Relais.Domain.People;
using Relais.Server.Persistence;

namespace Relais.Server.Security;

/// <summary>The door of every endpoint: reads what it demands, finds out who asks, and refuses before it runs.</summary>
internal sealed class Admission(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        var endpoint = context.GetEndpoint();

        // Nobody's: the address is unknown, or the router itself refuses its method or content type and does nothing else.
        if (endpoint is null or not RouteEndpoint)
        {
            await next(context);
            return;
        }

        if (endpoint.Metadata.GetMetadata<Access>() is { Permission: null } || await IsAdmitted(context, endpoint)) await next(context);
    }

    private static async Task<bool> IsAdmitted(HttpContext context, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<Access>()?.Permission is not { } needed)
            return await Deny(context);

        var session = SessionCookie.Read(context.User);
        var entrance = context.RequestServices.GetRequiredService<Entrance>();
        if (session is null || !await entrance.Enter(session))
            return await Refuse(context, StatusCodes.Status401Unauthorized, "sign_in.required", "Sign in first.");

        if (!IsFromOurPages(context, session))
            return await Refuse(context, StatusCodes.Status403Forbidden, "csrf.refused", "Load the page again, then repeat.");

        var me = context.RequestServices.GetRequiredService<CurrentMember>();
        if (!me.May(needed)) return await Deny(context);

        if (IsAudited(needed, context.Request.Method)) Announce(context, endpoint, me);
        return true;
    }

    /// <summary>Whether what a request changes stands in the audit log.</summary>
    internal static bool IsAudited(Permission permission, string method) =>
        permission is Permission.ManageSettings or Permission.DeleteContacts or Permission.SendBroadcasts && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method);

    private static void Announce(HttpContext context, Endpoint endpoint, CurrentMember me) =>
        context.RequestServices.GetRequiredService<RelaisDb>().Deed = new Deed(
            endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? context.Request.Method,
            me.Id,
            me.Name,
            context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>
    /// A page of another site can neither read the token nor hide its origin. The live line sends no header of ours when it
    /// opens, so there the origin alone decides.
    /// </summary>
    private static bool IsFromOurPages(HttpContext context, SessionCookie session)
    {
        var request = context.Request;
        var settings = context.RequestServices.GetRequiredService<RelaisSettings>();
        if (request.Headers.Origin is [{ } origin, ..] && !IsOurs(origin, request, settings)) return false;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return true;
        if (!request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return true;

        var given = Encoding.UTF8.GetBytes(request.Headers["X-CSRF-Token"].ToString());
        return CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(session.CsrfToken));
    }

    private static bool IsOurs(string origin, HttpRequest request, RelaisSettings settings) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || string.Equals(from.Authority, settings.PublicUrl?.Authority, StringComparison.OrdinalIgnoreCase));

    private static Task<bool> Deny(HttpContext context) =>
        Refuse(context, StatusCodes.Status403Forbidden, "permission.denied", "Ask an administrator for the right to do this.");

    private static async Task<bool> Refuse(HttpContext context, int status, string code, string detail)
    {
        await Problems.Write(context, status, code, detail);
        return false;
    }
}
