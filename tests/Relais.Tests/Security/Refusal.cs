using System.Net;
using System.Text.Json.Nodes;

namespace Relais.Tests.Security;

/// <summary>Reads what a refusal says.</summary>
internal static class Refusal
{
    public static async Task ShouldBeRefused(this Task<HttpResponseMessage> asked, HttpStatusCode status, string code)
    {
        using var response = await asked;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        JsonNode.Parse(text)!["code"]!.GetValue<string>().ShouldBe(code);
    }

    public static async Task ShouldBe(this Task<HttpResponseMessage> asked, HttpStatusCode status)
    {
        using var response = await asked;
        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
