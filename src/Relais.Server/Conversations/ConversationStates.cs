using Relais.Domain.Conversations;

namespace Relais.Server.Conversations;

/// <summary>A state in a query string, which is bound with the case of the code; the API writes names in camel case.</summary>
internal static class ConversationStates
{
    /// <summary>Null for null.</summary>
    public static ConversationState? Of(string? state) => string.IsNullOrEmpty(state) ? null
        : Enum.TryParse<ConversationState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
        : throw new BadHttpRequestException("state must be new, pending, resolved or held.");
}
