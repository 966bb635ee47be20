namespace Relais.Server.Channels.Telegram;

/// <summary>Links hidden behind words: agents read plain text, so the address is written after them.</summary>
internal static class TelegramLinks
{
    public static string Shown(string text, LooseJson entities)
    {
        // From the last to the first, so that the places of the others stay right. Telegram counts in UTF-16 units, as we do.
        foreach (var link in entities.Items.Where(entity => entity["type"].Text == "text_link").OrderByDescending(entity => entity["offset"].Number).ToList())
        {
            var end = (link["offset"].Number ?? -1) + (link["length"].Number ?? 0);
            if (end < 0 || end > text.Length || link["url"].Text is not { Length: > 0 } url) continue;

            text = text.Insert((int)end, $" ({url})");
        }

        return text;
    }
}
