using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Relais.Server.Security.GuardedHttp;

/// <summary>The one way out: every call to a provider, a webhook or a file's address goes through the client "provider".</summary>
public static class GuardedHttpRegistration
{
    public const string ClientName = "provider";

    private const int MaxRedirects = 3;

    public static IServiceCollection AddGuardedHttp(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => Rules(provider.GetService<RelaisSettings>()));
        services.TryAddTransient<GuardedRequests>();
        var client = services.AddHttpClient(ClientName, Configure)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(
                new GuardedConnection(provider.GetRequiredService<OutgoingRules>(), provider.GetRequiredService<TimeProvider>())))
            .RemoveAllLoggers(); // They would write addresses and headers, and with them tokens.
        client.AddResilienceHandler("repeat-reads", pipeline => pipeline.AddRetry(RepeatReads()));
        client.AddHttpMessageHandler<GuardedRequests>();
        services.AddLogging(logging => logging.AddFilter("Polly", LogLevel.Warning));
        return services;
    }

    /// <summary>Reads a file's address, following a few redirects; each hop is guarded like the first.</summary>
    public static async Task<HttpResponseMessage> Download(this HttpClient client, Uri address, CancellationToken cancel)
    {
        for (var hop = 0; ; hop++)
        {
            var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel);
            var next = response.Headers.Location;
            if ((int)response.StatusCode is < 300 or > 399 || next is null || hop == MaxRedirects) return response;

            response.Dispose();
            address = new Uri(address, next);
        }
    }

    /// <summary>Redirects are off: an answer to a redirected POST would come from a GET. Nothing is decompressed: no bombs.
    /// No proxy of the environment: it would look names up behind the guard's back.</summary>
    internal static SocketsHttpHandler Handler(GuardedConnection connection) => new()
    {
        ConnectCallback = connection.Open,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseProxy = false,
        UseCookies = false,
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    /// <summary>The demo's providers live in this very process.</summary>
    private static OutgoingRules Rules(RelaisSettings? settings) =>
        new() { AllowPrivateHosts = settings is { AllowPrivateHosts: true } or { Demo: true } };

    private static void Configure(IServiceProvider provider, HttpClient client)
    {
        client.Timeout = provider.GetRequiredService<OutgoingRules>().AnswerWithin;
        client.MaxResponseContentBufferSize = 8 * 1024 * 1024;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Relais");
    }

    private static HttpRetryStrategyOptions RepeatReads()
    {
        var options = new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(300),
            UseJitter = true,
            BackoffType = DelayBackoffType.Exponential,
            ShouldRetryAfterHeader = false, // "Come back in a minute" is the caller's to hear.
            ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Outcome)),
        };
        options.DisableForUnsafeHttpMethods();
        return options;
    }

    private static bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: AddressRefused or { InnerException: AddressRefused } } => false,
        { Result.StatusCode: HttpStatusCode.TooManyRequests } or { Result.Headers.RetryAfter: not null } => false,
        _ => HttpClientResiliencePredicates.IsTransient(outcome),
    };
}
