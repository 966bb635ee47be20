using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Relais.Server;

/// <summary>Serves the browser programs as they were built, compressed beforehand: <c>wwwroot/app</c> at the root, any other
/// folder under its name.</summary>
internal static class Pages
{
    private const string Assets = "/assets";
    private const string Members = "app";

    /// <summary>Where the browser programs lie beside the built server, wherever it is started from; null while it runs from its sources.</summary>
    public static string? BesideTheProgram() => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;

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

        var index = Path.Combine(site.FullName, Members, "index.html");
        app.Use((http, next) => ShowApp(http, index, next));
    }

    /// <summary>
    /// Every address that is none of ours belongs to the members' app, which finds its page itself. No endpoint, because one
    /// that takes every address would also take what the API refuses for its method or content type.
    /// </summary>
    private static Task ShowApp(HttpContext http, string index, RequestDelegate next)
    {
        var isOurs = http.GetEndpoint() is not null || http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        var isPage = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return isOurs || !isPage || Path.HasExtension(http.Request.Path.Value) || !File.Exists(index) ? next(http) : Show(http, index);
    }

    private static async Task Show(HttpContext http, string index)
    {
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
