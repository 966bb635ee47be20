using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MailKit;
using Microsoft.AspNetCore.DataProtection;
using Relais.Domain.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Mail;

/// <summary>E-mail: one mailbox is one channel. Read over IMAP, answered over SMTP.</summary>
public sealed class MailChannel : ChannelKind<MailSettings>
{
    private const int MostFiles = 20;

    private static readonly FileLimit Any = new(MailSender.MostFileBytes, []);

    private static readonly Capabilities Abilities = new()
    {
        MaxText = 100_000,
        MaxAttachments = MostFiles,
        MaxFilesBytes = MailSender.MostFileBytes,
        Files = Enum.GetValues<AttachmentKind>().ToDictionary(kind => kind, _ => Any),
        Choices = new ChoiceLimits(10, 100, 10_000),
        ReplyTo = true,
        AnswersRepeat = true,
        WritesFirst = true,
        Unknown = UnknownPolicy.Ask,
        MessagesPerSecond = 5,
    };

    private readonly MailFiles files;
    private readonly MailPlaces places;
    private readonly MailLines lines;
    private readonly MailOpener opener;
    private readonly TimeProvider clock;

    // Mails come in the character sets of their time.
    static MailChannel() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public MailChannel(
        FileStore files, ChannelMemory memory, IHttpClientFactory clients, IDataProtectionProvider protection, OutgoingRules rules, TimeProvider clock)
    {
        this.clock = clock;
        this.files = new MailFiles(files);
        places = new MailPlaces(memory);
        lines = new MailLines(new MailTokens(clients, memory, protection, clock), rules, clock);
        opener = new MailOpener(clock);
    }

    public override string Name => "mail";

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Abilities;

    /// <summary>Nobody knocks: Relais goes and looks.</summary>
    public override Verdict Verify(ConnectedChannel channel, DoorRequest request) => new Verdict.Refused();

    public override bool Listens(ConnectedChannel channel) => SettingsOf(channel).ImapHost.Length > 0;

    public override async Task Listen(ConnectedChannel channel, Letterbox letterbox, CancellationToken cancel)
    {
        var settings = SettingsOf(channel);
        try
        {
            using var line = await lines.Imap(channel, settings, cancel);
            var moves = settings is { AfterReading: MailSettings.Move, MoveTo.Length: > 0 };
            var target = moves ? await line.Find(settings.MoveTo, cancel) : null;
            var folder = await line.Open(settings.Folder, toWrite: moves, cancel);
            using var listening = new MailListening(line, folder, files, places, opener) { MoveTo = target };
            await listening.Run(channel, letterbox, clock.GetUtcNow(), cancel);
        }
        catch (MailFault fault) when (fault.NeedsRepair)
        {
            throw new ListeningFailed(fault.Code, fault.Message);
        }
    }

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) =>
        new MailReader(SettingsOf(channel)).Read(JsonSerializer.Deserialize<MailNote>(body.Span, MailNote.Json) ?? throw new JsonException("There is no mail."));

    public override Reach ReachOf(string externalId) => new(Email: externalId == MailAddress.Nobody ? null : externalId);

    public override string? AddressOf(ConnectedChannel channel, Reach reach) => MailAddress.Of(reach.Email);

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) =>
        new MailSender(lines, channel, SettingsOf(channel)).Send(answer, cancel);

    public override Task<Delivery?> Reconcile(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) =>
        new MailSender(lines, channel, SettingsOf(channel)).Reconcile(answer, cancel);

    public override async Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel)
    {
        var settings = SettingsOf(channel);
        try
        {
            using (var line = await lines.Imap(channel, settings, cancel))
            {
                await line.Open(settings.Folder, toWrite: false, cancel);
                if (settings is { AfterReading: MailSettings.Move, MoveTo.Length: > 0 }) await line.Find(settings.MoveTo, cancel);
            }

            using var server = await lines.Smtp(channel, settings, cancel);
            await server.DisconnectAsync(quit: true, cancel);
            return new Check.Works(settings.Address);
        }
        catch (MailFault fault)
        {
            return new Check.Fails(fault.Code, fault.Message);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested && exception is IOException or ProtocolException or CommandException)
        {
            return new Check.Fails(MailFault.ServerFault, MailFault.Words(exception));
        }
    }

    public override IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) => new Dictionary<string, string>();

    protected override MailSettings Complete(MailSettings settings) => settings with
    {
        Address = settings.Address.Trim(),
        DisplayName = settings.DisplayName.Trim(),
        ImapHost = settings.ImapHost.Trim(),
        SmtpHost = settings.SmtpHost.Trim(),
        User = settings.User.Trim(),
        Folder = settings.Folder.Trim() is { Length: > 0 } folder ? folder : "INBOX",
        MoveTo = settings.MoveTo.Trim(),
        TrustedServer = settings.TrustedServer.Trim(),
        IdSecret = settings.IdSecret.Length > 0 ? settings.IdSecret : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
    };
}
