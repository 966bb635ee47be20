namespace Relais.Server.Channels.Instagram;

/// <summary>
/// The same events come in three wrappings: in a list, as changes of fields, or as one field of the entry itself.
/// https://developers.facebook.com/docs/instagram-platform/webhooks/examples
/// </summary>
internal static class InstagramEnvelope
{
    public const string Comments = "comments";
    public const string Mentions = "mentions";

    /// <summary>Each event, and the field it is of; null for those in a list. Another program may hold the thread.</summary>
    public static IEnumerable<(string? Field, LooseJson Told)> Open(LooseJson entry) =>
        entry["messaging"].Items.Concat(entry["standby"].Items).Select(told => ((string?)null, told)).Concat(entry["changes"].Items.Append(entry).SelectMany(Values));

    private static IEnumerable<(string? Field, LooseJson Told)> Values(LooseJson change)
    {
        var field = change["field"].Text is "live_comments" ? Comments : change["field"].Text;
        return (change["value"].IsObject ? [change["value"]] : change["value"].Items).Select(told => (field, told));
    }
}
