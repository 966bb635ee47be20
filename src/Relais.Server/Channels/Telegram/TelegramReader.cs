using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Telegram;

/// <summary>Turns one update into facts. What it does not know is shown as such, as long as somebody is known to have done it.</summary>
internal sealed class TelegramReader(DateTimeOffset cameAt)
{
    public IEnumerable<Inbound> Read(LooseJson update) =>
        [.. from part in update.Members where part.Value.IsObject from fact in Of(part.Name, part.Value, update["update_id"].Text) select fact];

    private IEnumerable<Inbound> Of(string kind, LooseJson told, string? updateId) => kind switch
    {
        "message" or "business_message" => Message(told),
        "edited_message" or "edited_business_message" => Edit(told),
        "deleted_business_messages" => Removals(told),
        "callback_query" => Choice(told),
        "message_reaction" => Reaction(told),
        "my_chat_member" => Membership(told, updateId),
        // What the shop itself does in its channels and accounts.
        "channel_post" or "edited_channel_post" or "business_connection" or "message_reaction_count" => [],
        _ => Unknown(kind, told, updateId),
    };

    private IEnumerable<Inbound> Message(LooseJson message)
    {
        // A post of the shop's own channel, copied into its discussion group, and what this bot wrote itself in a person's name.
        if (message["is_automatic_forward"].IsTrue || message["sender_business_bot"].IsObject) return [];
        if (TelegramAddress.Of(message) is not { } address || message["message_id"].Text is not { } id || message["chat"]["type"].Text == "channel") return [];
        if (Moved(message, address) is { } moved) return [moved];

        var content = TelegramContent.Of(message);
        if (address.Business is not null && message["from"]["id"].Text != address.Chat) return [Echo(message, address, id, content)];

        return
        [
            new MessageIn(TelegramPeople.Author(message, address), address.IdOf(id), AtOf(message["date"]))
            {
                Kind = content.Kind,
                Text = address.IsGroup ? TelegramPeople.Said(message["from"], content.Text) : content.Text,
                Files = content.Files,
                Extra = content.Extra,
                ReplyToExternalId = QuotedIn(message, address),
                IsAutomatic = message["from"]["is_bot"].IsTrue,
            },
        ];
    }

    /// <summary>Its owner answered himself, in the app.</summary>
    private EchoIn Echo(LooseJson message, TelegramAddress address, string id, TelegramContent content) =>
        new(TelegramPeople.Partner(message["chat"], address), address.IdOf(id), AtOf(message["date"]))
        {
            Kind = content.Kind,
            Text = content.Text,
            Files = content.Files,
            Extra = content.Extra,
            ReplyToExternalId = QuotedIn(message, address),
        };

    /// <summary>A group that grows gets another id; Telegram says so in both.</summary>
    private IdentityIn? Moved(LooseJson message, TelegramAddress address) =>
        message["migrate_to_chat_id"].Text is { } to ? new(new Sender([address.Id], new Profile()), new Sender([to], new Profile()), AtOf(message["date"]))
        : message["migrate_from_chat_id"].Text is { } from ? new(new Sender([from], new Profile()), new Sender([address.Id], new Profile()), AtOf(message["date"]))
        : null;

    /// <summary>A place that moves is edited every few seconds: its first message says enough.</summary>
    private IEnumerable<Inbound> Edit(LooseJson message)
    {
        if (TelegramAddress.Of(message) is not { } address || message["message_id"].Text is not { } id || message["location"].IsObject) return [];

        var content = TelegramContent.Of(message);
        var text = address.IsGroup ? TelegramPeople.Said(message["from"], content.Text) : content.Text;
        return [new EditIn(address.IdOf(id), text ?? "", AtOf(message["edit_date"]))];
    }

    private IEnumerable<Inbound> Removals(LooseJson told) =>
        TelegramAddress.Of(told) is { } address
            ? told["message_ids"].Items.Select(id => id.Text).OfType<string>().Select(id => new RemovalIn(address.IdOf(id), cameAt))
            : [];

    /// <summary>Pressed under one of our messages; only the button's own words say what was chosen. It is told without a time.</summary>
    private IEnumerable<Inbound> Choice(LooseJson query)
    {
        var message = query["message"];
        if (query["id"].Text is not { } id || (TelegramAddress.Of(message) ?? TelegramPeople.PrivateChat(query["from"])) is not { } address) return [];

        var data = query["data"].Text;
        var label = message["reply_markup"]["inline_keyboard"].Items.SelectMany(row => row.Items).FirstOrDefault(button => data is not null && button["callback_data"].Text == data)["text"].Text;
        return
        [
            new MessageIn(TelegramPeople.Author(query, address), $"{address.Id}:callback:{id}", cameAt)
            {
                Kind = MessageKind.Interactive,
                Text = label ?? data,
                Extra = ExtraJson.Of(("id", data), ("title", label)).Written(),
                ReplyToExternalId = message["message_id"].Text is { } quoted ? address.IdOf(quoted) : null,
            },
        ];
    }

    private IEnumerable<Inbound> Reaction(LooseJson told)
    {
        if (TelegramAddress.Of(told) is not { } address || told["message_id"].Text is not { } id) return [];

        var now = told["new_reaction"].Items.LastOrDefault();
        return [new ReactionIn(TelegramPeople.Author(told, address), address.IdOf(id), now.IsObject ? now["emoji"].Text ?? "⭐" : null, AtOf(told["date"]))];
    }

    /// <summary>The contact blocked the bot or lets it write again; a group took it in or threw it out. A line tells the agents.</summary>
    private IEnumerable<Inbound> Membership(LooseJson told, string? updateId)
    {
        if (TelegramAddress.Of(told) is not { } address || told["chat"]["type"].Text == "channel" || updateId is null) return [];

        var isOut = told["new_chat_member"]["status"].Text is "kicked" or "left";
        var who = TelegramPeople.Author(told, address);
        return
        [
            new MessageIn(who, $"{address.Id}:member:{updateId}", AtOf(told["date"]))
            {
                Kind = MessageKind.System,
                Text = $"{(isOut ? "🚫" : "✅")} {who.Profile.Name}".TrimEnd(),
                Extra = ExtraJson.Of(("type", isOut ? "blocked" : "unblocked")).Written(),
            },
        ];
    }

    private IEnumerable<Inbound> Unknown(string kind, LooseJson told, string? updateId)
    {
        var person = told["from"].IsObject ? told["from"] : told["user"];
        if (updateId is null || (TelegramAddress.Of(told) ?? TelegramPeople.PrivateChat(person)) is not { } address) return [];

        return
        [
            new MessageIn(TelegramPeople.Author(told, address), $"{address.Id}:update:{updateId}", AtOf(told["date"]))
            {
                Kind = MessageKind.Unsupported,
                Extra = ExtraJson.Of(("type", kind)).Written(),
            },
        ];
    }

    private static string? QuotedIn(LooseJson message, TelegramAddress address) =>
        message["reply_to_message"]["message_id"].Text is { } quoted ? address.IdOf(quoted) : null;

    private DateTimeOffset AtOf(LooseJson date) => date.Instant ?? cameAt;
}
