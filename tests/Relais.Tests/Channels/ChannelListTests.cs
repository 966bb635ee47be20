using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Server.Channels.Connect;
using Relais.Tests.Architecture;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels;

/// <summary>docs/channels.md says what each network can do and what each referee checks, as the kinds and the tests say it.</summary>
public sealed class ChannelListTests
{
    private const string Written = "docs/channels.md";

    [Fact]
    public async Task The_list_is_what_the_kinds_and_the_tests_say()
    {
        await using var app = await RelaisApp.Empty();
        var list = string.Join('\n', Lines([.. app.Services.GetRequiredService<ChannelCatalogue>().Kinds.OrderBy(NameOf, StringComparer.OrdinalIgnoreCase)]));
        var path = Path.Combine(SourceTree.Root, Written);
        if (Environment.GetEnvironmentVariable("RELAIS_WRITE_CHANNELS") is not null) await File.WriteAllTextAsync(path, list, TestContext.Current.CancellationToken);

        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(list, $"{Written} is not what the kinds and the tests say: run bin/channels and commit what it writes.");
    }

    private static IEnumerable<string> Lines(IReadOnlyList<ChannelKind> kinds) =>
    [
        "<!-- Written by bin/channels from the kinds of channels and their tests. -->",
        "",
        "# What each network can do",
        "",
        "As a channel is first connected; some settings change it. Each folder of `src/Relais.Server/Channels` tells the rest in its README.",
        "",
        "## In private",
        "",
        "| Network | Letters | Files a message | Free answer | Writes first | Choices | Quotes | Reactions | Receipts | When the line breaks |",
        "|---|---:|---:|---|---|---:|---|---|---|---|",
        .. kinds.Where(kind => IsPrivate(Of(kind))).Select(kind => InPrivate(kind, Of(kind))),
        "",
        "## In public",
        "",
        "| Network | Letters | Files a message | Reactions | Hide | Delete | Answer in private |",
        "|---|---:|---:|---|---|---|---|",
        .. kinds.Where(kind => Of(kind).Public is not null).Select(kind => InPublic(kind, Of(kind).Public!)),
        "",
        "## Who says so",
        "",
        "Programs no one here wrote, against which the channels are tested at every run. Where there is none, a simulator of our own",
        "stands in, with the faults networks really have.",
        "",
        "| Network | Referee | What it checks |",
        "|---|---|---|",
        .. Referees(kinds),
        "",
    ];

    /// <summary>What can do in private what it can in public, and no more, has no private side.</summary>
    private static bool IsPrivate(Capabilities can) => can.Public is not { } open || can != open with { Public = open };

    private static string InPrivate(ChannelKind kind, Capabilities can) =>
        $"| {NameOf(kind)} | {Number(can.MaxText)} | {Number(can.MaxAttachments)} | {(can.ReplyWindowHours is { } hours ? $"{Number(hours)} h" : "always")}{(can.Templates ? ", then templates" : "")} | {First(can)} "
        + $"| {(can.Choices is { } choices ? Number(choices.Max) : "–")} | {Mark(can.ReplyTo)} | {Reactions(can)} | {Receipts(can)} | {(can.Unknown == UnknownPolicy.Resend ? "sent again, arrives once" : "shown as uncertain")} |";

    private static string First(Capabilities can) => !can.WritesFirst ? "–" : can.AsksConsent ? "with consent" : "yes";

    private static string InPublic(ChannelKind kind, Capabilities can) =>
        $"| {NameOf(kind)} | {Number(can.MaxText)} | {Number(can.MaxAttachments)} | {Reactions(can)} | {Mark(can.Hiding)} | {Deletes(can)} | {(can.PrivateReplyHours is { } hours ? $"once, for {Number(hours / 24)} days" : "–")} |";

    private static string Reactions(Capabilities can) => can.Reactions.Count > 0 ? string.Join(' ', can.Reactions) : "–";

    private static string Deletes(Capabilities can) => can.Deletes switch { Deletion.All => "anybody's", Deletion.Ours => "our own", _ => "–" };

    private static string Receipts(Capabilities can) =>
        string.Join(", ", new[] { can.DeliveredReceipts ? "delivered" : null, can.ReadReceipts ? "read" : null }.OfType<string>()) is { Length: > 0 } receipts ? receipts : "–";

    private static IEnumerable<string> Referees(IReadOnlyList<ChannelKind> kinds)
    {
        var versions = JsonNode.Parse(SourceTree.Files("tests/referees", "package.json").Single().Text)!["dependencies"]!;
        return from kind in kinds
               let folder = kind.GetType().Namespace!.Split('.')[^1]
               from type in typeof(ChannelListTests).Assembly.GetTypes()
               where type.Namespace == $"Relais.Tests.Channels.{folder}"
               from test in type.GetMethods().Cast<MemberInfo>().Prepend(type)
               from said in test.GetCustomAttributes<CheckedByAttribute>(inherit: false)
               orderby NameOf(kind), said.Referee, said.What
               let version = versions[said.Referee]?.ToString()
               select $"| {NameOf(kind)} | {(version is null ? said.Referee : $"`{said.Referee}` {version}")} | {said.What} |";
    }

    private static Capabilities Of(ChannelKind kind) => kind.CapabilitiesOf(new ConnectedChannel(Guid.Empty, Guid.Empty, kind.Name, kind.Name, SettingsForm.Standard(kind)));

    private static string NameOf(ChannelKind kind) => JsonSerializer.Deserialize<Dictionary<string, string>>(ChannelCatalogue.Resource(kind, "en.json"))!["name"];

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Mark(bool can) => can ? "yes" : "–";
}
