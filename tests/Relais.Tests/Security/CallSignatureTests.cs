using System.Text;
using Microsoft.Extensions.Primitives;
using Relais.Server.Channels.Custom;
using Relais.Server.Security;

namespace Relais.Tests.Security;

/// <summary>Who may speak for the other side.</summary>
public sealed class CallSignatureTests
{
    private const string Secret = "a secret of both sides";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"text":"Où est ma commande ?"}""");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_signature_is_the_one_of_the_description() =>
        // echo -n '1763892000.{}' | openssl dgst -sha256 -hmac geheim
        CallSignature.Sign(["geheim"], "{}"u8, DateTimeOffset.FromUnixTimeSeconds(1763892000))
            .ShouldBe("t=1763892000,v1=be7c54f3f2bf733e79d609d54240b9d0ad8308ced9c65006d71e05788db4981d");

    [Fact]
    public void What_we_sign_is_valid() => IsValid(CallSignature.Sign([Secret], Body, Now)).ShouldBeTrue();

    [Fact]
    public void During_a_rotation_either_secret_will_do()
    {
        IsValid(CallSignature.Sign(["old", Secret], Body, Now)).ShouldBeTrue();
        CallSignature.IsValid(CallSignature.Sign(["old"], Body, Now), Body, [Secret, "old"], Now).ShouldBeTrue();
    }

    [Fact]
    public void One_other_byte_is_enough_to_refuse()
    {
        var header = CallSignature.Sign([Secret], Body, Now);
        var other = Body.ToArray();
        other[^1] ^= 1;

        CallSignature.IsValid(header, other, [Secret], Now).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public void More_than_five_minutes_away_is_refused(int seconds) =>
        IsValid(CallSignature.Sign([Secret], Body, Now.AddSeconds(seconds))).ShouldBeFalse();

    [Theory]
    [InlineData(-299)]
    [InlineData(299)]
    public void Less_is_not(int seconds) => IsValid(CallSignature.Sign([Secret], Body, Now.AddSeconds(seconds))).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("t=")]
    [InlineData("v1=00")]
    [InlineData("t=99999999999999999999,v1=00")]
    [InlineData("t=-9223372036854775808,v1=00")]
    [InlineData("t=9223372036854775807,v1=00")]
    [InlineData("t=1795428000,v1=zz")]
    [InlineData("t=1795428000,v0=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_signature_is_refused(string header) => IsValid(header).ShouldBeFalse();

    [Fact]
    public void Cut_doubled_or_from_another_secret_is_refused()
    {
        var header = CallSignature.Sign([Secret], Body, Now);

        IsValid(header[..^2]).ShouldBeFalse();
        IsValid(new StringValues([header, header])).ShouldBeFalse();
        IsValid(StringValues.Empty).ShouldBeFalse();
        IsValid(CallSignature.Sign(["another tenant's"], Body, Now)).ShouldBeFalse();
    }

    [Fact]
    public void Without_a_secret_nothing_is_valid()
    {
        CallSignature.IsValid(CallSignature.Sign([""], Body, Now), Body, new CustomSettings().Secrets, Now).ShouldBeFalse();
        CallSignature.SameSecret("", "").ShouldBeFalse();
    }

    private static bool IsValid(StringValues header) => CallSignature.IsValid(header, Body, [Secret], Now);
}
