using Relais.Domain.Conversations;

namespace Relais.Server.Channels;

/// <summary>What must be loaded before a fact can be applied.</summary>
internal static class InboundNeeds
{
    public static IEnumerable<Sender> Senders(this Inbound inbound) => inbound switch
    {
        MessageIn fact => [fact.From],
        EchoIn { To: { } to } => [to],
        ReactionIn fact => [fact.From],
        ReadIn fact => [fact.From],
        IdentityIn fact => [fact.Before, fact.Now],
        _ => [],
    };

    public static bool IsSaidOfSeveralIds(this Inbound inbound) => inbound is IdentityIn || inbound.Senders().Any(sender => sender.Ids.Count > 1);

    public static IEnumerable<string> Messages(this Inbound inbound) => inbound switch
    {
        MessageIn fact => Some(fact.ExternalId, fact.ReplyToExternalId).Concat(fact.MayComeTwice ? fact.AnswersExternalIds : []),
        EchoIn fact => Some(fact.ExternalId, fact.ReplyToExternalId),
        ReactionIn fact => [fact.TargetExternalId],
        EditIn fact => [fact.TargetExternalId],
        RemovalIn fact => [fact.TargetExternalId],
        HidingIn fact => [fact.TargetExternalId],
        StatusIn fact => Some(fact.ExternalId, null),
        _ => [],
    };

    public static string? PostUnder(this MessageIn comment) => comment is { Visibility: Visibility.Public, Post: { Length: > 0 } id } ? id : null;

    /// <summary>What was answered, where nothing else says whom.</summary>
    public static string? AnsweredMessage(this Inbound inbound) => inbound is EchoIn { To: null } echo ? echo.ReplyToExternalId : null;

    public static bool HasFiles(this Inbound inbound) => inbound switch
    {
        MessageIn fact => fact.Files.Count > 0,
        EchoIn fact => fact.Files.Count > 0,
        _ => false,
    };

    private static IEnumerable<string> Some(string? first, string? second) => new[] { first, second }.OfType<string>();
}
