namespace Relais.Bench;

/// <summary>The smallest ASP.NET application that says it is ready.</summary>
internal static class Bare
{
    public static async Task Run(string url)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/health/ready", () => "ready");
        await app.RunAsync();
    }

    public static Task<Child> Start() => Child.Start(Paths.Self, Ports.Next(out var port), new Dictionary<string, string>(), "bare", $"http://127.0.0.1:{port}");
}
