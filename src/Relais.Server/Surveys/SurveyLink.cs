using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Relais.Server.Surveys;

/// <summary>What lets one contact answer one survey once: 256 random bits, of which only the hash is kept.</summary>
public sealed record SurveyLink(string Token, byte[] Hash)
{
    public static SurveyLink Make()
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        return new SurveyLink(token, HashOf(token));
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
