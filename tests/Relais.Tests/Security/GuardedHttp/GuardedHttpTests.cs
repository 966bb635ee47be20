using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Tests.Security.GuardedHttp;

/// <summary>The client everything goes out through, against a real socket of this machine: what must never be reached.</summary>
public sealed class GuardedHttpTests : IAsyncLifetime
{
    private readonly PlainServer inside = new();
    private readonly List<ServiceProvider> built = [];
    private int lookUps;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await inside.DisposeAsync();
        built.ForEach(provider => provider.Dispose());
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}/")]
    [InlineData("http://localhost:{port}/")]
    [InlineData("http://2130706433:{port}/")]
    [InlineData("http://0177.0.0.1:{port}/")]
    [InlineData("http://0x7f.1:{port}/")]
    [InlineData("http://127.1:{port}/")]
    [InlineData("http://0:{port}/")]
    [InlineData("http://[::1]:{port}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{port}/")]
    [InlineData("http://[::ffff:7f00:1]:{port}/")]
    public async Task No_spelling_of_an_inner_address_is_called(string address)
    {
        var client = Client(new OutgoingRules { Ports = new HashSet<int> { inside.Port } });
        var uri = new Uri(address.Replace("{port}", $"{inside.Port}", StringComparison.Ordinal));

        var refused = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(uri, Stop));

        refused.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
        (refused.InnerException as AddressRefused ?? refused as AddressRefused).ShouldNotBeNull();
        inside.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.com/")]
    [InlineData("ftp://example.com/")]
    [InlineData("http://ana:secret@example.com/")]
    public async Task Only_plain_web_addresses_leave(string address) =>
        await Should.ThrowAsync<Exception>(() => Client(new OutgoingRules { AllowPrivateHosts = true }).GetAsync(new Uri(address), Stop));

    [Fact]
    public async Task Other_ports_than_the_web_s_are_refused_before_the_name_is_looked_up()
    {
        var client = Client(new OutgoingRules(), Public);

        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://example.com:6379/"), Stop));

        lookUps.ShouldBe(0);
    }

    [Fact]
    public async Task One_inner_address_among_public_ones_is_enough_to_refuse()
    {
        var client = Client(Only(inside.Port), (_, _) => Task.FromResult(new[] { IPAddress.Parse("1.1.1.1"), IPAddress.Loopback }));

        var refused = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(inside.At("/", "shop.example"), Stop));

        refused.InnerException.ShouldBeOfType<AddressRefused>();
        lookUps.ShouldBe(0);
    }

    [Fact]
    public async Task A_refusal_says_the_same_whether_something_listens_there_or_not()
    {
        var client = Client(new OutgoingRules { Ports = new HashSet<int> { inside.Port, 9 } });

        var open = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://127.0.0.1:{inside.Port}/"), Stop));
        var closed = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://127.0.0.1:9/"), Stop));

        open.InnerException!.Message.ShouldBe(closed.InnerException!.Message);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_by_itself()
    {
        inside.Answer = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/inner\r\nContent-Length: 0\r\n\r\n";

        var response = await Client(Open).PostAsync(inside.At("/hook"), new StringContent("{}"), Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        inside.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_download_follows_a_few_redirects_and_no_endless_ones()
    {
        inside.Answer = $"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{inside.Port}/again\r\nContent-Length: 0\r\n\r\n";

        using var response = await Client(Open).Download(inside.At("/file"), Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        inside.Calls.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_download_cannot_be_redirected_out_of_the_web()
    {
        inside.Answer = "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n";

        await Should.ThrowAsync<Exception>(() => Client(Open).Download(inside.At("/file"), Stop));
    }

    [Fact]
    public async Task A_body_that_announces_too_much_is_refused()
    {
        inside.Answer = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + new string('x', 5000);

        var refused = await Should.ThrowAsync<HttpRequestException>(() => Client(Open with { MaxBodyBytes = 1000 }).GetAsync(inside.At("/"), Stop));

        refused.HttpRequestError.ShouldBe(HttpRequestError.ConfigurationLimitExceeded);
    }

    [Fact]
    public async Task A_body_that_grows_unannounced_is_cut()
    {
        inside.Answer = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('x', 5000);
        using var response = await Client(Open with { MaxBodyBytes = 1000 })
            .GetAsync(inside.At("/"), HttpCompletionOption.ResponseHeadersRead, Stop);
        await using var body = await response.Content.ReadAsStreamAsync(Stop);

        await Should.ThrowAsync<HttpRequestException>(() => body.CopyToAsync(Stream.Null, Stop));
    }

    [Fact]
    public async Task A_body_that_stands_still_is_given_up()
    {
        inside.Answer = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nabc";
        using var response = await Client(Open with { StandStillAtMost = TimeSpan.FromMilliseconds(150) })
            .GetAsync(inside.At("/"), HttpCompletionOption.ResponseHeadersRead, Stop);
        await using var body = await response.Content.ReadAsStreamAsync(Stop);

        await Should.ThrowAsync<HttpRequestException>(() => body.CopyToAsync(Stream.Null, Stop));
    }

    [Fact]
    public async Task A_compressed_body_is_not_blown_up()
    {
        inside.Answer = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc";

        (await Client(Open).GetStringAsync(inside.At("/"), Stop)).ShouldBe("abc");
    }

    [Fact]
    public async Task A_read_is_repeated_and_a_write_never()
    {
        inside.Answer = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
        var client = Client(Open);

        await client.PostAsync(inside.At("/write"), new StringContent("{}"), Stop);
        await client.GetAsync(inside.At("/read"), Stop);

        inside.Calls.Count(call => call.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(1);
        inside.Calls.Count(call => call.StartsWith("GET", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task The_words_of_an_answer_come_through()
    {
        inside.Answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{\"ok\":\"oui\"}\n";

        var response = await Client(Open).GetAsync(inside.At("/"), Stop);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync(Stop)).ShouldBe("{\"ok\":\"oui\"}\n");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static OutgoingRules Open => new() { AllowPrivateHosts = true };

    private static OutgoingRules Only(int port) => new() { Ports = new HashSet<int> { port } };

    private Task<IPAddress[]> Public(string host, CancellationToken cancel)
    {
        lookUps++;
        return Task.FromResult(new[] { IPAddress.Parse("1.1.1.1") });
    }

    private HttpClient Client(OutgoingRules rules, Func<string, CancellationToken, Task<IPAddress[]>>? lookUp = null)
    {
        var services = new ServiceCollection().AddSingleton(rules).AddGuardedHttp();
        services.AddHttpClient(GuardedHttpRegistration.ClientName).ConfigurePrimaryHttpMessageHandler(
            () => GuardedHttpRegistration.Handler(new GuardedConnection(rules, TimeProvider.System, lookUp)));
        built.Add(services.BuildServiceProvider());
        return built[^1].GetRequiredService<IHttpClientFactory>().CreateClient(GuardedHttpRegistration.ClientName);
    }
}
