using Microsoft.Net.Http.Headers;
using Relais.Server.Security;

namespace Relais.Server.Channels.Messenger;

/// <summary>What a browser opens: the loader a site includes, the panel in its frame, and the shop to try it in.</summary>
internal static class MessengerPages
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; " +
        "frame-src 'self'; base-uri 'none'; form-action 'none'";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/relais.js", Loader).Open("Every site that shows the messenger loads it.");
        pages.MapGet("/panel/{channelId:guid}", Panel).Open("Holds nothing of anybody; its doors look after themselves.");
        pages.MapGet("/try/{channelId:guid}", Shop).Open("A shop to try the messenger in; holds nothing of anybody.");
    }

    private static IResult Loader(HttpContext http, IWebHostEnvironment environment)
    {
        // Loaded by pages of other origins: that is what it is for.
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        http.Response.Headers[HeaderNames.CacheControl] = "public, max-age=300";
        http.Response.Headers[HeaderNames.Vary] = HeaderNames.AcceptEncoding;
        var file = FileOf(environment, "relais.js");
        if (!File.Exists(file)) return Results.NotFound();
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal) || !File.Exists(file + ".br"))
            return Results.File(file, "text/javascript; charset=utf-8", lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(file)));

        http.Response.Headers[HeaderNames.ContentEncoding] = "br";
        return Results.File(file + ".br", "text/javascript; charset=utf-8", lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(file)));
    }

    private static async Task<IResult> Panel(
        Guid channelId, HttpContext http, IWebHostEnvironment environment, ConnectedChannels channels, CancellationToken cancel)
    {
        if (await channels.Find(channelId, cancel) is not { Settings: MessengerSettings settings }) return Results.NotFound();

        var ancestors = AllowedOrigins.Of(settings).FrameAncestors;
        http.Response.Headers.ContentSecurityPolicy = $"{Policy}; require-trusted-types-for 'script'; frame-ancestors {ancestors}";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        http.Response.Headers[HeaderNames.CacheControl] = "no-cache";
        var page = FileOf(environment, "panel.html");
        return File.Exists(page) ? Results.File(page, "text/html; charset=utf-8") : Results.NotFound();
    }

    private static async Task<IResult> Shop(
        Guid channelId, string? lang, HttpContext http, IWebHostEnvironment environment, ConnectedChannels channels, CancellationToken cancel)
    {
        if (await channels.Find(channelId, cancel) is not { Settings: MessengerSettings settings }) return Results.NotFound();

        var language = (lang ?? (settings.Language == "auto" ? http.Request.Headers.AcceptLanguage.ToString() : settings.Language))
            .StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
        http.Response.Headers.ContentSecurityPolicy = $"{Policy}; frame-ancestors 'none'";
        http.Response.Headers[HeaderNames.CacheControl] = "no-cache";
        http.Response.Headers[HeaderNames.Vary] = HeaderNames.AcceptLanguage;
        var file = FileOf(environment, $"try.{language}.html");
        if (!File.Exists(file)) return Results.NotFound();

        var page = await File.ReadAllTextAsync(file, cancel);
        return Results.Content(page.Replace("{channel}", channelId.ToString(), StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    private static string FileOf(IWebHostEnvironment environment, string name) =>
        Path.Combine(environment.ContentRootPath, "wwwroot", "messenger", name);
}
