using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server;
using Relais.Server.Channels;
using Relais.Server.Channels.Viber;

namespace Relais.Tests.Channels.Viber;

/// <summary>What Viber is asked: to send, and for files.</summary>
[Trait("suite", "pure")]
public sealed class ViberSendingTests
{
    private const string Zoe = "01234567890A=";

    private readonly RecordedProvider provider = new() { Next = RecordedAnswer.Of(200, """{"status":0,"status_message":"ok","message_token":5741311803571721087}""") };

    [Fact]
    public async Task Words_go_with_the_channel_s_name_and_the_token_comes_back_to_its_last_digit()
    {
        (await Send(Answer())).ShouldBe(new Delivery.Sent("5741311803571721087"));

        var asked = provider.Asked.ShouldHaveSingleItem();
        (asked.Method, asked.Address.ToString(), asked.Header("X-Viber-Auth-Token")).ShouldBe(("POST", "https://chatapi.viber.com/pa/send_message", "token"));
        JsonNode.DeepEquals(JsonNode.Parse(asked.Body), JsonNode.Parse(
            $$"""{"receiver":"{{Zoe}}","min_api_version":1,"sender":{"name":"Viber Maison Lune"},"type":"text","text":"Il arrive demain"}""")).ShouldBeTrue(asked.Body);
        Kind().CapabilitiesOf(Channel()).Unknown.ShouldBe(UnknownPolicy.Ask, "Viber cannot recognise a repetition.");
    }

    [Theory]
    [InlineData("", false, "Ana", "Viber Maison Lune")]
    [InlineData("Maison Lune", false, "Ana", "Maison Lune")]
    [InlineData("Maison Lune", true, "Ana", "Ana")]
    [InlineData("Maison Lune", true, "", "Maison Lune")]
    [InlineData("", true, "Anastasia de la Fontaine-Martin", "Anastasia de la Fontaine-Mar")]
    [InlineData("Une boutique au nom bien trop 📦", false, "Ana", "Une boutique au nom bien tro")]
    public async Task Above_an_answer_stands_the_name_the_shop_wants(string senderName, bool showsAgent, string author, string shown)
    {
        await Send(Answer() with { AuthorName = author }, new ViberSettings { AuthToken = "token", SenderName = senderName, ShowsAgent = showsAgent });
        Sent().Single()["sender"]!["name"]!.GetValue<string>().ShouldBe(shown);
    }

    [Fact]
    public async Task Choices_are_buttons_whose_faces_are_no_HTML()
    {
        await Send(Answer() with { Choices = ["Oui", "M&Ms <3"] });
        JsonNode.DeepEquals(Sent().Single()["keyboard"], JsonNode.Parse(
            """
            {"Type":"keyboard","DefaultHeight":false,"Buttons":[
              {"Columns":6,"Rows":1,"ActionType":"reply","ActionBody":"Oui","Text":"Oui"},
              {"Columns":6,"Rows":1,"ActionType":"reply","ActionBody":"M&Ms <3","Text":"M&amp;Ms &lt;3"}]}
            """)).ShouldBeTrue(provider.Asked[0].Body);
    }

    [Theory]
    [InlineData(AttachmentKind.Image, "a.JPG", "image/jpeg", 1048576, "picture", "picture.jpg", """{"text":""}""")]
    [InlineData(AttachmentKind.Image, "a.png", "image/png", 3, "picture", "picture.png", """{"text":""}""")]
    [InlineData(AttachmentKind.Image, "a.jpg", "image/jpeg", 1048577, "file", "picture.jpg", """{"size":1048577,"file_name":"a.jpg"}""")]
    [InlineData(AttachmentKind.Image, "a.webp", "image/webp", 3, "file", "file.webp", """{"size":3,"file_name":"a.webp"}""")]
    [InlineData(AttachmentKind.Video, "c.mp4", "video/mp4", 27262976, "video", "film.mp4", """{"size":27262976}""")]
    [InlineData(AttachmentKind.Video, "c.mp4", "video/mp4", 27262977, "file", "file.mp4", """{"size":27262977,"file_name":"c.mp4"}""")]
    [InlineData(AttachmentKind.Audio, "d.m4a", "audio/mp4", 3, "file", "file.m4a", """{"size":3,"file_name":"d.m4a"}""")]
    [InlineData(AttachmentKind.Document, "Ma facture n° 7.PDF", "application/pdf", 3, "file", "file.pdf", """{"size":3,"file_name":"Ma facture n° 7.PDF"}""")]
    [InlineData(AttachmentKind.Document, "../secret/.?.html#x", "text/html", 3, "file", "file", """{"size":3,"file_name":"../secret/.?.html#x"}""")]
    public async Task A_file_is_fetched_by_Viber_at_an_address_that_says_what_it_is(AttachmentKind kind, string name, string type, long size, string told, string end, string more)
    {
        (await Send(Answer() with { Text = "", Files = [File(kind, name, type, size)] })).ShouldBeOfType<Delivery.Sent>();
        var expected = JsonNode.Parse(more)!.AsObject();
        foreach (var (field, value) in JsonNode.Parse($$"""{"receiver":"{{Zoe}}","min_api_version":1,"sender":{"name":"Viber Maison Lune"},"type":"{{told}}","media":"https://relais.example.com/viber/files/k3y/{{end}}"}""")!.AsObject())
            expected[field] = value?.DeepClone();
        JsonNode.DeepEquals(Sent().Single(), expected).ShouldBeTrue(provider.Asked[0].Body);
    }

    [Fact]
    public async Task Words_go_below_a_picture()
    {
        await Send(Answer() with { Text = new string('x', 512), Files = [File(AttachmentKind.Image, "a.png", "image/png", 3)], Choices = ["Oui"] });
        var message = Sent().ShouldHaveSingleItem();
        (message["text"]!.GetValue<string>().Length, message["keyboard"]!["Buttons"]!.AsArray().Count).ShouldBe((512, 1));
    }

    [Fact]
    public async Task A_name_that_is_too_long_keeps_its_end()
    {
        await Send(Answer() with { Text = "", Files = [File(AttachmentKind.Document, $"{new string('n', 300)}.pdf", "application/pdf", 3)] });
        var name = Sent().Single()["file_name"]!.GetValue<string>();
        (name.Length <= 256, name.EndsWith("n.pdf", StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("setup.exe")]
    [InlineData("SETUP.EXE")]
    [InlineData("photo.jpg.bat")]
    [InlineData("script.ps1 ")]
    [InlineData("script.vbs.")]
    [InlineData("old.ex_")]
    public async Task A_program_is_refused_before_Viber_sees_it(string name)
    {
        (await Send(Answer() with { Files = [File(AttachmentKind.Document, name, "application/octet-stream", 3)] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("file_forbidden");
        provider.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_go_is_not_tried()
    {
        var picture = File(AttachmentKind.Image, "a.png", "image/png", 3);
        (await Send(Answer() with { To = [] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("no_address");
        (await Send(Answer() with { Files = [picture, picture] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("too_many_files");
        foreach (var url in new[] { "http://relais.example.com/a", "https://localhost/a", "https://192.168.1.4/a" })
            (await Send(Answer() with { Files = [picture with { Url = url }] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("media_not_public");
        (await Send(Answer(), new ViberSettings { AuthToken = "two words" })).ShouldBeOfType<Delivery.BadSettings>();
        provider.Asked.ShouldBeEmpty();
    }

    /// <summary>Whatever the alphabet, 7,000 letters fit into the 30 KB Viber takes.</summary>
    [Theory]
    [InlineData("é")]
    [InlineData("Ж")]
    [InlineData("字")]
    [InlineData("ЖЖЖЖЖЖЖЖ📦")]
    [InlineData("\n")]
    [InlineData("\"")]
    [InlineData("<")]
    public async Task A_long_text_of_any_alphabet_fits(string letter)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 7000 / letter.Length));
        (await Send(Answer() with { Text = text, Choices = [.. Enumerable.Repeat(new string('ж', 30), 20)] })).ShouldBeOfType<Delivery.Sent>(letter);
        Encoding.UTF8.GetByteCount(provider.Asked.Single().Body).ShouldBeLessThanOrEqualTo(30_000);
        Sent().Single()["text"]!.GetValue<string>().ShouldBe(text);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_and_not_cut()
    {
        (await Send(Answer() with { Text = new string('\u0001', 7000) })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("too_long");
        provider.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(200, "ready")]
    [InlineData(404, "gone")]
    [InlineData(410, "gone")]
    [InlineData(403, "later")]
    [InlineData(500, "later")]
    public async Task A_file_is_copied_from_where_it_lies_and_nobody_there_sees_our_token(int status, string ending)
    {
        provider.Next = RecordedAnswer.Of(status, "\"bytes\"");
        var fetched = await Kind().Fetch(Channel(), "https://dl-media.viber.com/3.mp4", Stop);
        (fetched switch { Fetched.File => "ready", Fetched.TryLater => "later", _ => "gone" }).ShouldBe(ending);
        provider.Asked.Single().ShouldSatisfyAllConditions(
            asked => asked.Address.ToString().ShouldBe("https://dl-media.viber.com/3.mp4"), asked => asked.Authorization.ShouldBeNull(), asked => asked.Header("X-Viber-Auth-Token").ShouldBeNull());
    }

    [Fact]
    public async Task An_address_that_is_none_is_given_up()
    {
        foreach (var none in new[] { "//nowhere", "file:///etc/passwd", "picture.jpg" }) (await Kind().Fetch(Channel(), none, Stop)).ShouldBeOfType<Fetched.Gone>();
        provider.Asked.ShouldBeEmpty();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ViberChannel Kind()
    {
        var site = new SiteAddress(new RelaisSettings { DataFolder = "nowhere", PublicUrl = new Uri("https://relais.example.com") });
        var nothing = new ServiceCollection().BuildServiceProvider();
        return new(provider, site, new ChannelMemory(nothing.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System), TimeProvider.System);
    }

    private Task<Delivery> Send(Outgoing answer, ViberSettings? settings = null) => Kind().Send(Channel(settings), answer, Stop);

    private IEnumerable<JsonNode> Sent() => provider.Asked.Select(asked => JsonNode.Parse(asked.Body)!);

    private static ConnectedChannel Channel(ViberSettings? settings = null) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "viber", "Viber Maison Lune", settings ?? new ViberSettings { AuthToken = "token" });

    private static Outgoing Answer() => new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), [Zoe], "Il arrive demain", "Ana");

    private static OutgoingFile File(AttachmentKind kind, string name, string type, long size) =>
        new(kind, name, type, size, "https://relais.example.com/api/v1/attachments/k3y", _ => Task.FromResult<Stream>(new MemoryStream()));
}
