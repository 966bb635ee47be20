using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Custom;
using Relais.Server.Security;

namespace Relais.Tests.Channels.Custom;

/// <summary>What the other side says, as facts.</summary>
public sealed class CustomReadingTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);
    private readonly CustomChannel kind = new(new WebhookStub(), Memory.Unused, new StoppedClock());

    [Fact]
    public void A_message_needs_no_type()
    {
        var message = One<MessageIn>("""{"externalId":"m-1","sender":{"externalId":"zoe","name":"Zoé Martin","email":"zoe@example.com","language":"fr"},"occurredAt":"2026-11-23T10:30:00+01:00","text":"Bonjour !"}""");

        message.ShouldSatisfyAllConditions(
            () => message.From.Ids.ShouldBe(["zoe"]),
            () => message.From.Profile.Name.ShouldBe("Zoé Martin"),
            () => message.From.Profile.Language.ShouldBe("fr"),
            () => message.ExternalId.ShouldBe("m-1"),
            () => message.Kind.ShouldBe(MessageKind.Text),
            () => message.Text.ShouldBe("Bonjour !"),
            () => message.At.ShouldBe(At));
    }

    [Fact]
    public void Html_becomes_text_where_there_is_none() =>
        One<MessageIn>("""{"externalId":"m","sender":{"externalId":"zoe"},"html":"<p>Bonjour <script>alert(1)</script></p>"}""").Text.ShouldBe("Bonjour");

    [Fact]
    public void A_clock_that_runs_ahead_is_set_right() =>
        One<MessageIn>("""{"externalId":"m","sender":{"externalId":"zoe"},"text":"x","occurredAt":"2099-01-01T00:00:00Z"}""").At.ShouldBe(StoppedClock.Now);

    [Fact]
    public void A_file_at_an_address_is_copied_later()
    {
        var message = One<MessageIn>("""{"externalId":"m","sender":{"externalId":"zoe"},"attachments":[{"url":"https://files.example/a.jpg","mimeType":"image/jpeg","name":"colis.jpg","size":1234}]}""");

        message.Kind.ShouldBe(MessageKind.Image);
        message.Files.ShouldBe([new InboundFile(AttachmentKind.Image, "colis.jpg", "image/jpeg", Reference: "https://files.example/a.jpg", Size: 1234)]);
    }

    [Fact]
    public void An_uploaded_file_is_there_already_and_only_what_was_uploaded_here()
    {
        var id = CustomFiles.UploadId(new UploadNote("key-1", "colis.jpg", "image/jpeg", 99, DateTimeOffset.UnixEpoch), Settings);
        var foreign = CustomFiles.UploadId(new UploadNote("key-1", "colis.jpg", "image/jpeg", 99, DateTimeOffset.UnixEpoch), Settings with { SigningSecret = "another" });

        One<MessageIn>(Carrying(id)).Files.ShouldBe([new InboundFile(AttachmentKind.Image, "colis.jpg", "image/jpeg", Key: "key-1", Size: 99)]);
        foreach (var wrong in new[] { foreign, "../../etc/passwd", "", "a.b", id + "A" })
            One<MessageIn>(Carrying(wrong)).Files.ShouldHaveSingleItem().Key.ShouldBeNull();

        static string Carrying(string uploadId) =>
            JsonSerializer.Serialize(new { externalId = "m", sender = new { externalId = "zoe" }, attachments = new[] { new { uploadId } } });
    }

    [Fact]
    public void A_place_a_card_and_a_post_are_kept()
    {
        var place = One<MessageIn>("""{"externalId":"1","sender":{"externalId":"zoe"},"location":{"latitude":48.85,"longitude":2.35,"name":"Paris"}}""");
        var card = One<MessageIn>("""{"externalId":"2","sender":{"externalId":"zoe"},"contactCard":{"name":"Yann","phones":["+33612345678"]}}""");
        var comment = One<MessageIn>("""{"externalId":"3","sender":{"externalId":"zoe"},"text":"Joli !","visibility":"public","postRef":{"id":"p-7","text":"Nos pulls"}}""");

        place.Kind.ShouldBe(MessageKind.Location);
        JsonDocument.Parse(place.Extra!).RootElement.GetProperty("latitude").GetDouble().ShouldBe(48.85);
        card.Kind.ShouldBe(MessageKind.Contacts);
        comment.Visibility.ShouldBe(Visibility.Public);
        comment.Post.ShouldBe("p-7");
    }

    [Fact]
    public void What_was_answered_elsewhere_is_an_echo() =>
        One<EchoIn>("""{"direction":"out","externalId":"m-2","recipient":{"externalId":"zoe"},"text":"Bien reçu."}""").To!.Ids.ShouldBe(["zoe"]);

    [Fact]
    public void Edits_removals_reactions_and_read_marks_are_facts()
    {
        One<EditIn>("""{"type":"edit","externalId":"m-1","text":"Bonsoir"}""").Text.ShouldBe("Bonsoir");
        One<RemovalIn>("""{"type":"removal","externalId":"m-1"}""").TargetExternalId.ShouldBe("m-1");
        One<ReactionIn>("""{"sender":{"externalId":"zoe"},"targetExternalId":"a-1","emoji":"❤️","type":"reaction"}""").Emoji.ShouldBe("❤️");
        One<ReactionIn>("""{"type":"reaction","sender":{"externalId":"zoe"},"targetExternalId":"a-1","emoji":""}""").Emoji.ShouldBeNull();
        One<ReadIn>("""{"type":"read","sender":{"externalId":"zoe"},"occurredAt":"2026-11-23T09:30:00Z"}""").At.ShouldBe(At);
    }

    [Theory]
    [InlineData("sent", DeliveryStatus.Sent)]
    [InlineData("delivered", DeliveryStatus.Delivered)]
    [InlineData("read", DeliveryStatus.Read)]
    [InlineData("failed", DeliveryStatus.Failed)]
    public void A_status_moves_our_answer(string word, DeliveryStatus status)
    {
        var id = Guid.CreateVersion7();
        var fact = One<StatusIn>($$"""{"type":"status","messageId":"{{id}}","status":"{{word}}","detail":"no such person"}""");

        fact.MessageId.ShouldBe(id);
        fact.Report.Status.ShouldBe(status);
        fact.Report.Reason.ShouldBe(status == DeliveryStatus.Failed ? "no such person" : null);
        One<StatusIn>("""{"type":"status","messageId":"their-id","status":"read"}""").ExternalId.ShouldBe("their-id");
    }

    [Fact]
    public void A_pressed_button_and_an_opt_out_are_shown()
    {
        var pressed = One<MessageIn>("""{"type":"postback","eventId":"e-1","sender":{"externalId":"zoe"},"title":"Suivre ma commande","payload":{"order":42}}""");
        pressed.Kind.ShouldBe(MessageKind.Button);
        pressed.Text.ShouldBe("Suivre ma commande");
        JsonDocument.Parse(pressed.Extra!).RootElement.GetProperty("payload").GetProperty("order").GetInt32().ShouldBe(42);

        var optOut = One<MessageIn>("""{"type":"optOut","eventId":"e-2","sender":{"externalId":"zoe"}}""");
        (optOut.Kind, optOut.Consent).ShouldBe((MessageKind.System, false));
    }

    [Fact]
    public void What_we_do_not_know_is_kept_and_never_an_error()
    {
        One<MessageIn>("""{"type":"hologram","eventId":"e","sender":{"externalId":"zoe"},"beam":true}""").Kind.ShouldBe(MessageKind.Unsupported);
        foreach (var nothing in new[] { "{}", """{"type":"hologram"}""", """{"type":"typing","sender":{"externalId":"zoe"}}""", """{"text":"from nobody"}""" })
            kind.Read(Channel(), Encoding.UTF8.GetBytes(nothing)).ShouldBeEmpty(nothing);
    }

    [Fact]
    public void A_repetition_has_the_same_key_and_another_event_another()
    {
        Key("""{"externalId":"m-1","text":"x"}""").ShouldBe(Key("""{"text":"y","externalId":"m-1"}"""));
        Key("""{"externalId":"m-1"}""").ShouldNotBe(Key("""{"externalId":"m-2"}"""));
        Key("""{"type":"edit","externalId":"m-1","text":"a"}""").ShouldNotBe(Key("""{"type":"edit","externalId":"m-1","text":"b"}"""));
        Key("""{"type":"reaction","eventId":"e-1"}""").ShouldNotBe(Key("""{"type":"optOut","eventId":"e-1"}"""));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"text":5}""")]
    [InlineData("""{"attachments":"none"}""")]
    [InlineData("""{"type":"status","status":"lost"}""")]
    public void What_does_not_match_the_description_is_malformed(string body) => Verify(body, Token).ShouldBeOfType<Verdict.Malformed>();

    [Fact]
    public void An_id_that_is_too_long_is_malformed() =>
        Verify($$"""{"externalId":"{{new string('x', 201)}}"}""", Token).ShouldBeOfType<Verdict.Malformed>();

    [Fact]
    public void The_door_opens_to_the_token_or_to_a_signature()
    {
        const string body = """{"externalId":"m-1"}""";
        var signed = CallSignature.Sign(Settings.Secrets, Encoding.UTF8.GetBytes(body), StoppedClock.Now);
        var forged = CallSignature.Sign(["forged"], Encoding.UTF8.GetBytes(body), StoppedClock.Now);

        Verify(body, Token).ShouldBeOfType<Verdict.Accepted>();
        Verify(body, null, signed).ShouldBeOfType<Verdict.Accepted>();
        Verify(body, null).ShouldBeOfType<Verdict.Refused>();
        Verify(body, "Bearer nonsense").ShouldBeOfType<Verdict.Refused>();
        Verify(body, "Bearer ").ShouldBeOfType<Verdict.Refused>();
        Verify(body, null, forged).ShouldBeOfType<Verdict.Refused>();
        Verify(body, Token, forged).ShouldBeOfType<Verdict.Refused>();
        Verify(body, "Bearer nonsense", signed).ShouldBeOfType<Verdict.Refused>();
    }

    [Fact]
    public void A_channel_may_ask_for_both()
    {
        const string body = """{"externalId":"m-1"}""";
        var strict = Settings with { RequireSignature = true };
        var signed = CallSignature.Sign(Settings.Secrets, Encoding.UTF8.GetBytes(body), StoppedClock.Now);

        Verify(body, Token, null, strict).ShouldBeOfType<Verdict.Refused>();
        Verify(body, Token, signed, strict).ShouldBeOfType<Verdict.Accepted>();
    }

    private const string Token = "Bearer the token";

    private static readonly CustomSettings Settings = new() { Token = "the token", SigningSecret = "the secret" };

    private static ConnectedChannel Channel(CustomSettings? settings = null) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "custom", "Boutique", settings ?? Settings);

    private T One<T>(string body) => kind.Read(Channel(), Encoding.UTF8.GetBytes(body)).ShouldHaveSingleItem().ShouldBeOfType<T>();

    private string Key(string body) => Verify(body, Token).ShouldBeOfType<Verdict.Accepted>().Key;

    private Verdict Verify(string body, string? authorization, string? signature = null, CustomSettings? settings = null)
    {
        var headers = new HeaderDictionary();
        if (authorization is not null) headers["Authorization"] = authorization;
        if (signature is not null) headers[CallSignature.Header] = signature;
        return kind.Verify(Channel(settings), new DoorRequest("POST", headers, new QueryCollection(), Encoding.UTF8.GetBytes(body)));
    }
}

/// <summary>Monday morning, and it stays so.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
