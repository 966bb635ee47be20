namespace Relais.Server.Channels.Instagram;

/// <summary>
/// The same events come in three wrappings: in a list, as changes of fields, or as one field of the entry itself.
/// https://developers.facebook.com/docs/instagram-platform/webhooks/examples
/// </summary>
internal static class InstagramEnvelope
{
    /// <summary>Each event, and whether it is a comment. Another program may hold the thread.</summary>
    public static IEnumerable<(bool IsComment, LooseJson Told)> Open(LooseJson entry) =>
        entry["messaging"].Items.Concat(entry["standby"].Items).Select(told => (false, told)).Concat(entry["changes"].Items.Append(entry).SelectMany(Values));

    private static IEnumerable<(bool IsComment, LooseJson Told)> Values(LooseJson change)
    {
        var isComment = change["field"].Text is "comments" or "live_comments";
        return (change["value"].IsObject ? [change["value"]] : change["value"].Items).Select(told => (isComment, told));
    }
}
