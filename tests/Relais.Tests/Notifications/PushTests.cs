using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Notifications;

/// <summary>What reaches a browser while Relais is closed: readable by that browser alone, signed by this installation, brought once.</summary>
public sealed class PushTests : IAsyncLifetime
{
    private readonly PushService service = new();
    private readonly BrowserKeys browser = new();
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() =>
        post = await PigeonPost.Open(services => services.AddHttpClient("provider").ConfigurePrimaryHttpMessageHandler(() => service));

    [Fact]
    public async Task What_is_not_read_is_brought_to_the_browser_once_and_only_it_can_read_it()
    {
        await Subscribe(post.Bruno);
        var id = await Assigned("Mon secret");
        await Comes(() => service.Taken.Count == 1);
        post.App.Clock.Advance(TimeSpan.FromMinutes(1));

        var taken = service.Taken.ShouldHaveSingleItem();
        var told = JsonNode.Parse(browser.Open(taken.Body))!;
        (told.Text("title"), told.Text("url")).ShouldBe(("Ana vous a gardé la conversation de Zoe", $"/inbox/{id}"));
        told.ToJsonString().ShouldNotContain("secret");
        (await IsSignedBy((await post.Bruno.Get("session/push")).Text("publicKey"), taken)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_read_in_time_is_not_brought()
    {
        await Subscribe(post.Bruno);
        await Assigned("Bonjour");
        await post.Bruno.Put("notifications/read");
        await post.Ana.Put($"conversations/{(await post.Write("Bonsoir", "yann")).Id()}/assignee", new { memberId = post.Bruno.MemberId });

        await Comes(() => !service.Taken.IsEmpty);
        JsonNode.Parse(browser.Open(service.Taken.ShouldHaveSingleItem().Body))!.Text("title").ShouldContain("Yann");
    }

    [Fact]
    public async Task Nothing_is_brought_to_who_is_away_unless_he_wants_it()
    {
        await Subscribe(post.Bruno);
        await post.Bruno.Patch("session/member", new { availability = "away" });
        await Assigned("Bonjour");
        await NothingIsDue();
        service.Taken.ShouldBeEmpty();

        await post.Bruno.Put("session/notification-preferences", new { quietWhenAway = false });
        await Assigned("Bonsoir", "yann");
        await Comes(() => service.Taken.Count == 1);
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone, 0)]
    [InlineData(HttpStatusCode.NotFound, 0)]
    [InlineData(HttpStatusCode.InternalServerError, 1)]
    public async Task A_browser_that_is_gone_is_forgotten_and_one_that_stumbles_is_not(HttpStatusCode answer, int left)
    {
        await Subscribe(post.Bruno);
        service.Answer = answer;
        await Assigned("Bonjour");
        await Comes(() => service.Taken.Count == 1);

        await post.Until(async db => await db.PushSubscriptions.IgnoreQueryFilters().CountAsync() == left);
    }

    [Fact]
    public async Task Signing_out_ends_it_and_a_browser_belongs_to_who_signed_in_last()
    {
        await Subscribe(post.Bruno);
        await Subscribe(post.Ana);
        (await post.App.Look(db => db.PushSubscriptions.IgnoreQueryFilters().SingleAsync())).MemberId.ShouldBe(post.Ana.MemberId);

        await post.Ana.Delete("session");
        (await post.App.Look(db => db.PushSubscriptions.IgnoreQueryFilters().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_conversation_one_may_no_longer_see_nothing_is_brought()
    {
        await Subscribe(post.Bruno);
        await Assigned("Bonjour");
        await post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { everyone = false, teamIds = Array.Empty<Guid>(), memberIds = new[] { post.Ana.MemberId } });

        await NothingIsDue();
        service.Taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ftp://push.example.com/x", "push.endpoint.invalid")]
    [InlineData("no address", "push.endpoint.invalid")]
    public async Task An_address_that_is_none_is_refused(string endpoint, string code) =>
        (await Refusal(post.Bruno, HttpMethod.Put, "session/push", new { endpoint, key = browser.Public, secret = browser.Secret })).Code.ShouldBe(code);

    public async ValueTask DisposeAsync()
    {
        await post.DisposeAsync();
        browser.Dispose();
    }

    private Task<JsonNode> Subscribe(ApiClient member) =>
        member.Put("session/push", new { endpoint = "https://push.example.com/send/bruno", key = browser.Public, secret = browser.Secret });

    private async Task<Guid> Assigned(string words, string customer = "zoe")
    {
        var id = (await post.Write(words, customer)).Id();
        await post.Ana.Put($"conversations/{id}/assignee", new { memberId = post.Bruno.MemberId });
        return id;
    }

    private Task NothingIsDue() => Comes(async () => !await post.App.Look(db => db.Notifications.IgnoreQueryFilters().AnyAsync(one => one.PushAt != null)));

    private Task Comes(Func<bool> comes) => Comes(() => Task.FromResult(comes()));

    private async Task Comes(Func<Task<bool>> comes)
    {
        for (var tries = 0; !await comes(); tries++)
        {
            if (tries == 500) throw new TimeoutException("What the test waits for does not come.");
            post.App.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(20, Cancel);
        }

        await Task.Delay(50, Cancel);
    }

    private static async Task<bool> IsSignedBy(string publicKey, Taken taken)
    {
        var parts = taken.Authorization.Split(',', StringSplitOptions.TrimEntries).ToDictionary(part => part[..1], part => part[2..]);
        parts["k"].ShouldBe(publicKey);
        var point = Base64Url.DecodeFromChars(publicKey);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(parts["t"], new TokenValidationParameters
        {
            IssuerSigningKey = new ECDsaSecurityKey(key), ValidAudience = "https://push.example.com", ValidateIssuer = false,
        });
        return result.IsValid;
    }

    private sealed record Taken(string Authorization, byte[] Body);

    /// <summary>Where a browser's maker takes what is to be brought.</summary>
    private sealed class PushService : HttpMessageHandler
    {
        public ConcurrentQueue<Taken> Taken { get; } = [];

        public HttpStatusCode Answer { get; set; } = HttpStatusCode.Created;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content!.Headers.ContentEncoding.ShouldBe(["aes128gcm"]);
            request.Headers.Contains("TTL").ShouldBeTrue();
            request.Headers.Authorization!.Scheme.ShouldBe("vapid", StringCompareShould.IgnoreCase);
            Taken.Enqueue(new Taken(request.Headers.Authorization.Parameter!, await request.Content.ReadAsByteArrayAsync(cancellationToken)));
            return new HttpResponseMessage(Answer);
        }
    }

    /// <summary>The browser's side of RFC 8291, written from the RFC.</summary>
    private sealed class BrowserKeys : IDisposable
    {
        private readonly ECDiffieHellman key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        private readonly byte[] secret = RandomNumberGenerator.GetBytes(16);

        public string Public => Base64Url.EncodeToString(Point(key.ExportParameters(false).Q));

        public string Secret => Base64Url.EncodeToString(secret);

        public string Open(byte[] body)
        {
            var (salt, server, sealedText) = (body[..16], body[21..(21 + body[20])], body[(21 + body[20])..]);
            using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = server[1..33], Y = server[33..] } });
            var shared = key.DeriveRawSecretAgreement(other.PublicKey);
            byte[] info = [.. "WebPush: info\0"u8, .. Point(key.ExportParameters(false).Q), .. server];
            var material = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, secret, info);
            var cipherKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
            var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());
            using var cipher = new AesGcm(cipherKey, 16);
            var text = new byte[sealedText.Length - 16];
            cipher.Decrypt(nonce, sealedText.AsSpan(..^16), sealedText.AsSpan(^16..), text);
            return Encoding.UTF8.GetString(text.AsSpan(..text.AsSpan().LastIndexOf((byte)2)));
        }

        public void Dispose() => key.Dispose();

        private static byte[] Point(ECPoint point) => [4, .. point.X!, .. point.Y!];
    }
}
