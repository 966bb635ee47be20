using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Server.Channels.Custom;
using Relais.Server.Security;

namespace Relais.Tests.Channels.Custom;

/// <summary>The custom channel keeps the contract of every kind.</summary>
public sealed class CustomTests : ChannelContract<CustomChannel>
{
    /// <summary>Before the recorded answers, the webhook sends the challenge back.</summary>
    public CustomTests() => Provider.Answers = asked =>
        asked.Body.Contains("\"type\":\"challenge\"", StringComparison.Ordinal) ? RecordedAnswer.Of(200, asked.Body) : null;

    protected override object Settings { get; } = new CustomSettings
    {
        WebhookUrl = "https://bot.example/relais",
        Token = "token-7f3a9c51d2",
        SigningSecret = "secret-51d27f3a9c",
        PreviousSecret = "before-9c51d27f3a",
    };

    protected override IEnumerable<string> Codes => ["refused", "not_collected", "webhook_challenge", "webhook_silent"];

    protected override string? SignatureHeader => CallSignature.Header;

    protected override IReadOnlyList<string> Endings => ["sent", "tryLater", "rejected", "badSettings", "unknown"];

    protected override void AddServices(IServiceCollection services) => services.AddSingleton<ChannelMemory>();

    protected override string Sign(ReadOnlyMemory<byte> body) =>
        CallSignature.Sign([((CustomSettings)Settings).SigningSecret], body.Span, Clock.GetUtcNow());
}
