using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Channels.Messenger;

namespace Relais.Tests.Channels.Messenger;

/// <summary>The web messenger keeps the contract of every kind, and reads what its own doors wrote down.</summary>
public sealed class MessengerTests : ChannelContract<MessengerChannel>
{
    private const string Secret = "xK3v9-not-to-be-seen-anywhere-Qp7LmZ";

    protected override object Settings => new MessengerSettings { BusinessName = "Maison Lune", IdentitySecret = Secret };

    protected override IEnumerable<string> Codes => [];

    protected override string? SignatureHeader => null;

    [Fact]
    public void A_message_belongs_to_its_visitor_and_is_known_again_by_the_browsers_id()
    {
        var message = ReadSample("message").ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        message.From.Ids.ShouldBe(["anonymous-4fXkq0bTq2n1Zy0hJ9s7Qg"]);
        message.ExternalId.ShouldBe("anonymous-4fXkq0bTq2n1Zy0hJ9s7Qg/0193a5c0-1111-7000-8000-000000000001");
        message.Text.ShouldBe("Bonjour, où en est ma commande ?");
        message.From.Profile.Language.ShouldBe("fr");
    }

    [Fact]
    public void Answers_to_what_is_asked_first_are_name_address_and_attributes()
    {
        var profile = ReadSample("answers").ShouldHaveSingleItem().ShouldBeOfType<MessageIn>().From.Profile;

        (profile.Name, profile.Email).ShouldBe(("Zoé Martin", "zoe@exemple.fr"));
        profile.Attributes.ShouldBe(new Dictionary<string, string> { ["order_reason"] = "Livraison" });
    }

    [Fact]
    public void Files_are_in_our_store_already()
    {
        var message = ReadSample("files").ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        message.Kind.ShouldBe(MessageKind.Image);
        message.Files.Select(file => (file.Kind, file.Key, file.Size)).ShouldBe(
            [(AttachmentKind.Image, new string('A', 32), 48213), (AttachmentKind.Document, new string('B', 32), 1204)]);
        message.From.Profile.Name.ShouldBe("Zoé Martin");
    }

    [Fact]
    public void What_the_browser_received_and_read_moves_the_marks()
    {
        ReadSample("delivered").ShouldHaveSingleItem().ShouldBeOfType<StatusIn>().Report.Status.ShouldBe(DeliveryStatus.Delivered);
        ReadSample("read").ShouldHaveSingleItem().ShouldBeOfType<ReadIn>().At.ShouldBe(new DateTimeOffset(2026, 11, 23, 15, 59, 25, TimeSpan.Zero));
    }

    [Fact]
    public void Signing_in_gives_the_anonymous_contact_the_known_id()
    {
        var identity = ReadSample("signed-in").ShouldHaveSingleItem().ShouldBeOfType<IdentityIn>();

        identity.Before.Ids.ShouldBe(["anonymous-4fXkq0bTq2n1Zy0hJ9s7Qg"]);
        identity.Now.Ids.ShouldBe(["customer-4711"]);
    }

    [Fact]
    public async Task An_answer_has_arrived_once_it_is_stored() =>
        (await Kind.Send(Channel, Answer, TestContext.Current.CancellationToken)).ShouldBe(new Delivery.Sent(Answer.MessageId.ToString()));

    protected override Outgoing Answer { get; } =
        new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["customer-4711"], "Bonjour Zoé", "Ana");

    [Fact]
    public void The_snippet_names_the_channel_and_our_address()
    {
        var connection = Kind.Connection(Channel, new Uri("https://relais.example/"));

        connection["snippet"].ShouldBe($"""<script src="https://relais.example/messenger/relais.js" data-channel="{Channel.Id}" async></script>""");
        connection["testPageUrl"].ShouldBe($"https://relais.example/messenger/try/{Channel.Id}");
    }

    [Fact]
    public void A_secret_is_chosen_where_none_is_given_and_a_weak_one_refused()
    {
        ((MessengerSettings)Kind.Complete(new MessengerSettings())).IdentitySecret.Length.ShouldBeGreaterThanOrEqualTo(32);
        ((MessengerSettings)Kind.Complete(Settings)).IdentitySecret.ShouldBe(Secret);
        Should.Throw<RuleViolation>(() => Kind.Complete(new MessengerSettings { IdentitySecret = "short" })).Code.ShouldBe("settings.secret");
    }

    [Theory]
    [InlineData("https://shop.example; script-src *")]
    [InlineData("shop.example")]
    [InlineData("https://*")]
    [InlineData("https://shop.example/path")]
    [InlineData("javascript:alert(1)")]
    public void What_goes_into_a_security_header_is_an_origin(string origins) =>
        Should.Throw<RuleViolation>(() => Kind.Complete(new MessengerSettings { AllowedOrigins = origins })).Code.ShouldBe("settings.origin");

    [Fact]
    public void Allowed_sites_are_exactly_those()
    {
        var allowed = AllowedOrigins.Of(new MessengerSettings { AllowedOrigins = "https://shop.example, https://*.lune.fr\nhttp://localhost:5201" });

        allowed.FrameAncestors.ShouldBe("'self' https://shop.example https://*.lune.fr http://localhost:5201");
        string[] inside = ["https://shop.example", "https://www.lune.fr", "http://localhost:5201", "HTTPS://Shop.Example"];
        string[] outside = ["http://shop.example", "https://lune.fr", "https://evillune.fr", "https://shop.example.evil.fr", "http://localhost:5202", "null"];
        inside.ShouldAllBe(origin => allowed.Contain(origin));
        outside.ShouldAllBe(origin => !allowed.Contain(origin));
    }
}
