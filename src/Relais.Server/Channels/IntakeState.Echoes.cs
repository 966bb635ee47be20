using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Channels;

/// <summary>Which answer of ours a provider tells of that does not return our id.</summary>
internal sealed partial class IntakeState
{
    /// <summary>So long after it was written a part of an answer may still be told of.</summary>
    private static readonly TimeSpan EchoPatience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The oldest answer under way that says the same. Where its file and its words travel apart, the file is only a part of it and
    /// settles nothing; it may be told of even after the words have arrived. So it is with words that travel in parts, until the last.
    /// </summary>
    public (Message Message, bool IsWhole)? UnderWay(Thread thread, EchoIn echo, Capabilities can)
    {
        if (!echo.MayBeOurs) return null;

        var words = Bare(echo.Text ?? "");
        var ours = messagesById.Values.Where(message => message.ThreadId == thread.Id && IsFreshAnswer(message)).OrderBy(message => message.ReceivedAt).ToList();
        if (words.Length == 0 && echo.Files.Count > 0 && ours.Find(message => HasFiles(message) && message.Text.Length > 0) is { } part) return (part, false);
        if (ours.Find(message => message.ExternalId is null && Bare(can.PartsOf(message.Text.Trim())[^1]) == words && (words.Length > 0 || HasFiles(message))) is { } whole)
        {
            messages[(whole.ChannelId, echo.ExternalId)] = Touch(whole);
            return (whole, true);
        }

        return ours.Find(message => can.PartsOf(message.Text.Trim()) is { Count: > 1 } parts && parts.Any(part => Bare(part) == words)) is { } partly ? (partly, false) : null;
    }

    private bool IsFreshAnswer(Message message) =>
        message is { Direction: Direction.Out, AuthorKind: not ActorKind.System }
        && (message.Delivery is DeliveryStatus.Queued or DeliveryStatus.Unknown || (message.Delivery != DeliveryStatus.Scheduled && message.ReceivedAt > now - EchoPatience));

    /// <summary>Some networks put whom an answer is for before it.</summary>
    private static string Bare(string words) => Mentions().Replace(words, "").Trim();

    [GeneratedRegex(@"^(?:\s*@\w+\s)+", RegexOptions.NonBacktracking)]
    private static partial Regex Mentions();

    private static bool HasFiles(Message message) => message.Kind is not (MessageKind.Text or MessageKind.Template);

    private async Task LoadUnderWay(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        if (!facts.Any(fact => fact.Inbound is EchoIn { MayBeOurs: true })) return;

        var (ids, since) = (threadsById.Keys.ToArray(), now - EchoPatience);
        foreach (var message in await db.Messages.IgnoreQueryFilters().AsNoTracking()
            .Where(row => ids.Contains(row.ThreadId) && row.Direction == Direction.Out && row.RemovedAt == null
                && (row.Delivery == DeliveryStatus.Queued || row.Delivery == DeliveryStatus.Unknown || row.ReceivedAt > since))
            .ToListAsync(cancel))
            Known(message);
    }
}
