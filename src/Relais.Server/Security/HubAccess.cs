using Microsoft.AspNetCore.SignalR;
using Relais.Domain.People;

namespace Relais.Server.Security;

/// <summary>What a hub method demands; a guard refuses to build one that declares nothing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HubAccessAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>Refuses hub methods to those who lack the permission they declare.</summary>
public sealed class HubAccessFilter : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var declared = (HubAccessAttribute?)Attribute.GetCustomAttribute(invocationContext.HubMethod, typeof(HubAccessAttribute));
        var me = invocationContext.Context.Items["member"] as CurrentMember;
        return declared is not null && me is not null && me.May(declared.Permission)
            ? await next(invocationContext)
            : throw new HubException("permission.denied");
    }
}
