using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Relais.Server.Security;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Custom;

/// <summary>Any system that can speak HTTP: our own words, in both directions.</summary>
public sealed class CustomChannel(IHttpClientFactory http, ChannelMemory memory, TimeProvider clock) : ChannelKind<CustomSettings>
{
    private readonly CustomWebhook webhook = new(http, clock);
    private readonly CustomShelf shelf = new(memory, clock);

    public override string Name => "custom";

    public override int MaxBodyBytes => 1024 * 1024;

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) =>
        (SettingsOf(channel).Abilities ?? new CustomAbilities()).AsCapabilities();

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request)
    {
        if (!MayWrite(SettingsOf(channel), request.Headers, request.Body.Span)) return new Verdict.Refused();

        return CustomEnvelope.Parse(request.Body.Span, out var fault) is { } envelope
            ? new Verdict.Accepted(envelope.Key)
            : new Verdict.Malformed(fault);
    }

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) =>
        CustomEnvelope.Parse(body.Span, out var fault) is { } envelope
            ? new CustomReading(SettingsOf(channel), clock.GetUtcNow()).Of(envelope)
            : throw new JsonException(fault);

    public override async Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel)
    {
        var settings = SettingsOf(channel);
        var call = CustomCall.Of(channel, answer);
        if (settings.WebhookUrl.Length == 0) return await shelf.Lay(call, cancel);

        return await webhook.Refusal(channel, settings, cancel) ?? await webhook.Post(settings, call, cancel);
    }

    public override async Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel)
    {
        if (!Uri.TryCreate(reference, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return new Fetched.Gone("There is no file behind this reference.");

        try
        {
            var response = await http.CreateClient(GuardedHttpRegistration.ClientName).Download(address, cancel);
            return await FileOf(response, cancel);
        }
        catch (HttpRequestException refused) when (refused is AddressRefused || refused.InnerException is AddressRefused)
        {
            return new Fetched.Gone("The file's address is not one Relais may call.");
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return new Fetched.TryLater("The file could not be reached.");
        }
    }

    public override async Task Tell(ConnectedChannel channel, Signal signal, CancellationToken cancel)
    {
        var settings = SettingsOf(channel);
        if (settings.WebhookUrl.Length > 0) await webhook.Post(settings, CustomCall.Of(channel, signal), cancel);
    }

    public override async Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel)
    {
        var settings = SettingsOf(channel);
        if (settings.WebhookUrl.Length == 0) return new Check.Untried();

        return await webhook.Prove(channel, settings, cancel) switch
        {
            null => new Check.Works(new Uri(settings.WebhookUrl).Host),
            Delivery.BadSettings bad => Channels.Check.Fails.Of(bad),
            Delivery.TryLater later => new Check.Fails("webhook_silent", later.Reason),
            Delivery.Unknown unknown => new Check.Fails("webhook_silent", unknown.Reason),
            _ => new Check.Fails("webhook_challenge", "It did not send the challenge back."),
        };
    }

    public override IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) => new Dictionary<string, string>
    {
        ["apiUrl"] = new Uri(publicUrl, $"api/channels/custom/v1/{channel.Id}").ToString(),
        ["webhookUrl"] = new Uri(publicUrl, $"channels/custom/{channel.Id}").ToString(),
        ["token"] = SettingsOf(channel).Token,
        ["signingSecret"] = SettingsOf(channel).SigningSecret,
    };

    public override void MapDoors(RouteGroupBuilder doors) => new CustomDoors(this, shelf).Map(doors);

    protected override CustomSettings Complete(CustomSettings settings) => settings with
    {
        Token = settings.Token.Length > 0 ? settings.Token : Random(),
        SigningSecret = settings.SigningSecret.Length > 0 ? settings.SigningSecret : Random(),
    };

    /// <summary>The token alone, the signature alone, or both where the channel asks for both.</summary>
    internal bool MayWrite(CustomSettings settings, IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var signed = CallSignature.IsValid(headers[CallSignature.Header], body, settings.Secrets, clock.GetUtcNow());
        // A signature that is there and wrong is never outweighed by a token.
        if (!signed && (settings.RequireSignature || headers.ContainsKey(CallSignature.Header))) return false;

        return HasToken(settings, headers) || (signed && headers.Authorization.Count == 0);
    }

    internal static bool HasToken(CustomSettings settings, IHeaderDictionary headers) =>
        headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && CallSignature.SameSecret(settings.Token, header[7..].Trim());

    private static async Task<Fetched> FileOf(HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.IsSuccessStatusCode)
            return new Fetched.File(await response.Content.ReadAsStreamAsync(cancel), response.Content.Headers.ContentType?.MediaType);

        using (response)
            return response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError
                ? new Fetched.TryLater($"The file's address answered {(int)response.StatusCode}.", response.Headers.RetryAfter?.Delta)
                : new Fetched.Gone($"The file's address answered {(int)response.StatusCode}.");
    }

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}
