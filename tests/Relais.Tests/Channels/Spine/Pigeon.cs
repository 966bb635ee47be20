using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Server.Channels;

namespace Relais.Tests.Channels.Spine;

/// <summary>A medium that exists only in these tests: its letters say what a test says, and its provider does what a test wants.</summary>
public sealed class Pigeon : ChannelKind<PigeonSettings>
{
    public const string Kind = "pigeon";

    private readonly ConcurrentDictionary<string, Func<IEnumerable<Inbound>>> letters = new();
    private int count;

    public override string Name => Kind;

    public override int MaxBodyBytes => 64 * 1024;

    public Capabilities Abilities { get; set; } = new()
    {
        MaxText = 1000,
        MaxAttachments = 2,
        MessagesPerSecond = 1000,
        Files = new Dictionary<AttachmentKind, FileLimit>
        {
            [AttachmentKind.Image] = new(1000, ["image/png"]),
            [AttachmentKind.Document] = new(1000, []),
        },
    };

    /// <summary>What one of several channels can do, where it differs.</summary>
    public ConcurrentDictionary<Guid, Capabilities> AbilitiesOf { get; } = new();

    /// <summary>What the provider approved.</summary>
    public IReadOnlyList<Template> Approved { get; set; } = [];

    /// <summary>With which codes it refuses what everybody would get.</summary>
    public IReadOnlyCollection<string> RefusedToAll { get; set; } = [];

    /// <summary>How handing over ends; tests replace it.</summary>
    public Func<Outgoing, CancellationToken, Task<Delivery>> Hand { get; set; } =
        (answer, _) => Task.FromResult<Delivery>(new Delivery.Sent($"ring-{answer.MessageId}"));

    /// <summary>What the provider knows of an uncertain answer.</summary>
    public Func<Outgoing, Delivery?> Ask { get; set; } = _ => null;

    /// <summary>How listening goes; null = nobody listens.</summary>
    public Func<Letterbox, CancellationToken, Task>? Hear { get; set; }

    /// <summary>What the provider says of the account.</summary>
    public Check Account { get; set; } = new Check.Untried();

    /// <summary>What the provider says it still grants; null = it does not tell.</summary>
    public Func<IReadOnlyList<Allowance>?> Grants { get; set; } = () => null;

    /// <summary>The settings with access granted anew; null = it is not.</summary>
    public Func<PigeonSettings, PigeonSettings?> Renews { get; set; } = _ => null;

    /// <summary>What a post says; null = the comments say it, or nobody does.</summary>
    public Func<string, ShownPost>? Shows { get; set; }

    /// <summary>The only file the provider has.</summary>
    public byte[] Picture { get; set; } = [];

    /// <summary>How hiding a comment ends: why not, or null.</summary>
    public Func<string, bool, string?> Hides { get; set; } = (_, _) => null;

    /// <summary>How deleting what was said in public ends: why not, or null.</summary>
    public Func<Deleting, Task<string?>> Deletes { get; set; } = _ => Task.FromResult<string?>(null);

    /// <summary>How reacting ends: why not, or null.</summary>
    public Func<Reacting, string?> Reacts { get; set; } = _ => null;

    /// <summary>Everything that was handed over, in order.</summary>
    public ConcurrentQueue<(Guid ChannelId, Outgoing Answer)> Flights { get; } = new();

    /// <summary>A body for the door that will be read as these facts.</summary>
    public string Letter(Func<IEnumerable<Inbound>> facts)
    {
        var name = Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
        letters[name] = facts;
        return JsonSerializer.Serialize(new { letter = name });
    }

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => AbilitiesOf.GetValueOrDefault(channel.Id, Abilities);

    /// <summary>A ring with a number, or a mailbox, is known elsewhere too.</summary>
    public override Reach ReachOf(string externalId) => new(IsLent(externalId) ? externalId : null, externalId.Contains('@', StringComparison.Ordinal) ? externalId : null);

    public override string? AddressOf(ConnectedChannel channel, Reach reach) => reach.Phone;

    public override Task<IReadOnlyList<Template>> Templates(ConnectedChannel channel, CancellationToken cancel) => Task.FromResult(Approved);

    public override bool RefusesAll(string code) => RefusedToAll.Contains(code);

    public override bool Listens(ConnectedChannel channel) => Hear is not null;

    public override Task Listen(ConnectedChannel channel, Letterbox letterbox, CancellationToken cancel) => Hear!(letterbox, cancel);

    public override Task<IReadOnlyList<Allowance>?> Allowances(ConnectedChannel channel, CancellationToken cancel) => Task.FromResult(Grants());

    public override Task<object?> Renew(ConnectedChannel channel, CancellationToken cancel) => Task.FromResult<object?>(Renews(SettingsOf(channel)));

    public override Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) => Task.FromResult(Account);

    /// <summary>Rings with a number go from one pigeon to another.</summary>
    public override bool IsLent(string id) => id.StartsWith('+');

    public override bool IsSomebodyElse(IReadOnlyCollection<string> known, IReadOnlyCollection<string> told) =>
        known.Any(id => !IsLent(id)) && told.Any(id => !IsLent(id)) && !told.Any(id => !IsLent(id) && known.Contains(id));

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request) => request.Headers["X-Ring"].ToString() switch
    {
        "" => new Verdict.Refused(),
        var key => new Verdict.Accepted(key),
    };

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return [.. letters[document.RootElement.GetProperty("letter").GetString()!]()];
    }

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel)
    {
        Flights.Enqueue((channel.Id, answer));
        return Hand(answer, cancel);
    }

    public override bool ShowsPosts => Shows is not null;

    public override Task<ShownPost> ShowPost(ConnectedChannel channel, string post, CancellationToken cancel) => Task.FromResult(Shows!(post));

    public override Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) =>
        Task.FromResult<Fetched>(new Fetched.File(new MemoryStream(Picture), "image/png"));

    public override Task<string?> Hide(ConnectedChannel channel, string externalId, bool isHidden, CancellationToken cancel) => Task.FromResult(Hides(externalId, isHidden));

    public override Task<string?> Delete(ConnectedChannel channel, Deleting deleting, CancellationToken cancel) => Deletes(deleting);

    public override Task<string?> React(ConnectedChannel channel, Reacting reacting, CancellationToken cancel) => Task.FromResult(Reacts(reacting));

    public override Task<Delivery?> Reconcile(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) => Task.FromResult(Ask(answer));
}

/// <summary>A pigeon needs no settings; a licence it may have.</summary>
public sealed record PigeonSettings
{
    [Setting(SettingType.Secret)]
    public string Licence { get; init; } = "";
}
