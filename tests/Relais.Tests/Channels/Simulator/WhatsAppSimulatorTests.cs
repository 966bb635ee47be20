using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.WhatsApp;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Tests.Channels.Simulator;

/// <summary>WhatsApp against Meta's stand-in over real sockets, with everything that goes wrong on them.</summary>
public sealed class WhatsAppSimulatorTests : IAsyncLifetime
{
    private readonly ServiceProvider services = new ServiceCollection().AddSingleton(new OutgoingRules { AllowPrivateHosts = true }).AddGuardedHttp().BuildServiceProvider();
    private WhatsAppSimulator meta = null!;
    private WhatsAppChannel kind = null!;
    private ConnectedChannel channel = null!;

    public async ValueTask InitializeAsync()
    {
        meta = await WhatsAppSimulator.Start(Cancel);
        kind = new WhatsAppChannel(services.GetRequiredService<IHttpClientFactory>(), TimeProvider.System);
        channel = Connected(new WhatsAppSettings
        {
            PhoneNumberId = meta.Account.PhoneNumberId,
            BusinessAccountId = meta.Account.BusinessAccountId,
            AccessToken = meta.Account.AccessToken,
            AppSecret = meta.Account.AppSecret,
            ApiUrl = meta.Address.ToString(),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await meta.DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_arrives_with_our_id()
    {
        var answer = Answer("Bonjour Zoé");
        var sent = (await Send(answer)).ShouldBeOfType<Delivery.Sent>();
        var accepted = meta.Ledger.Accepted.ShouldHaveSingleItem();
        (accepted.Id, accepted.OurId, accepted.To, accepted.Type).ShouldBe((sent.ExternalId, answer.MessageId.ToString(), "+33612345678", "text"));
    }

    [Theory]
    [InlineData(AttachmentKind.Image, "image/jpeg", "image")]
    [InlineData(AttachmentKind.Image, "image/webp", "sticker")]
    [InlineData(AttachmentKind.Video, "video/mp4", "video")]
    [InlineData(AttachmentKind.Audio, "audio/ogg", "audio")]
    [InlineData(AttachmentKind.Document, "application/pdf", "document")]
    public async Task A_file_arrives_byte_by_byte(AttachmentKind file, string type, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 50_000)));
        var answer = Answer("") with { Files = [new OutgoingFile(file, "été.pdf", type, bytes.Length, "", _ => Task.FromResult<Stream>(new MemoryStream(bytes)))] };
        (await Send(answer)).ShouldBeOfType<Delivery.Sent>();
        var accepted = meta.Ledger.Accepted.ShouldHaveSingleItem();
        accepted.Type.ShouldBe(expected);
        meta.Files.Bytes(accepted.Body[expected]!["id"]!.GetValue<string>()).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_template_arrives_filled()
    {
        (await Send(Answer("") with { Template = new TemplateUse("suivi_colis", "fr", ["A-12", "Zoé", "demain"]) })).ShouldBeOfType<Delivery.Sent>();
        (await Send(Answer("") with { Template = new TemplateUse("bienvenue", "fr", []) })).ShouldBeOfType<Delivery.Sent>();
        (await Send(Answer("") with { Template = new TemplateUse("en_attente", "fr", []) })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("template_unknown");
        (await kind.Templates(channel, Cancel)).Select(template => template.Name).ShouldBe(["suivi_colis", "bienvenue"]);
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_although_it_was_accepted()
    {
        meta.Faults.NextSends.Enqueue(new SendFault.AnswerLost());
        (await Send(Answer("Perdu ?"))).ShouldBeOfType<Delivery.Unknown>();
        meta.Ledger.Accepted.ShouldHaveSingleItem().AnswerLost.ShouldBeTrue();
    }

    [Fact]
    public async Task What_breaks_on_the_way_is_named()
    {
        foreach (var fault in new SendFault[] { new SendFault.TooMany(TimeSpan.FromSeconds(7)), new SendFault.Page(502), new SendFault.Page(503), new SendFault.LineBroken(), new SendFault.Refused(131026, "No.") })
            meta.Faults.NextSends.Enqueue(fault);

        (await Send(Answer("1"))).ShouldBeOfType<Delivery.TryLater>().After.ShouldBe(TimeSpan.FromSeconds(7));
        (await Send(Answer("2"))).ShouldBeOfType<Delivery.Unknown>();
        (await Send(Answer("3"))).ShouldBeOfType<Delivery.TryLater>();
        (await Send(Answer("4"))).ShouldBeOfType<Delivery.Unknown>();
        (await Send(Answer("5"))).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("recipient_unreachable");
        meta.Ledger.Accepted.ShouldBeEmpty();
        meta.Ledger.Refused.ShouldBe([429, 502, 503, 0, 400]);
    }

    [Fact]
    public async Task Nobody_at_home_is_not_unknown() =>
        (await kind.Send(Connected(Settings with { ApiUrl = "http://127.0.0.1:1" }), Answer("?"), Cancel)).ShouldBeOfType<Delivery.TryLater>();

    [Theory]
    [InlineData("another-token", null, "token_invalid: ")]
    [InlineData(null, "999", "number_unknown: ")]
    public async Task A_wrong_key_is_a_wrong_setting(string? token, string? number, string problem)
    {
        var wrong = Settings with { AccessToken = token ?? Settings.AccessToken, PhoneNumberId = number ?? Settings.PhoneNumberId };
        (await kind.Send(Connected(wrong), Answer("?"), Cancel)).ShouldBeOfType<Delivery.BadSettings>().Reason.ShouldStartWith(problem);
    }

    [Fact]
    public async Task A_guarded_server_says_that_the_address_is_not_for_it()
    {
        await using var guarded = new ServiceCollection().AddGuardedHttp().BuildServiceProvider();
        var strict = new WhatsAppChannel(guarded.GetRequiredService<IHttpClientFactory>(), TimeProvider.System);
        (await strict.Send(channel, Answer("?"), Cancel)).ShouldBeOfType<Delivery.BadSettings>().Reason.ShouldStartWith("api_unreachable: ");
    }

    [Theory]
    [InlineData(300_000, 1, 0)]
    [InlineData(-1, 1, 1)]
    public async Task A_file_is_fetched_while_its_address_lives_and_after(int lifeInMilliseconds, int downloads, int misses)
    {
        meta.Faults.MediaLife = TimeSpan.FromMilliseconds(lifeInMilliseconds);
        var id = meta.Files.Keep("the picture"u8.ToArray(), "image/jpeg", out var url);
        meta.Faults.MediaLife = TimeSpan.FromMinutes(5);

        using var content = (await kind.Fetch(channel, $"{id} {url}", Cancel)).ShouldBeOfType<Fetched.File>().Content;
        using var reader = new StreamReader(content);
        (await reader.ReadToEndAsync(Cancel)).ShouldBe("the picture");
        (meta.Files.Downloads, meta.Files.Misses).ShouldBe((downloads, misses));
    }

    [Fact]
    public async Task Read_marks_and_typing_arrive()
    {
        await kind.Tell(channel, new Signal.Read(Guid.Empty, ["33612345678"], "wamid.1"), Cancel);
        await kind.Tell(channel, new Signal.Typing(Guid.Empty, ["33612345678"], "wamid.1", On: true), Cancel);
        meta.Ledger.Read.Select(mark => (mark["message_id"]!.GetValue<string>(), mark["typing_indicator"] is not null)).ShouldBe([("wamid.1", false), ("wamid.1", true)]);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private WhatsAppSettings Settings => (WhatsAppSettings)channel.Settings;

    private Task<Delivery> Send(Outgoing answer) => kind.Send(channel, answer, Cancel);

    private static Outgoing Answer(string text) => new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["33612345678"], text, "Ana");

    private static ConnectedChannel Connected(WhatsAppSettings settings) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), "whatsapp", "Maison Lune", settings);
}
