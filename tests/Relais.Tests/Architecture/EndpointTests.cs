using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.Architecture;

/// <summary>No hidden endpoint and none without a declared permission: routing table = OpenAPI = permission table.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    /// <summary>What serves sockets, probes and pages rather than the API; each still declares its permission.</summary>
    private static readonly string[] NotApi = ["/live", "/health/", "/openapi/", "/api/docs", "/messenger/", "/line/", "/viber/"];

    private RelaisApp app = null!;

    public async ValueTask InitializeAsync() => app = await RelaisApp.Empty();

    [Fact]
    public void Every_endpoint_declares_a_permission_or_why_it_is_open() => Undeclared(Routes()).ShouldBeEmpty();

    [Fact]
    public void Every_open_endpoint_says_why() => Routes()
        .Where(route => route.Metadata.GetMetadata<Access>() is { Permission: null } access && string.IsNullOrWhiteSpace(access.Why))
        .Select(route => route.RoutePattern.RawText).ShouldBeEmpty();

    [Fact]
    public async Task Every_endpoint_of_the_API_is_in_OpenAPI_and_nothing_else_is() =>
        Differences(Routes(), await Described()).ShouldBeEmpty();

    [Fact]
    public async Task Every_operation_says_its_name_its_subject_and_its_bodies() => Incomplete(await Described()).ShouldBeEmpty();

    [Fact]
    public void An_endpoint_that_declares_nothing_is_found() => Undeclared([Planted("/api/v1/hidden", "GET")]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("/api/v1/hidden", "GET", true)]
    [InlineData("/api/v1/shown", "PUT", true)]
    [InlineData("/api/v1/shown", null, true)]
    [InlineData("/hidden", "GET", true)]
    [InlineData("/{**rest}", null, true)]
    [InlineData("/health/hidden", "GET", false)]
    [InlineData("/api/v1/shown/", "GET", false)]
    public void An_endpoint_that_is_not_described_is_found(string path, string? method, bool found)
    {
        var description = JsonNode.Parse("""{"paths":{"/api/v1/shown":{"get":{}}}}""")!;
        Differences([Planted("/api/v1/shown", "GET"), Planted(path, method)], description).Any().ShouldBe(found);
    }

    [Fact]
    public void A_description_without_an_endpoint_is_found() =>
        Differences([], JsonNode.Parse("""{"paths":{"/api/v1/shown":{"get":{}}}}""")!).ShouldHaveSingleItem().ShouldStartWith("GET /api/v1/shown");

    [Theory]
    [InlineData("""{"operationId":"A","tags":["T"],"summary":"S","responses":{"204":{}}}""", 0)]
    [InlineData("""{"operationId":"A","tags":["T"],"summary":"S","responses":{"200":{"content":{"a/b":{"schema":{"type":"object"}}}}}}""", 0)]
    [InlineData("""{"responses":{"204":{}}}""", 3)]
    [InlineData("""{"operationId":"A","tags":["T"],"summary":"S","responses":{"200":{}}}""", 1)]
    [InlineData("""{"operationId":"A","tags":["T"],"summary":"S","responses":{"201":{"content":{"a/b":{"schema":{}}}}}}""", 1)]
    [InlineData("""{"operationId":"A","tags":["T"],"summary":"S","responses":{"204":{}},"requestBody":{"content":{"a/b":{}}}}""", 1)]
    public void An_operation_that_is_not_described_whole_is_found(string operation, int faults) =>
        Incomplete(JsonNode.Parse($$$"""{"paths":{"/api/v1/shown":{"get":{{{operation}}} } } }""")!).Count().ShouldBe(faults);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static IEnumerable<string> Undeclared(IEnumerable<RouteEndpoint> routes) =>
        routes.Where(route => route.Metadata.GetMetadata<Access>() is null).Select(route => $"{route.RoutePattern.RawText} ({route.DisplayName})");

    /// <summary>What is routed and not described, or described and not routed.</summary>
    private static IEnumerable<string> Differences(IEnumerable<RouteEndpoint> routes, JsonNode description)
    {
        var routed = routes.SelectMany(Requests).Where(request => !NotApi.Any(prefix => $"{request.Path}/".StartsWith(prefix, StringComparison.Ordinal)))
            .Select(request => $"{request.Method} {request.Path}").ToHashSet(StringComparer.Ordinal);
        var described = Operations(description).Where(operation => operation.Path != "/live")
            .Select(operation => $"{operation.Method} {operation.Path}").ToHashSet(StringComparer.Ordinal);
        return
        [
            .. routed.Except(described, StringComparer.Ordinal).Select(request => $"{request} is routed, but not in /openapi/v1.json"),
            .. described.Except(routed, StringComparer.Ordinal).Select(request => $"{request} is in /openapi/v1.json, but not routed"),
        ];
    }

    /// <summary>An endpoint without methods takes all of them.</summary>
    private static IEnumerable<(string Method, string Path)> Requests(RouteEndpoint route)
    {
        var path = $"/{string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Part))))}";
        return (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => (method.ToUpperInvariant(), path));
    }

    private static string Part(RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        RoutePatternLiteralPart literal => literal.Content,
        _ => "",
    };

    private static IEnumerable<(string Method, string Path, JsonObject Operation)> Operations(JsonNode description) =>
        from path in description["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject());

    private static IEnumerable<string> Incomplete(JsonNode description)
    {
        foreach (var (method, path, operation) in Operations(description).Where(operation => operation.Path.StartsWith("/api/v1/", StringComparison.Ordinal)))
        {
            foreach (var word in new[] { "operationId", "tags", "summary" })
                if (operation[word] is null) yield return $"{method} {path} has no {word}";

            if (operation["requestBody"] is { } body && !IsTyped(body)) yield return $"{method} {path}: what it is asked is not typed";
            foreach (var (status, answer) in operation["responses"]!.AsObject())
                if (status is "200" or "201" && !IsTyped(answer!)) yield return $"{method} {path}: what it answers with {status} is not typed";
        }
    }

    private static bool IsTyped(JsonNode body) =>
        body["content"]?.AsObject() is { Count: > 0 } content && content.All(form => form.Value?["schema"] is JsonObject { Count: > 0 });

    private static RouteEndpoint Planted(string path, string? method)
    {
        var builder = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse(path), 0);
        if (method is not null) builder.Metadata.Add(new HttpMethodMetadata([method]));
        return (RouteEndpoint)builder.Build();
    }

    private IEnumerable<RouteEndpoint> Routes() =>
        app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private async Task<JsonNode> Described()
    {
        using var visitor = app.Visitor();
        return JsonNode.Parse(await visitor.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
    }
}
