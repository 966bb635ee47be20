using Microsoft.EntityFrameworkCore;
using MimeKit;
using Relais.Domain.Conversations;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Mail;

/// <summary>One pair of servers for all who need them.</summary>
[CollectionDefinition(Name)]
public sealed class MailShopCollection : ICollectionFixture<MailShop>
{
    public const string Name = "mail";
}

/// <summary>The shop with its two boxes connected, beside the servers they lie on.</summary>
public sealed class MailShop : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Shop? shop;

    public MailServers Servers { get; } = new();

    public RelaisApp App => shop!.App;

    public ApiClient Ana => shop!.Ana;

    public ApiClient Diane => shop!.Diane;

    public Guid ContactBoxId { get; private set; }

    public Guid SalesBoxId { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Servers.InitializeAsync();
        shop = await Shop.Open();
        await Servers.Append(MailServers.Contact, From("ancien@exemple.example", MailServers.Contact, "D’avant", "Trop vieux pour Relais."));
        ContactBoxId = await Connect(MailServers.Contact, new { signature = "Maison Lune, 12 rue des Lilas", trustedServer = "mx.maison-lune.example" });
        SalesBoxId = await Connect(MailServers.Sales);
    }

    public async ValueTask DisposeAsync()
    {
        if (shop is not null) await shop.DisposeAsync();
        await Servers.DisposeAsync();
    }

    public static MimeMessage From(string address, string to, string subject, string text)
    {
        var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text }, MessageId = $"{Guid.CreateVersion7():N}@client.example" };
        message.From.Add(MailboxAddress.Parse(address));
        message.To.Add(MailboxAddress.Parse(to));
        return message;
    }

    /// <summary>Connects a box and waits until somebody listens there.</summary>
    public async Task<Guid> Connect(string box, object? more = null)
    {
        var created = await Diane.Post("channels", new { kind = "mail", name = box, settings = Servers.SettingsOf(box, more) });
        var id = (created["channel"] ?? created).Id();
        await Holds(async () => await App.Look(db => db.ChannelStates.AnyAsync(row => row.ChannelId == id && row.Key == "place")), $"{box} is listened to");
        return id;
    }

    /// <summary>The contact's mails in Relais, the oldest first, once there are so many.</summary>
    public async Task<IReadOnlyList<Message>> Received(string address, int count)
    {
        List<Message> found = [];
        await Holds(async () => (found = await ReceivedNow(address)).Count >= count, $"{count} mails of {address}");
        await App.UntilNothingWaits();
        return await ReceivedNow(address);
    }

    public async Task<Message> Answer(Guid conversationId, string text, Guid? replyToId = null)
    {
        var written = await Ana.Post($"conversations/{conversationId}/messages", new { clientId = Guid.CreateVersion7(), text, replyToId });
        await App.UntilNothingWaits();
        return await Reload(written.Id());
    }

    public Task<Message> Reload(Guid id) => App.Look(db => db.Messages.IgnoreQueryFilters().FirstAsync(row => row.Id == id, Cancel));

    /// <summary>Until it holds. The clock goes on meanwhile, so that a broken line is taken up again.</summary>
    public async Task Holds(Func<Task<bool>> holds, string what, int pace = 100)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(since) > Patience) throw new TimeoutException($"Not within {Patience.TotalSeconds} s: {what}.");
            await Task.Delay(50, Cancel);
            App.Clock.Advance(TimeSpan.FromMilliseconds(pace));
        }
    }

    private Task<List<Message>> ReceivedNow(string address) => App.Look(async db =>
    {
        var threads = await db.ContactIdentities.IgnoreQueryFilters().Where(row => row.ExternalId == address)
            .Join(db.Threads.IgnoreQueryFilters(), row => row.ContactId, thread => thread.ContactId, (_, thread) => thread.Id).Distinct().ToListAsync(Cancel);
        var messages = await db.Messages.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.Direction == Direction.In && threads.Contains(row.ThreadId)).OrderBy(row => row.Id).ToListAsync(Cancel);
        foreach (var message in messages)
            message.Load(await db.Attachments.IgnoreQueryFilters().AsNoTracking().Where(file => file.MessageId == message.Id).OrderBy(file => file.Id).ToListAsync(Cancel));
        return messages;
    });
}
