using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.WhatsApp;

namespace Relais.Tests.Channels.WhatsApp;

/// <summary>What Meta is asked, to the letter, and what is never asked.</summary>
public sealed class WhatsAppSendingTests
{
    private static readonly RecordedAnswer Accepted = RecordedAnswer.Of(200, """{"messages":[{"id":"wamid.A="}]}""");
    private static readonly RecordedAnswer Uploaded = RecordedAnswer.Of(200, """{"id":"4490709327384033"}""");

    private readonly RecordedProvider provider = new() { Next = Accepted };
    private readonly Outgoing answer = new(Guid.Parse("019aabcd-1234-7abc-8def-0123456789ab"), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["33612345678"], "Bonjour Zoé", "Ana");

    [Fact]
    public async Task A_text_goes_to_the_number_with_our_id()
    {
        (await Send(answer)).ShouldBe(new Delivery.Sent("wamid.A="));
        var asked = provider.Asked.ShouldHaveSingleItem();
        (asked.Method, asked.Address.ToString(), asked.Authorization).ShouldBe(("POST", "https://graph.facebook.com/v25.0/1065/messages", "Bearer token"));
        ShouldBeJson(asked.Body, """
            {"messaging_product":"whatsapp","recipient_type":"individual","to":"+33612345678","type":"text",
             "biz_opaque_callback_data":"019aabcd-1234-7abc-8def-0123456789ab","text":{"body":"Bonjour Zoé"}}
            """);
    }

    [Fact]
    public async Task A_link_asks_for_a_preview()
    {
        await Send(answer with { Text = "Voir https://maison-lune.fr" });
        JsonNode.Parse(provider.Asked[0].Body)!["text"]!["preview_url"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("FR.13491208655302741918", "FR.ENT.11815799212886844830")]
    [InlineData("FR.ENT.11815799212886844830", "")]
    public async Task Without_a_number_it_goes_to_the_user_id(string first, string second)
    {
        await Send(answer with { To = [first, second] });
        var body = JsonNode.Parse(provider.Asked[0].Body)!;
        body["recipient"]!.GetValue<string>().ShouldBe(first);
        body["to"].ShouldBeNull();
    }

    [Fact]
    public async Task With_both_the_number_counts()
    {
        await Send(answer with { To = ["FR.13491208655302741918", "33612345678"] });
        var body = JsonNode.Parse(provider.Asked[0].Body)!;
        body["to"]!.GetValue<string>().ShouldBe("+33612345678");
        body["recipient"].ShouldBeNull();
    }

    [Fact]
    public async Task After_a_changed_number_the_new_one_counts()
    {
        await Send(answer with { To = ["33612345678", "FR.1", "FR.ENT.1", "33687654321", "FR.2", "FR.ENT.2"] });
        await Send(answer with { To = ["FR.1", "FR.ENT.1", "FR.2", "FR.ENT.2"] });
        JsonNode.Parse(provider.Asked[0].Body)!["to"]!.GetValue<string>().ShouldBe("+33687654321");
        JsonNode.Parse(provider.Asked[1].Body)!["recipient"]!.GetValue<string>().ShouldBe("FR.2");
    }

    [Fact]
    public async Task A_quoted_message_is_the_context()
    {
        await Send(answer with { ReplyToExternalId = "wamid.HERS=" });
        JsonNode.Parse(provider.Asked[0].Body)!["context"]!["message_id"]!.GetValue<string>().ShouldBe("wamid.HERS=");
    }

    [Theory]
    [InlineData(AttachmentKind.Image, "image/jpeg", "Voici", """{"type":"image","image":{"id":"4490709327384033","caption":"Voici"}}""")]
    [InlineData(AttachmentKind.Image, "image/webp", "", """{"type":"sticker","sticker":{"id":"4490709327384033"}}""")]
    [InlineData(AttachmentKind.Video, "video/mp4", "Voici", """{"type":"video","video":{"id":"4490709327384033","caption":"Voici"}}""")]
    [InlineData(AttachmentKind.Audio, "audio/ogg; codecs=opus", "", """{"type":"audio","audio":{"id":"4490709327384033"}}""")]
    [InlineData(AttachmentKind.Document, "application/pdf", "Voici", """{"type":"document","document":{"id":"4490709327384033","caption":"Voici","filename":"facture d’été.pdf"}}""")]
    public async Task A_file_is_uploaded_and_then_sent_by_its_id(AttachmentKind kind, string type, string caption, string expected)
    {
        provider.Answers = asked => asked.Address.AbsolutePath.EndsWith("/media", StringComparison.Ordinal) ? Uploaded : null;
        (await Send(answer with { Text = caption, Files = [FileOf(kind, type)] })).ShouldBe(new Delivery.Sent("wamid.A="));

        provider.Asked.Select(asked => asked.Address.AbsolutePath).ShouldBe(["/v25.0/1065/media", "/v25.0/1065/messages"]);
        provider.Asked[0].Body.ShouldSatisfyAllConditions(
            form => form.ShouldContain("name=messaging_product\r\n\r\nwhatsapp"), form => form.ShouldContain($"name=type\r\n\r\n{type}"),
            form => form.ShouldContain($"Content-Type: {type}"), form => form.ShouldContain("the bytes"));
        var sent = JsonNode.Parse(provider.Asked[1].Body)!.AsObject();
        foreach (var (key, value) in JsonNode.Parse(expected)!.AsObject()) JsonNode.DeepEquals(sent[key], value).ShouldBeTrue(sent.ToJsonString());
    }

    [Theory]
    [InlineData("noAnswer", 0)]
    [InlineData("lineBroken", 0)]
    [InlineData(null, 502)]
    public async Task Losing_the_answer_to_an_upload_loses_nothing(string? fault, int status)
    {
        provider.Next = new RecordedAnswer { Fault = fault, Status = status };
        (await Send(answer with { Files = [FileOf(AttachmentKind.Image, "image/jpeg")] })).ShouldBeOfType<Delivery.TryLater>();
    }

    [Fact]
    public async Task What_Meta_would_refuse_is_refused_before_it_travels()
    {
        var photo = FileOf(AttachmentKind.Image, "image/jpeg");
        (await CodeOf(answer with { To = ["not an id"] })).ShouldBe("no_address");
        (await CodeOf(answer with { Files = [photo, photo] })).ShouldBe("too_many_files");
        (await CodeOf(answer with { Text = new string('é', 1025), Files = [photo] })).ShouldBe("caption_too_long");
        (await CodeOf(answer with { Files = [FileOf(AttachmentKind.Audio, "audio/ogg")] })).ShouldBe("no_caption_here");
        (await CodeOf(answer with { Text = "", Files = [FileOf(AttachmentKind.Image, "image/webp") with { Size = 600_000 }] })).ShouldBe("sticker_too_large");
        provider.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_template_without_gaps_is_sent_at_once()
    {
        await Send(answer with { Template = new TemplateUse("bienvenue", "fr", []) });
        JsonNode.DeepEquals(JsonNode.Parse(provider.Asked.ShouldHaveSingleItem().Body)!["template"], JsonNode.Parse("""{"name":"bienvenue","language":{"code":"fr"}}""")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("suivi", """[{"type":"header","parameters":[{"type":"text","text":"A-12"}]},{"type":"body","parameters":[{"type":"text","text":"Zoé"},{"type":"text","text":"demain"}]}]""")]
    [InlineData("nommé", """[{"type":"header","parameters":[{"type":"text","text":"A-12","parameter_name":"commande"}]},{"type":"body","parameters":[{"type":"text","text":"Zoé","parameter_name":"client"},{"type":"text","text":"demain","parameter_name":"jour"}]}]""")]
    public async Task A_templates_values_go_where_its_gaps_are(string name, string components)
    {
        provider.Answers = ListsTemplates;
        (await Send(answer with { Template = new TemplateUse(name, "fr", ["A-12", "Zoé", "demain"]) })).ShouldBe(new Delivery.Sent("wamid.A="));
        var sent = JsonNode.Parse(provider.Asked[^1].Body)!;
        sent["type"]!.GetValue<string>().ShouldBe("template");
        JsonNode.DeepEquals(sent["template"]!["components"], JsonNode.Parse(components)).ShouldBeTrue(sent.ToJsonString());
    }

    [Theory]
    [InlineData("suivi", "fr", 2, "template_variables")]
    [InlineData("suivi", "en", 3, "template_unknown")]
    [InlineData("avec_image", "fr", 1, "template_unfillable")]
    public async Task A_template_that_cannot_be_filled_is_not_sent(string name, string language, int values, string code)
    {
        provider.Answers = ListsTemplates;
        (await CodeOf(answer with { Template = new TemplateUse(name, language, [.. Enumerable.Repeat("x", values)]) })).ShouldBe(code);
    }

    [Fact]
    public async Task Losing_the_answer_about_a_template_loses_nothing()
    {
        provider.Next = new RecordedAnswer { Fault = "noAnswer" };
        (await Send(answer with { Template = new TemplateUse("suivi", "fr", ["1", "2", "3"]) })).ShouldBeOfType<Delivery.TryLater>();
    }

    [Fact]
    public async Task Templates_are_listed_page_by_page_without_those_nobody_could_fill()
    {
        provider.Answers = asked => asked.Address.Query.Contains("after=", StringComparison.Ordinal) ? RecordedAnswer.Of(200, TemplatePages.Second) : RecordedAnswer.Of(200, TemplatePages.First);
        var templates = await Kind().Templates(Channel(), TestContext.Current.CancellationToken);
        templates.Select(template => template.Name).ShouldBe(["suivi", "nommé", "bienvenue"]);
        templates[0].ShouldSatisfyAllConditions(
            it => it.Header.ShouldBe("Commande {{1}}"), it => it.Buttons.ShouldBe(["Suivre", "Merci"]), it => it.Category.ShouldBe("UTILITY"),
            it => it.Variables.ShouldBe([new("header", 1), new("body", 1), new("body", 2)]));
        provider.Asked[1].Address.Query.ShouldContain("after=QVFIU%3D");
        provider.Asked.ShouldAllBe(asked => asked.Address.Host == "graph.facebook.com");
    }

    [Fact]
    public async Task The_wait_after_too_many_messages_to_one_customer_grows_fourfold()
    {
        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":131056,"message":"pair"}}""");
        foreach (var (attempt, seconds) in new[] { (1, 1), (2, 4), (3, 16), (4, 64) })
            (await Send(answer with { Attempt = attempt })).ShouldBeOfType<Delivery.TryLater>().After.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(false, """{"messaging_product":"whatsapp","status":"read","message_id":"wamid.HERS="}""")]
    [InlineData(true, """{"messaging_product":"whatsapp","status":"read","message_id":"wamid.HERS=","typing_indicator":{"type":"text"}}""")]
    public async Task Reading_and_typing_are_told(bool typing, string expected)
    {
        Signal signal = typing ? new Signal.Typing(Guid.Empty, ["336"], "wamid.HERS=", On: true) : new Signal.Read(Guid.Empty, ["336"], "wamid.HERS=");
        await Kind().Tell(Channel(), signal, TestContext.Current.CancellationToken);
        ShouldBeJson(provider.Asked.ShouldHaveSingleItem().Body, expected);
    }

    [Fact]
    public async Task Telling_may_fail_and_what_cannot_be_told_is_not()
    {
        provider.Next = new RecordedAnswer { Fault = "lineBroken" };
        await Kind().Tell(Channel(), new Signal.Read(Guid.Empty, ["336"], "wamid.HERS="), TestContext.Current.CancellationToken);
        provider.Asked.Count.ShouldBe(1);
        await Kind().Tell(Channel(), new Signal.Read(Guid.Empty, ["336"], null), TestContext.Current.CancellationToken);
        await Kind().Tell(Channel(), new Signal.Typing(Guid.Empty, ["336"], "wamid.HERS=", On: false), TestContext.Current.CancellationToken);
        provider.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("a token with a line\nbreak")]
    [InlineData("")]
    public async Task A_token_that_cannot_travel_is_a_wrong_setting(string token)
    {
        var channel = Channel() with { Settings = new WhatsAppSettings { PhoneNumberId = "1065", AccessToken = token } };
        (await Kind().Send(channel, answer, TestContext.Current.CancellationToken)).ShouldBeOfType<Delivery.BadSettings>().Reason.ShouldStartWith("token_invalid: ");
        provider.Asked.ShouldBeEmpty();
    }

    private RecordedAnswer? ListsTemplates(Asked asked) =>
        asked.Address.AbsolutePath.EndsWith("/message_templates", StringComparison.Ordinal) ? RecordedAnswer.Of(200, TemplatePages.First) : null;

    private async Task<string> CodeOf(Outgoing outgoing) => (await Send(outgoing)).ShouldBeOfType<Delivery.Rejected>().Code;

    private Task<Delivery> Send(Outgoing outgoing) => Kind().Send(Channel(), outgoing, TestContext.Current.CancellationToken);

    private WhatsAppChannel Kind() => new(provider, new FakeTimeProvider());

    private static ConnectedChannel Channel() => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "whatsapp", "Maison Lune", new WhatsAppSettings { PhoneNumberId = "1065", BusinessAccountId = "1022", AccessToken = "token" });

    private static OutgoingFile FileOf(AttachmentKind kind, string type) => new(
        kind, "facture d’été.pdf", type, 9, "https://relais.example.com/f", _ => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes("the bytes"))));

    private static void ShouldBeJson(string body, string expected) =>
        JsonElement.DeepEquals(JsonDocument.Parse(body).RootElement, JsonDocument.Parse(expected).RootElement).ShouldBeTrue(body);
}
