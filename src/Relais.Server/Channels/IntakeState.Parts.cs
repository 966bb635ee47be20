using Relais.Domain.Conversations;

namespace Relais.Server.Channels;

/// <summary>Which of our answers went out in parts, of which people and networks speak one by one.</summary>
internal sealed partial class IntakeState
{
    private IReadOnlyDictionary<(Guid Channel, string ExternalId), Guid> wholes = new Dictionary<(Guid, string), Guid>();

    /// <summary>Before everything else: whose thread it is follows from the answer.</summary>
    private async Task LoadParts(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        var ids = facts.Select(fact => fact.Inbound).SelectMany(inbound => inbound switch
        {
            MessageIn { Visibility: Visibility.Public } comment => [comment.ReplyToExternalId],
            EchoIn { Visibility: Visibility.Public, MayBeOurs: true } echo => [echo.ExternalId, echo.ReplyToExternalId],
            _ => Array.Empty<string?>(),
        }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count > 0) wholes = await ChannelMemory.WholesOf(db, [.. facts.Select(fact => fact.Channel.Id).Distinct()], ids, cancel);
    }

    /// <summary>From now on the parts are known as what they are parts of.</summary>
    private void KnowParts()
    {
        foreach (var (part, whole) in wholes)
        {
            if (messagesById.TryGetValue(whole, out var message)) messages.TryAdd(part, message);
        }
    }
}
