using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Relais.Server.Channels;
using Relais.Server.Channels.Messenger;

namespace Relais.Tests.Channels.Messenger;

/// <summary>Nobody is a customer unless the site's server says so, for this channel, for now.</summary>
public sealed class SignedIdentityTests
{
    private const string Secret = "a secret of the site's server, 32+";

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);
    private static readonly MessengerSettings Settings = new() { IdentitySecret = Secret };
    private static readonly ConnectedChannel Channel = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "messenger", "Maison Lune", Settings);

    [Fact]
    public async Task A_signed_customer_is_known()
    {
        var identity = await Read(Sign(Claims()));

        identity.ShouldNotBeNull();
        identity.Visitor.ShouldBe("customer-4711");
        (identity.Name, identity.Email).ShouldBe(("Zoé", "zoe@exemple.fr"));
        identity.Until.ShouldBe(Now.AddMinutes(10));
    }

    [Theory]
    [InlineData("none", "")]
    [InlineData("None", "")]
    [InlineData("none", null)]
    [InlineData("HS512", null)]
    [InlineData("RS256", null)]
    [InlineData("ES256", null)]
    [InlineData("hs256", null)]
    public async Task Another_algorithm_is_refused_whatever_it_signs_with(string algorithm, string? signature) =>
        (await Read(Sign(Claims(), algorithm: algorithm, signature: signature))).ShouldBeNull();

    [Fact]
    public async Task A_forged_signature_is_refused()
    {
        var token = Sign(Claims());
        (await Read(Sign(Claims(), secret: "another secret of another server 32+"))).ShouldBeNull();
        (await Read(token[..^2] + (token[^2] == 'A' ? "BA" : "AA"))).ShouldBeNull();
        (await Read(token[..(token.LastIndexOf('.') + 1)])).ShouldBeNull();
        (await Read(token[..token.LastIndexOf('.')])).ShouldBeNull();

        var parts = token.Split('.');
        var other = Encode(Claims(subject: "4712"));
        (await Read($"{parts[0]}.{other}.{parts[2]}")).ShouldBeNull();
    }

    [Theory]
    [InlineData("not a token")]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    public async Task Rubbish_is_refused(string token) => (await Read(token)).ShouldBeNull();

    [Fact]
    public async Task A_token_of_another_channel_is_refused() =>
        (await Read(Sign(Claims(audience: Guid.CreateVersion7().ToString())))).ShouldBeNull();

    [Fact]
    public async Task A_token_without_channel_or_subject_is_refused()
    {
        (await Read(Sign(new { sub = "4711", exp = Now.AddMinutes(5).ToUnixTimeSeconds() }))).ShouldBeNull();
        (await Read(Sign(Claims(subject: "")))).ShouldBeNull();
        (await Read(Sign(Claims(subject: new string('x', 151))))).ShouldBeNull();
        (await Read(Sign(new { aud = Channel.Id, exp = Now.AddMinutes(5).ToUnixTimeSeconds() }))).ShouldBeNull();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(62)]
    [InlineData(60 * 24 * 365)]
    public async Task Expired_and_long_lived_tokens_are_refused(int minutes) =>
        (await Read(Sign(Claims(life: TimeSpan.FromMinutes(minutes))))).ShouldBeNull();

    [Fact]
    public async Task A_token_without_end_is_refused() =>
        (await Read(Sign(new { sub = "4711", aud = Channel.Id }))).ShouldBeNull();

    internal static string Sign(object claims, string secret = Secret, string algorithm = "HS256", string? signature = null)
    {
        var signed = $"{Encode(new { alg = algorithm, typ = "JWT" })}.{Encode(claims)}";
        var key = Encoding.UTF8.GetBytes(secret);
        var bytes = Encoding.ASCII.GetBytes(signed);
        var mac = algorithm == "HS512" ? HMACSHA512.HashData(key, bytes) : HMACSHA256.HashData(key, bytes);
        return $"{signed}.{signature ?? WebEncoders.Base64UrlEncode(mac)}";
    }

    private static string Encode(object part) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(part));

    private static object Claims(string subject = "4711", string? audience = null, TimeSpan? life = null) => new
    {
        sub = subject,
        aud = audience ?? Channel.Id.ToString(),
        name = "Zoé",
        email = "zoe@exemple.fr",
        exp = (Now + (life ?? TimeSpan.FromMinutes(10))).ToUnixTimeSeconds(),
    };

    private static Task<SignedIdentity?> Read(string token) => SignedIdentity.Read(Channel, Settings, token, Now);
}
