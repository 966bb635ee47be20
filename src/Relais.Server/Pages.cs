using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;
using Relais.Server.Security;

namespace Relais.Server;

/// <summary>Serves the browser programs as they were built, compressed beforehand: <c>wwwroot/app</c> at the root, any other
/// folder under its name.</summary>
internal static class Pages
{
    private const string Assets = "/assets";
    private const string Members = "app";

    public static void UsePages(this WebApplication app)
    {
        var site = new DirectoryInfo(Path.Combine(app.Environment.ContentRootPath, "wwwroot"));
        if (!site.Exists) return;

        foreach (var program in site.EnumerateDirectories())
        {
            var path = program.Name == Members ? "" : $"/{program.Name}";
            var files = new PhysicalFileProvider(program.FullName);
            app.Use((http, next) => PreferCompressed(http, path, files, next));
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = files,
                RequestPath = path,
                OnPrepareResponse = Describe,
                ServeUnknownFileTypes = true, // The Brotli twins; Describe names what they hold.
            });
        }
    }

    /// <summary>Every address that is none of ours belongs to the members' app, which finds its page itself.</summary>
    public static void MapPages(this WebApplication app)
    {
        var index = Path.Combine(app.Environment.ContentRootPath, "wwwroot", Members, "index.html");
        app.MapFallback(http => Show(http, index)).Open("The page is empty until one signs in.").ExcludeFromDescription();
    }

    private static async Task Show(HttpContext http, string index)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || !File.Exists(index))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers[HeaderNames.CacheControl] = "no-cache";
        await http.Response.SendFileAsync(index, http.RequestAborted);
    }

    /// <summary>A file with a Brotli twin is served as that twin to those who take it.</summary>
    private static Task PreferCompressed(HttpContext http, string path, PhysicalFileProvider files, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal, out var rest)
            && rest.Value is { Length: > 1 } name
            && http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)
            && files.GetFileInfo(name + ".br").Exists)
            http.Request.Path += ".br";

        return next(http);
    }

    private static void Describe(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        if (file.File.Name.EndsWith(".br", StringComparison.Ordinal))
        {
            headers[HeaderNames.ContentEncoding] = "br";
            headers[HeaderNames.Vary] = HeaderNames.AcceptEncoding;
            new FileExtensionContentTypeProvider().TryGetContentType(file.File.Name[..^3], out var type);
            file.Context.Response.ContentType = type ?? "application/octet-stream";
        }

        // Names under assets carry a hash of what is inside.
        headers[HeaderNames.CacheControl] = file.Context.Request.Path.Value!.Contains(Assets, StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
    }
}
