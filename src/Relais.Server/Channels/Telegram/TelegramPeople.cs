using Relais.Domain.Contacts;

namespace Relais.Server.Channels.Telegram;

/// <summary>Who is who: a person is known by the id of his chat with us; a group is one contact, in which several people speak.</summary>
internal static class TelegramPeople
{
    public static Sender Author(LooseJson told, TelegramAddress address) => address.IsGroup
        ? new Sender([address.Id], new Profile(Fit(told["chat"]["title"].Text)))
        : new Sender([address.Id], ProfileOf(told["from"].IsObject ? told["from"] : told["user"].IsObject ? told["user"] : told["chat"], told));

    /// <summary>The other side of a person's own chat.</summary>
    public static Sender Partner(LooseJson chat, TelegramAddress address) => new([address.Id], ProfileOf(chat, default));

    public static TelegramAddress? PrivateChat(LooseJson person) =>
        person["id"].Text is { } id ? TelegramAddress.Newest([id]) : null;

    /// <summary>In a group, whose words they are.</summary>
    public static string? Said(LooseJson person, string? text) =>
        NameOf(person) is { } name ? $"{name}: {text}".TrimEnd() : text;

    public static string? NameOf(LooseJson person) =>
        string.Join(' ', new[] { person["first_name"].Text, person["last_name"].Text }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } name
            ? Fit(name)
            : Fit(person["username"].Text);

    private static Profile ProfileOf(LooseJson person, LooseJson message)
    {
        var known = new Profile(NameOf(person), Phone: OwnNumber(person, message["contact"]), Language: person["language_code"].Text);
        return person["username"].Text is { Length: > 0 } username
            ? known with { Attributes = new Dictionary<string, string> { ["username"] = username } }
            : known;
    }

    /// <summary>Whoever sends his own card gives us his number; Telegram says whose card it is.</summary>
    private static string? OwnNumber(LooseJson person, LooseJson card)
    {
        if (card["user_id"].Text is not { } owner || owner != person["id"].Text) return null;

        var digits = string.Concat((card["phone_number"].Text ?? "").Where(char.IsAsciiDigit));
        return digits.Length is >= 5 and <= 15 ? $"+{digits}" : null;
    }

    private static string? Fit(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();
}
