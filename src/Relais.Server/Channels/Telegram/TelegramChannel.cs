using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Telegram;

/// <summary>Telegram through its Bot API: one bot is one channel. Works with a webhook, and without any public address.</summary>
public sealed class TelegramChannel(IHttpClientFactory clients, ChannelMemory memory, TimeProvider clock) : ChannelKind<TelegramSettings>
{
    internal const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private const long MB = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceWithFiles = TimeSpan.FromMinutes(2);

    // Reading and typing marks wait in one line for all channels.
    private static readonly TimeSpan PatienceWithSignals = TimeSpan.FromSeconds(3);

    private static readonly Capabilities Abilities = new()
    {
        MaxText = 4096,
        MaxAttachments = TelegramFiles.Most,
        Files = new Dictionary<AttachmentKind, FileLimit>
        {
            [AttachmentKind.Image] = new(10 * MB, ["image/jpeg", "image/png", "image/gif", "image/webp"]),
            [AttachmentKind.Video] = new(50 * MB, ["video/mp4", "video/quicktime", "video/webm"]),
            [AttachmentKind.Audio] = new(50 * MB, ["audio/mpeg", "audio/mp4", "audio/aac", "audio/ogg", "audio/wav"]),
            [AttachmentKind.Document] = new(50 * MB, []),
        },
        Choices = TelegramChoices.Limits,
        ReplyTo = true,
        Reactions = TelegramReaction.Usual,
        TypingOut = true,
        ReadOut = true,
        Unknown = UnknownPolicy.Ask,
        MessagesPerSecond = 25,
    };

    public override string Name => "telegram";

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Abilities;

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request)
    {
        var secret = SettingsOf(channel).WebhookSecret;
        if (secret.Length == 0 || request.Headers[SecretHeader] is not [{ } given] || !Same(given, secret)) return new Verdict.Refused();

        return TelegramUpdates.KeyOf(LooseJson.Try(request.Body.ToArray())) is { } key
            ? new Verdict.Accepted(key)
            : new Verdict.Malformed("This is no update of a bot.");
    }

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) => Read(channel, body, clock.GetUtcNow());

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body, DateTimeOffset cameAt) =>
        new TelegramReader(cameAt).Read(LooseJson.Parse(body));

    public override bool Listens(ConnectedChannel channel) => SettingsOf(channel).Reception == TelegramSettings.Polling;

    public override Task Listen(ConnectedChannel channel, Letterbox letterbox, CancellationToken cancel) =>
        new TelegramUpdates(ApiOf(channel, TelegramUpdates.Patience), channel.Id, memory, clock).Listen(letterbox, cancel);

    public override async Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel)
    {
        var settings = SettingsOf(channel);
        return await new TelegramAccount(ApiOf(channel, Patience), clock).Check(settings, new Uri(publicUrl, $"channels/{Name}/{channel.Id}"), cancel);
    }

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) =>
        new TelegramSender(ApiOf(channel, answer.Files.Count > 0 ? PatienceWithFiles : Patience)).Send(answer, cancel);

    public override Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) =>
        new TelegramFiles(ApiOf(channel, Patience)).Fetch(reference, cancel);

    /// <summary>Not in a person's own chats that the bot looks after.</summary>
    public override async Task<string?> React(ConnectedChannel channel, Reacting reacting, CancellationToken cancel)
    {
        if (TelegramAddress.Newest(reacting.To) is not { } to || to.MessageOf(reacting.ExternalId) is not { } message) return "The message is not in the contact's newest chat.";

        var fields = to.In(new JsonObject { ["message_id"] = message, ["reaction"] = TelegramReaction.Of(reacting.Emoji) });
        var reply = await ApiOf(channel, Patience).Call("setMessageReaction", fields, cancel);
        return reply is Reply.Answer { Succeeded: true } ? null : TelegramErrors.FailureOf(reply).Reason;
    }

    /// <summary>Only a business chat can be marked as read; typing shows everywhere, for five seconds.</summary>
    public override async Task Tell(ConnectedChannel channel, Signal signal, CancellationToken cancel)
    {
        if (TelegramAddress.Newest(signal.To) is not { } to) return;

        var api = ApiOf(channel, PatienceWithSignals);
        if (signal is Signal.Typing { On: true })
            await api.Call("sendChatAction", to.In(new JsonObject { ["action"] = "typing" }), cancel);
        else if (signal is Signal.Read { LastExternalId: { } last } && to.Business is not null && to.MessageOf(last) is { } message)
            await api.Call("readBusinessMessage", to.In(new JsonObject { ["message_id"] = message }), cancel);
    }

    /// <summary>There is nothing to copy: Relais tells Telegram itself where its door is.</summary>
    public override IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) => new Dictionary<string, string>();

    protected override TelegramSettings Complete(TelegramSettings settings) => settings with
    {
        BotToken = settings.BotToken.Trim(),
        WebhookSecret = settings.WebhookSecret.Length > 0 ? settings.WebhookSecret : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)),
        ApiUrl = Uri.TryCreate(settings.ApiUrl, UriKind.Absolute, out _) ? settings.ApiUrl : new TelegramSettings().ApiUrl,
    };

    private TelegramApi ApiOf(ConnectedChannel channel, TimeSpan patience)
    {
        var http = clients.CreateClient(GuardedHttpRegistration.ClientName);
        http.Timeout = patience;
        return new TelegramApi(new ProviderLine(http, "Telegram"), SettingsOf(channel));
    }

    // Hashed first, so that the comparison takes as long whatever the lengths.
    private static bool Same(string given, string expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
