using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Messenger;

/// <summary>The chat on the customer's own site: the provider is Relais itself.</summary>
public sealed class MessengerChannel : ChannelKind<MessengerSettings>
{
    private static readonly Capabilities Can = new()
    {
        MaxText = 4000,
        MaxAttachments = 5,
        Files = VisitorFiles.Limits,
        TypingOut = true,
        ReadOut = true,
        DeliveredReceipts = true,
        ReadReceipts = true,
        Unknown = UnknownPolicy.Resend,
        MessagesPerSecond = 1000,
    };

    public override string Name => "messenger";

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Can;

    /// <summary>Visitors come through doors of their own; nobody else has anything to say.</summary>
    public override Verdict Verify(ConnectedChannel channel, DoorRequest request) => new Verdict.Refused();

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize<VisitorAct>(body.Span, VisitorAct.Json) switch
        {
            Wrote wrote => [MessageOf(wrote)],
            Received received => [new StatusIn(null, received.MessageId, new DeliveryReport(DeliveryStatus.Delivered, received.At))],
            Seen seen => [new ReadIn(SenderOf(seen.Visitor), seen.Until)],
            SignedIn signedIn => [new IdentityIn(SenderOf(signedIn.Before), SenderOf(signedIn.Visitor, signedIn.Profile), signedIn.At)],
            _ => [],
        };

    /// <summary>What is committed is there for the visitor: his browser learns of it through its stream.</summary>
    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) =>
        Task.FromResult<Delivery>(new Delivery.Sent(answer.MessageId.ToString()));

    public override IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) =>
        new Dictionary<string, string>
        {
            ["snippet"] = $"""<script src="{new Uri(publicUrl, "messenger/relais.js")}" data-channel="{channel.Id}" async></script>""",
            ["testPageUrl"] = new Uri(publicUrl, $"messenger/try/{channel.Id}").ToString(),
            ["identitySecret"] = SettingsOf(channel).IdentitySecret,
        };

    protected override MessengerSettings Complete(MessengerSettings settings) => settings.IdentitySecret.Length > 0
        ? settings
        : settings with { IdentitySecret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32)) };

    private static MessageIn MessageOf(Wrote wrote)
    {
        var files = wrote.Files ?? [];
        return new MessageIn(SenderOf(wrote.Visitor, wrote.Profile), ExternalIdOf(wrote.Visitor, wrote.ClientId), wrote.At)
        {
            Kind = files.Count == 0 ? MessageKind.Text : KindOf(files[0].Kind),
            Text = wrote.Text,
            Files = [.. files.Select(file => new InboundFile(file.Kind, file.Name, file.ContentType, Key: file.Key, Size: file.Size))],
        };
    }

    /// <summary>The visitor is part of it, so that nobody can take another's id.</summary>
    internal static string ExternalIdOf(string visitor, Guid clientId) => $"{visitor}/{clientId}";

    private static Sender SenderOf(string visitor, VisitorProfile? profile = null) =>
        new([visitor], new Profile(profile?.Name, Email: profile?.Email, Language: profile?.Language));

    private static MessageKind KindOf(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Image => MessageKind.Image,
        AttachmentKind.Video => MessageKind.Video,
        AttachmentKind.Audio => MessageKind.Audio,
        _ => MessageKind.Document,
    };
}
