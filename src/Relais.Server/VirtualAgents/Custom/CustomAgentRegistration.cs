namespace Relais.Server.VirtualAgents.Custom;

/// <summary>The parts that let programs have conversations.</summary>
internal static class CustomAgentRegistration
{
    public static IServiceCollection AddCustomAgents(this IServiceCollection services) => services
        .AddScoped<AgentCalls>().AddScoped<AgentActing>().AddScoped<CustomAgentDesk>()
        .AddSingleton<AgentVault>().AddSingleton<AgentCaller>().AddSingleton<AgentDelivery>().AddSingleton<AgentPace>()
        .AddHostedService<AgentPost>();
}
