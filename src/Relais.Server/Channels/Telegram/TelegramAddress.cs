using System.Text.Json.Nodes;
using Relais.Domain.Contacts;

namespace Relais.Server.Channels.Telegram;

/// <summary>
/// Where a message came from and an answer goes: a chat with the bot, or one of a person's own chats that the bot looks after
/// (a business connection). Message ids are unique in a chat only.
/// </summary>
/// <param name="Chat">A person's id, or a group's, which is negative.</param>
/// <param name="Business">The connection, written before the chat as <c>connection/chat</c>.</param>
internal sealed record TelegramAddress(string Chat, string? Business)
{
    public bool IsGroup => Chat.StartsWith('-');

    public string Id => Business is null ? Chat : $"{Business}/{Chat}";

    public static TelegramAddress? Of(LooseJson message) =>
        message["chat"]["id"].Text is { Length: > 0 } chat ? Sound(new TelegramAddress(chat, message["business_connection_id"].Text)) : null;

    /// <summary>A group that grew has another id from then on.</summary>
    public static TelegramAddress? Newest(IReadOnlyList<string> ids) => ids.Select(Parse).LastOrDefault(address => address is not null);

    public string IdOf(string message) => $"{Id}:{message}";

    /// <summary>The number of one of this chat's messages; null when it is another chat's.</summary>
    public long? MessageOf(string? externalId) =>
        externalId is not null && externalId.StartsWith($"{Id}:", StringComparison.Ordinal) && long.TryParse(externalId.AsSpan(Id.Length + 1), out var message) ? message : null;

    /// <summary>The same fields, addressed.</summary>
    public JsonObject In(JsonObject fields)
    {
        fields["chat_id"] = Chat;
        if (Business is not null) fields["business_connection_id"] = Business;
        return fields;
    }

    private static TelegramAddress? Parse(string id)
    {
        var slash = id.LastIndexOf('/');
        return Sound(slash < 0 ? new TelegramAddress(id, null) : new TelegramAddress(id[(slash + 1)..], id[..slash]));
    }

    private static TelegramAddress? Sound(TelegramAddress address) =>
        address.Id.Length <= ContactIdentity.ExternalIdLimit && long.TryParse(address.Chat, out _) && address.Business is not "" ? address : null;
}
