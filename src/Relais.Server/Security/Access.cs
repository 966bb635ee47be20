using Relais.Domain.People;

namespace Relais.Server.Security;

/// <summary>What an endpoint demands. Every endpoint declares one; a guard refuses to build one that does not.</summary>
/// <param name="Permission">Null = open to everybody.</param>
/// <param name="Why">Why it is open.</param>
public sealed record Access(Permission? Permission, string? Why);

public static class AccessDeclarations
{
    /// <summary>Only members with this permission; 401 without a session, 403 without the permission.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Access(permission, null));

    /// <summary>Anybody, for this reason. The endpoint looks after itself.</summary>
    public static TBuilder Open<TBuilder>(this TBuilder endpoint, string why)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Access(null, why));
}
