namespace Relais.Server.Security;

/// <summary>What every answer carries, also errors, files and refusals. An endpoint that set a header itself keeps its own.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, RelaisSettings settings)
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; " +
        "connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly (string Name, string Value)[] Always =
    [
        ("Content-Security-Policy", ContentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"),
    ];

    public Task Invoke(HttpContext context)
    {
        context.Response.OnStarting(Add, context);
        return next(context);
    }

    private Task Add(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        foreach (var (name, value) in Always)
            headers.TryAdd(name, value);

        if (context.Request.IsHttps || settings.IsSecure)
            headers.TryAdd("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            headers.TryAdd("Cache-Control", "no-store");
        return Task.CompletedTask;
    }
}
