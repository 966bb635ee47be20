using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Channels.Messenger;

namespace Relais.Tests.Channels.Messenger;

/// <summary>Public keys vouch for customers by their own algorithm and by no other; whoever only has a public key vouches for nobody.</summary>
public sealed class IdentityKeyTests
{
    private const string Secret = "a secret of the site's server, 32+";

    private static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid ChannelId = Guid.CreateVersion7();
    private static readonly SiteKey Rsa = SiteKey.Rsa();
    private static readonly SiteKey OtherRsa = SiteKey.Rsa();
    private static readonly SiteKey Ed = SiteKey.Ed25519();
    private static readonly SiteKey OtherEd = SiteKey.Ed25519();

    [Fact]
    public async Task A_channel_knows_its_customers_by_each_of_its_keys_and_by_the_secret()
    {
        var settings = Settings(Rsa.Pem + Ed.Pem);

        (await Reads(settings, Rsa.Sign(Claims()))).ShouldBeTrue();
        (await Reads(settings, Ed.Sign(Claims()))).ShouldBeTrue();
        (await Reads(settings, Hmac(Encoding.UTF8.GetBytes(Secret)))).ShouldBeTrue();
    }

    [Fact]
    public async Task While_keys_are_changed_both_of_a_kind_are_good_whatever_name_a_token_gives_its_key()
    {
        var settings = Settings(Rsa.Pem + OtherRsa.Pem);
        (await Reads(settings, Rsa.Sign(Claims(), kid: "2026-11"))).ShouldBeTrue();
        (await Reads(settings, OtherRsa.Sign(Claims(), kid: "2026-12"))).ShouldBeTrue();

        settings = Settings(Ed.Pem + "\n" + OtherEd.Pem);
        (await Reads(settings, Ed.Sign(Claims()))).ShouldBeTrue();
        (await Reads(settings, OtherEd.Sign(Claims()))).ShouldBeTrue();

        (await Reads(Settings(OtherRsa.Pem), Rsa.Sign(Claims()))).ShouldBeFalse("the old key was removed");
        (await Reads(Settings(OtherEd.Pem), Ed.Sign(Claims()))).ShouldBeFalse("the old key was removed");
    }

    [Fact]
    public async Task While_the_secret_is_changed_the_one_before_is_good_until_an_administrator_says_otherwise()
    {
        var old = Hmac("the secret of the year before, 32+"u8.ToArray());
        var changing = Settings("") with { SharedSecret = "withPrevious", PreviousSecret = "the secret of the year before, 32+" };

        (await Reads(changing, old)).ShouldBeTrue();
        (await Reads(changing, Hmac(Encoding.UTF8.GetBytes(Secret)))).ShouldBeTrue();
        (await Reads(changing with { SharedSecret = "accepted" }, old)).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_has_only_the_public_keys_signs_nothing_with_them()
    {
        byte[][] guesses =
        [
            .. new[] { Rsa, Ed }.SelectMany(key => new[]
            {
                Encoding.UTF8.GetBytes(key.Pem), Encoding.UTF8.GetBytes(key.Pem.Trim()), Encoding.UTF8.GetBytes(Rsa.Pem + Ed.Pem), key.Der,
                Encoding.UTF8.GetBytes(Convert.ToBase64String(key.Der)), key.Der[^32..],
            }),
            [],
        ];
        foreach (var guess in guesses)
        {
            foreach (var use in new[] { "accepted", "refused" })
                (await Reads(Settings(Rsa.Pem + Ed.Pem) with { SharedSecret = use }, Hmac(guess))).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("none")]
    [InlineData("RS384")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("HS256")]
    [InlineData("EdDSA")]
    [InlineData("rs256")]
    [InlineData("Ed25519")]
    public async Task A_good_signature_under_another_algorithms_name_is_refused(string algorithm)
    {
        (await Reads(Settings(Rsa.Pem + Ed.Pem), Rsa.Sign(Claims(), algorithm))).ShouldBeFalse();
        if (algorithm != "EdDSA") (await Reads(Settings(Rsa.Pem + Ed.Pem), Ed.Sign(Claims(), algorithm))).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_algorithms_the_channel_has_a_key_for_are_taken()
    {
        (await Reads(Settings(Ed.Pem), Rsa.Sign(Claims()))).ShouldBeFalse();
        (await Reads(Settings(Rsa.Pem), Ed.Sign(Claims()))).ShouldBeFalse();
        (await Reads(Settings(Rsa.Pem) with { SharedSecret = "refused" }, Hmac(Encoding.UTF8.GetBytes(Secret)))).ShouldBeFalse();
        (await Reads(Settings("") with { SharedSecret = "refused" }, Hmac(Encoding.UTF8.GetBytes(Secret)))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_does_not_excuse_what_a_token_lacks()
    {
        foreach (var key in new[] { Rsa, Ed })
        {
            object[] wrong =
            [
                Claims(audience: Guid.CreateVersion7().ToString()), Claims(subject: ""), Claims(minutes: -1), Claims(minutes: 62),
                new { sub = "4711", aud = ChannelId },
            ];
            foreach (var claims in wrong) (await Reads(Settings(Rsa.Pem + Ed.Pem), key.Sign(claims))).ShouldBeFalse();

            var parts = key.Sign(Claims()).Split('.');
            var other = key.Sign(Claims(subject: "4712")).Split('.')[1];
            (await Reads(Settings(Rsa.Pem + Ed.Pem), $"{parts[0]}.{other}.{parts[2]}")).ShouldBeFalse();
            (await Reads(Settings(Rsa.Pem + Ed.Pem), $"{parts[0]}.{parts[1]}.")).ShouldBeFalse();
        }
    }

    /// <summary>RFC 8037, appendix A.4.</summary>
    [Fact]
    public void The_example_of_the_standard_is_verified()
    {
        var key = Ed25519Key.Of(WebEncoders.Base64UrlDecode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"))!;
        var said = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"u8.ToArray();
        var signature = WebEncoders.Base64UrlDecode("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");

        key.Verifies(said, 0, said.Length, signature).ShouldBeTrue();
        signature[0] ^= 1;
        key.Verifies(said, 0, said.Length, signature).ShouldBeFalse();
    }

    [Fact]
    public void A_key_anybody_could_sign_for_is_none()
    {
        Ed25519Key.Of(new byte[32]).ShouldBeNull();
        Ed25519Key.Of([1, .. new byte[31]]).ShouldBeNull();
        Ed25519Key.Of(new byte[31]).ShouldBeNull();
    }

    [Fact]
    public void Keys_may_be_pasted_as_files_and_environments_hold_them()
    {
        IdentityKeys.In(Rsa.Pem + Ed.Pem).Select(key => key.Algorithm).ShouldBe(["RS256", "EdDSA"]);
        IdentityKeys.In(Ed.Pem.Replace("\n", "\\n")).ShouldHaveSingleItem();
        IdentityKeys.In(Rsa.Pem.Replace("\n", "\r\n")).ShouldHaveSingleItem();
        IdentityKeys.In("  \n").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("settings.key.unreadable", "my key")]
    [InlineData("settings.key.unreadable", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    [InlineData("settings.key.private", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    [InlineData("settings.key.private", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----")]
    [InlineData("settings.key.certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    [InlineData("settings.key.form", "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----")]
    public void What_is_no_public_key_is_refused_by_what_it_is(string code, string pem) => Refuses(code, pem);

    [Fact]
    public void Weak_foreign_and_superfluous_keys_are_refused()
    {
        using var weak = RSA.Create(1024);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Refuses("settings.key.weak", weak.ExportSubjectPublicKeyInfoPem());
        Refuses("settings.key.algorithm", curve.ExportSubjectPublicKeyInfoPem());
        Refuses("settings.key.too_many", Rsa.Pem + OtherRsa.Pem + Ed.Pem);
        Refuses("settings.key.unreadable", Rsa.Pem + "and then some");
        Refuses("settings.key.algorithm", PemEncoding.WriteString("PUBLIC KEY", [.. Ed.Der[..^32], .. new byte[32]]));
    }

    [Fact]
    public void A_public_key_is_never_taken_for_a_secret()
    {
        foreach (var key in new[] { Rsa, Ed })
        {
            Refuses("settings.secret.public", new MessengerSettings { IdentitySecret = key.Pem });
            Refuses("settings.secret.public", new MessengerSettings { IdentitySecret = Convert.ToBase64String(key.Der) });
            Refuses("settings.secret.public", new MessengerSettings { PreviousSecret = key.Pem.Replace("\n", "") });
        }
    }

    [Fact]
    public void Nobody_is_locked_out_by_half_a_setting()
    {
        Refuses("settings.secret.previous", new MessengerSettings { SharedSecret = "withPrevious" });
        Refuses("settings.identity.none", new MessengerSettings { SharedSecret = "refused", RequireIdentity = true });
        MessengerRules.Complete(new MessengerSettings { SharedSecret = "refused", RequireIdentity = true, IdentityKeys = Ed.Pem }).IdentityKeys.ShouldBe(Ed.Pem);
    }

    private static void Refuses(string code, string pem) => Refuses(code, new MessengerSettings { IdentityKeys = pem });

    private static void Refuses(string code, MessengerSettings settings) =>
        Should.Throw<RuleViolation>(() => MessengerRules.Complete(settings)).Code.ShouldBe(code);

    private static MessengerSettings Settings(string keys) => MessengerRules.Complete(new MessengerSettings { IdentitySecret = Secret, IdentityKeys = keys });

    private static async Task<bool> Reads(MessengerSettings settings, string token)
    {
        var channel = new ConnectedChannel(ChannelId, Guid.CreateVersion7(), "messenger", "Le site", settings);
        return await SignedIdentity.Read(channel, settings, token, Now) is { Visitor: "customer-4711" };
    }

    private static object Claims(string subject = "4711", string? audience = null, int minutes = 10) =>
        new { sub = subject, aud = audience ?? ChannelId.ToString(), exp = Now.AddMinutes(minutes).ToUnixTimeSeconds() };

    private static string Hmac(byte[] key) => SiteKey.Token("HS256", Claims(), null, bytes => HMACSHA256.HashData(key, bytes));
}

/// <summary>The key pair of a site's server.</summary>
public sealed record SiteKey(string Algorithm, byte[] Der, Func<byte[], byte[]> Make)
{
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", Der) + "\n";

    public static SiteKey Rsa()
    {
        var rsa = RSA.Create(2048);
        return new("RS256", rsa.ExportSubjectPublicKeyInfo(), said => rsa.SignData(said, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public static SiteKey Ed25519()
    {
        var (secret, known, name) = (RandomNumberGenerator.GetBytes(32), new byte[32], Convert.FromHexString("302A300506032B6570032100"));
        Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.GeneratePublicKey(secret, 0, known, 0);
        return new("EdDSA", [.. name, .. known], said =>
        {
            var signature = new byte[64];
            Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.Sign(secret, 0, said, 0, said.Length, signature, 0);
            return signature;
        });
    }

    public string Sign(object claims, string? algorithm = null, string? kid = null) => Token(algorithm ?? Algorithm, claims, kid, Make);

    public static string Token(string algorithm, object claims, string? kid, Func<byte[], byte[]> sign)
    {
        var said = $"{Part(new { alg = algorithm, kid })}.{Part(claims)}";
        return $"{said}.{WebEncoders.Base64UrlEncode(sign(Encoding.ASCII.GetBytes(said)))}";
    }

    private static string Part(object part) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(part));
}
