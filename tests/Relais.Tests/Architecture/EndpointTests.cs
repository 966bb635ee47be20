using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.Architecture;

/// <summary>No hidden endpoint and none without a declared permission: routing table = OpenAPI = permission table.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    /// <summary>What serves files, sockets and pages rather than the API; each still declares its permission.</summary>
    private static readonly string[] NotApi = ["/live", "/health", "/openapi", "/api/docs", "/messenger", "/channels"];

    private RelaisApp app = null!;

    public async ValueTask InitializeAsync() => app = await RelaisApp.Empty();

    [Fact]
    public void Every_endpoint_declares_a_permission_or_why_it_is_open() => Undeclared(Routes()).ShouldBeEmpty();

    [Fact]
    public void Every_open_endpoint_says_why() => Routes()
        .Where(route => route.Metadata.GetMetadata<Access>() is { Permission: null } access && string.IsNullOrWhiteSpace(access.Why))
        .Select(route => route.RoutePattern.RawText).ShouldBeEmpty();

    [Fact]
    public async Task Every_endpoint_of_the_API_is_in_OpenAPI_and_nothing_else_is()
    {
        var routed = Routes().Where(IsApi).SelectMany(Operations).ToHashSet(StringComparer.Ordinal);
        var described = (await Described()).ToHashSet(StringComparer.Ordinal);

        routed.Except(described, StringComparer.Ordinal).ShouldBeEmpty("routed, but not in /openapi/v1.json");
        described.Where(operation => operation.Contains(" api/v1/", StringComparison.Ordinal)).Except(routed, StringComparer.Ordinal)
            .ShouldBeEmpty("in /openapi/v1.json, but not routed");
    }

    [Fact]
    public void Every_hub_method_declares_a_permission() => typeof(Program).Assembly.GetTypes()
        .Where(type => typeof(Hub).IsAssignableFrom(type))
        .SelectMany(hub => hub.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => method.GetBaseDefinition() == method && !method.IsSpecialName)
        .Where(method => method.GetCustomAttribute<HubAccessAttribute>() is null)
        .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ShouldBeEmpty();

    [Fact]
    public void An_endpoint_that_declares_nothing_is_found()
    {
        var planted = new RouteEndpointBuilder(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/api/v1/hidden"), 0);
        Undeclared([(RouteEndpoint)planted.Build()]).ShouldHaveSingleItem();
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static IEnumerable<string> Undeclared(IEnumerable<RouteEndpoint> routes) =>
        routes.Where(route => route.Metadata.GetMetadata<Access>() is null).Select(route => $"{route.RoutePattern.RawText} ({route.DisplayName})");

    private static bool IsApi(RouteEndpoint route) =>
        route.RoutePattern.RawText is { } path && Absolute(path).StartsWith("/api/", StringComparison.Ordinal)
        && !NotApi.Any(prefix => Absolute(path).StartsWith(prefix, StringComparison.Ordinal)) && !path.Contains("{**", StringComparison.Ordinal);

    private static IEnumerable<string> Operations(RouteEndpoint route)
    {
        var path = string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Part))));
        return (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => $"{method.ToUpperInvariant()} {path}");
    }

    private static string Part(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        _ => "",
    };

    private static string Absolute(string path) => path.StartsWith('/') ? path : $"/{path}";

    private IEnumerable<RouteEndpoint> Routes() =>
        app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private async Task<IEnumerable<string>> Described()
    {
        using var visitor = app.Visitor();
        var text = await visitor.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        return
            from path in JsonNode.Parse(text)!["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where operation.Key is "get" or "post" or "put" or "patch" or "delete"
            select $"{operation.Key.ToUpperInvariant()} {path.Key.TrimStart('/')}";
    }
}
