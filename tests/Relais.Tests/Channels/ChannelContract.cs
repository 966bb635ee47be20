using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Server;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Security.GuardedHttp;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels;

/// <summary>
/// What every kind of channel must hold to. A kind's tests derive from it, and bring recorded payloads (<c>samples/*.json</c>; those
/// called <c>ignored-…</c> tell nothing) and recorded answers of the provider (<c>answers/*.json</c>).
/// </summary>
[Trait("suite", "pure")]
public abstract class ChannelContract<TKind>
    where TKind : ChannelKind
{
    private static readonly string Folder = typeof(TKind).Namespace!.Split('.')[^1];

    private readonly Lazy<TKind> kind;
    private readonly Lazy<ConnectedChannel> channel;

    protected ChannelContract()
    {
        kind = new(() => ActivatorUtilities.CreateInstance<TKind>(Services()));
        channel = new(() => new ConnectedChannel(Guid.CreateVersion7(), Guid.CreateVersion7(), Kind.Name, "Maison Lune", Settings));
    }

    protected TKind Kind => kind.Value;

    protected ConnectedChannel Channel => channel.Value;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero));

    protected RecordedProvider Provider { get; } = new();

    protected ListeningLoggers Logs { get; } = new();

    /// <summary>Complete and with secrets that cannot occur by chance.</summary>
    protected abstract object Settings { get; }

    /// <summary>Every code its texts must explain, besides those in the recorded answers.</summary>
    protected abstract IEnumerable<string> Codes { get; }

    /// <summary>The header with the provider's signature; null for kinds nobody calls from outside.</summary>
    protected abstract string? SignatureHeader { get; }

    /// <summary>An answer as the outbox would hand it over.</summary>
    protected virtual Outgoing Answer => new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["33612345678"], "Bonjour Zoé", "Ana");

    /// <summary>How the provider signs these bytes.</summary>
    protected virtual string Sign(ReadOnlyMemory<byte> body) => throw new NotSupportedException("A kind with a signature header signs.");

    /// <summary>Whether a signature is made of the body; some providers only repeat a secret.</summary>
    protected virtual bool SignsBodies => true;

    /// <summary>The bytes a recorded payload stands for: itself, where the provider writes JSON.</summary>
    protected virtual byte[] BytesOf(string sample) => Encoding.UTF8.GetBytes(sample);

    protected Uri Door => new($"https://relais.example.com/channels/{Kind.Name}/{Channel.Id}");

    protected Task<IReadOnlyList<Allowance>?> Allowances() => Kind.Allowances(Channel, TestContext.Current.CancellationToken);

    /// <summary>What the provider was asked to put an emoji on a message, and why it did not.</summary>
    protected async Task<(Asked Asked, string? WhyNot)> React(string message, string to, string? emoji, Visibility visibility = Visibility.Private)
    {
        Provider.Forget();
        var whyNot = await Kind.React(Channel, new Reacting(message, [to], visibility, emoji), TestContext.Current.CancellationToken);
        return (Provider.Asked.ShouldHaveSingleItem(), whyNot);
    }

    protected virtual void AddServices(IServiceCollection services)
    {
    }

    protected static IEnumerable<SourceFile> Samples => SourceTree.Files($"tests/Relais.Tests/Channels/{Folder}/samples", ".json");

    [Fact]
    public void It_is_in_the_catalogue() => new ChannelCatalogue(Services()).Find(Kind.Name).ShouldBeOfType<TKind>();

    [Fact]
    public void Every_sample_is_read_and_tells_something() => Each(Samples, sample =>
        (Read(sample.Text).Length == 0).ShouldBe(Path.GetFileName(sample.Path).StartsWith("ignored-", StringComparison.Ordinal)));

    [Fact]
    public void The_same_sample_tells_the_same() => Each(Samples, sample =>
    {
        var first = Told(Read(sample.Text));
        Clock.Advance(TimeSpan.FromHours(1));
        Told(Read(sample.Text)).ShouldBe(first);
    });

    [Fact]
    public void Every_message_has_an_id_a_time_and_an_author() => Each(Samples, sample =>
    {
        foreach (var message in Read(sample.Text).OfType<MessageIn>())
        {
            message.ExternalId.ShouldNotBeNullOrWhiteSpace();
            message.ExternalId.Length.ShouldBeLessThanOrEqualTo(Message.ExternalIdLimit);
            message.From.Ids.ShouldNotBeEmpty();
            message.At.Year.ShouldBeGreaterThan(2000);
        }
    });

    [Fact]
    public void Extras_are_JSON_objects() => Each(Samples, sample =>
    {
        foreach (var extra in Read(sample.Text).OfType<MessageIn>().Select(message => message.Extra).OfType<string>())
            JsonDocument.Parse(extra).RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
    });

    [Fact]
    public void What_the_provider_adds_one_day_changes_nothing() => Each(Samples, sample =>
        Told(Read(Mutations.WithUnknownFields(sample.Text))).ShouldBe(Told(Read(sample.Text))));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"unknown":"payload","of":[1,{"two":null}]}""")]
    [InlineData("""{"object":"hologram","entry":"none","type":"hologram","events":{}}""")]
    public void What_it_does_not_know_never_breaks_it(string body)
    {
        if (SignatureHeader is null) Assert.Skip("Nobody but Relais writes what this kind reads.");
        if (Verify(body) is Verdict.Accepted) Read(body);
    }

    [Fact]
    public void Damaged_payloads_are_read_or_refused_at_once() => Each(Samples, sample =>
    {
        foreach (var damaged in Mutations.Damaged(BytesOf(sample.Text), seed: 26, count: 150))
        {
            var refusal = Record.Exception(() => Kind.Read(Channel, damaged).ToArray());
            (refusal is NullReferenceException or IndexOutOfRangeException or InvalidCastException or KeyNotFoundException).ShouldBeFalse(refusal?.ToString());
            NoSecretIn(refusal?.ToString());
        }
    });

    [Fact]
    public void A_genuine_call_is_accepted_and_known_again_by_its_key()
    {
        if (SignatureHeader is null) Assert.Skip("Nobody calls this kind from outside.");
        Each(Samples, sample =>
        {
            var key = Verify(sample.Text).ShouldBeOfType<Verdict.Accepted>().Key;
            key.Length.ShouldBeInRange(1, 300);
            Verify(sample.Text).ShouldBe(new Verdict.Accepted(key));
        });
        Samples.Select(sample => ((Verdict.Accepted)Verify(sample.Text)).Key).ShouldBeUnique();
    }

    [Fact]
    public void Anyone_else_is_refused()
    {
        var body = BytesOf(Samples.First().Text);
        if (SignatureHeader is null)
        {
            Kind.Verify(Channel, new DoorRequest("POST", new HeaderDictionary(), new QueryCollection(), body)).ShouldBeOfType<Verdict.Refused>();
            return;
        }

        var signature = Sign(body);
        var last = signature[^1];
        StringValues[] forged =
        [
            default, "", signature[..^1], signature + last, signature[..^1] + (last == '0' ? '1' : '0'), signature.ToUpperInvariant(), new([signature, signature]),
            new([signature, "x"]), $"{signature},{signature}", SignsBodies ? Sign("other=bytes"u8.ToArray()) : "another secret",
        ];
        foreach (var header in forged) Verify(body, header).ShouldBeOfType<Verdict.Refused>(header.ToString());
        Verify(body, signature).ShouldBeOfType<Verdict.Accepted>();
    }

    [Fact]
    public async Task Every_recorded_answer_of_the_provider_has_its_ending()
    {
        var recorded = RecordedAnswer.In(Folder);
        foreach (var answer in recorded)
        {
            Provider.Next = answer;
            var delivery = await Kind.Send(Channel, Answer with { Attempt = answer.Attempt }, TestContext.Current.CancellationToken);
            answer.Explains(delivery).ShouldBeTrue($"{answer.Name}: {delivery}");
            NoSecretIn(delivery.ToString());
        }

        if (recorded.Count > 0) Endings.ShouldBeSubsetOf(recorded.Select(answer => answer.Ending));
    }

    [Fact]
    public async Task No_secret_reaches_a_log_or_a_text()
    {
        NoSecretIn(Channel.ToString());
        foreach (var answer in RecordedAnswer.In(Folder))
        {
            Provider.Next = answer;
            NoSecretIn((await Kind.Send(Channel, Answer, TestContext.Current.CancellationToken)).ToString());
        }

        foreach (var line in Logs.Lines) NoSecretIn(line);
    }

    [Fact]
    public void Every_text_exists_in_both_languages()
    {
        string[] keys =
        [
            "name", "description", "help",
            .. ChannelCatalogue.Fields(Kind).Where(field => !field.Setting.Generated).Select(field => $"field.{Camel(field.Property.Name)}"),
            .. Kind.Connection(Channel, new Uri("https://relais.example.com")).Keys.Select(key => $"connection.{key}"),
            .. Codes.Concat(RecordedAnswer.In(Folder).Select(answer => answer.Code).OfType<string>()).Distinct().SelectMany(code => new[] { $"error.{code}", $"advice.{code}" }),
        ];
        foreach (var file in new[] { "en.json", "fr.json" })
        {
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(ChannelCatalogue.Resource(Kind, file))!;
            keys.Where(key => string.IsNullOrWhiteSpace(texts.GetValueOrDefault(key))).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void Its_picture_is_a_harmless_drawing()
    {
        var text = ChannelCatalogue.Resource(Kind, "logo.svg");
        text.Length.ShouldBeLessThan(16 * 1024);
        var svg = XDocument.Parse(text).Root!;
        svg.Name.LocalName.ShouldBe("svg");
        svg.DescendantsAndSelf().Select(element => element.Name.LocalName).ShouldNotContain(name => Harmful.Contains(name));
        svg.DescendantsAndSelf().Attributes().ShouldNotContain(attribute =>
            attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || attribute.Name.LocalName == "href"
            || attribute.Value.Contains("url(http", StringComparison.OrdinalIgnoreCase)
            || attribute.Value.Contains("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void An_administrator_can_read_how_to_connect_it() =>
        ChannelCatalogue.Resource(Kind, "README.md").Length.ShouldBeGreaterThan(300);

    [Fact]
    public void Its_settings_survive_being_stored()
    {
        var json = JsonSerializer.Serialize(Settings, Kind.SettingsType, ChannelCatalogue.SettingsJson);
        var stored = JsonSerializer.Deserialize(json, Kind.SettingsType, ChannelCatalogue.SettingsJson)!;
        JsonSerializer.Serialize(stored, Kind.SettingsType, ChannelCatalogue.SettingsJson).ShouldBe(json);
    }

    [Fact]
    public void What_Relais_chooses_itself_is_chosen_once()
    {
        var empty = JsonSerializer.Deserialize("{}", Kind.SettingsType, ChannelCatalogue.SettingsJson)!;
        var (one, other) = (Kind.Complete(empty), Kind.Complete(empty));
        foreach (var (property, setting) in ChannelCatalogue.Fields(Kind).Where(field => field.Setting is { Generated: true, Type: SettingType.Secret }))
        {
            property.GetValue(one).ShouldBeOfType<string>().Length.ShouldBeGreaterThanOrEqualTo(16, property.Name);
            property.GetValue(one).ShouldNotBe(property.GetValue(other));
            property.GetValue(Kind.Complete(one)).ShouldBe(property.GetValue(one));
        }
    }

    /// <summary>When the journal took it in; reading it again later changes nothing.</summary>
    private readonly DateTimeOffset cameAt = new(2026, 11, 23, 15, 59, 59, TimeSpan.Zero);

    protected Inbound[] Read(string body) => [.. Kind.Read(Channel, BytesOf(body), cameAt)];

    protected Inbound[] ReadSample(string name) => Read(Samples.Single(sample => Path.GetFileName(sample.Path) == $"{name}.json").Text);

    protected Verdict Verify(string body)
    {
        var bytes = BytesOf(body);
        return Verify(bytes, Sign(bytes));
    }

    protected Verdict Verify(byte[] body, StringValues signature)
    {
        var headers = new HeaderDictionary();
        if (signature.Count > 0) headers[SignatureHeader!] = signature;
        return Kind.Verify(Channel, new DoorRequest("POST", headers, new QueryCollection(), body) { Url = Door });
    }

    /// <summary>The endings its recorded answers must show.</summary>
    protected virtual IReadOnlyList<string> Endings => ["sent", "tryLater", "rejected", "unknown"];

    protected void NoSecretIn(string? text)
    {
        var secrets = ChannelCatalogue.Fields(Kind).Where(field => field.Setting.Type == SettingType.Secret).Select(field => field.Property.GetValue(Settings) as string);
        foreach (var secret in secrets.Where(secret => secret is { Length: > 0 })) (text ?? "").ShouldNotContain(secret!);
    }

    private static readonly string[] Harmful = ["script", "foreignObject", "image", "use", "iframe", "style", "animate", "set"];

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Told(IEnumerable<Inbound> facts) => string.Join('\n', facts.Select(fact => $"{fact.GetType().Name} {JsonSerializer.Serialize(fact, fact.GetType())}"));

    private static void Each(IEnumerable<SourceFile> samples, Action<SourceFile> check)
    {
        var all = samples.ToList();
        all.ShouldNotBeEmpty();
        foreach (var sample in all)
        {
            try
            {
                check(sample);
            }
            catch (Exception failure)
            {
                throw new Xunit.Sdk.XunitException($"{sample.Path}: {failure.Message}", failure);
            }
        }
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection()
            .AddSingleton<IHttpClientFactory>(Provider)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ChannelMemory>()
            .AddSingleton(new SiteAddress(new RelaisSettings { DataFolder = "nowhere", PublicUrl = new Uri("https://relais.example.com") }))
            .AddSingleton(new RelaisSettings { DataFolder = Path.GetTempPath() })
            .AddSingleton<FileStore>()
            .AddSingleton(new OutgoingRules())
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        AddServices(services);
        return services.BuildServiceProvider();
    }
}
