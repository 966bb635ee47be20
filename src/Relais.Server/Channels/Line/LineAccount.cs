using System.Globalization;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Line;

/// <summary>Makes sure with LINE who the account is, that it knows our door, and that a call of its own gets through.</summary>
internal sealed class LineAccount(LineApi api)
{
    public const string NeedsHttps = "needs_https";
    public const string WebhookRefused = "webhook_refused";
    public const string WebhookOff = "webhook_off";
    public const string WebhookFailing = "webhook_failing";
    public const string SecretWrong = "secret_wrong";

    private const string Endpoint = "channel/webhook/endpoint";

    public async Task<Check> Check(Uri door, CancellationToken cancel)
    {
        var info = await api.Get("info", cancel);
        if (info is not Reply.Answer { Succeeded: true } account) return LineErrors.FailureOf(info);
        if (door.Scheme != Uri.UriSchemeHttps) return new Check.Fails(NeedsHttps, $"LINE calls only https addresses; ours is {door.GetLeftPart(UriPartial.Authority)}.");

        var works = new Check.Works($"{account.Body["displayName"].Text} · {account.Body["basicId"].Text}");
        return await Tell(door, cancel) ?? await Try(door, cancel) ?? works;
    }

    /// <summary>Null when LINE calls at our door. A change takes LINE a minute, so what is right stays.</summary>
    private async Task<Check?> Tell(Uri door, CancellationToken cancel)
    {
        var known = await api.Get(Endpoint, cancel);
        if (known is not Reply.Answer { Succeeded: true } answer || answer.Body["endpoint"].Text != door.AbsoluteUri)
        {
            var set = await api.Put(Endpoint, new JsonObject { ["endpoint"] = door.AbsoluteUri }, cancel);
            if (set is not Reply.Answer { Succeeded: true }) return LineErrors.FailureOf(set, WebhookRefused);

            known = await api.Get(Endpoint, cancel);
        }

        return known is Reply.Answer { Succeeded: true } now && !now.Body["active"].IsTrue
            ? new Check.Fails(WebhookOff, "LINE knows the address, but does not use it.")
            : null;
    }

    /// <summary>Null when the call got through, or LINE was asked for it too often.</summary>
    private async Task<Check?> Try(Uri door, CancellationToken cancel)
    {
        if (await api.Post("channel/webhook/test", new JsonObject { ["endpoint"] = door.AbsoluteUri }, cancel) is not Reply.Answer { Succeeded: true } tried || tried.Body["success"].IsTrue) return null;

        var (status, words) = (tried.Body["statusCode"].Number, $"{tried.Body["reason"].Text} {tried.Body["detail"].Text}".Trim());
        return status is 401
            ? new Check.Fails(SecretWrong, "Relais did not recognise LINE's own call by the channel secret.")
            : new Check.Fails(WebhookFailing, string.Create(CultureInfo.InvariantCulture, $"({status}) {words}"));
    }
}
