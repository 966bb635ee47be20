namespace Relais.Server.Demo;

/// <summary>What <c>--demo</c> adds to the program.</summary>
public static class DemoRegistration
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        // Cookies are each browser's own; the shared handler must not mix them.
        services.AddHttpClient(DemoStory.ClientName).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseCookies = false, UseProxy = false });
        services.AddSingleton(provider => new Pace(provider.GetRequiredService<TimeProvider>(), 1));
        return services.AddHostedService<DemoStory>();
    }
}
