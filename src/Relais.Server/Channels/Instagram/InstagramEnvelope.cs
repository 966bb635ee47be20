namespace Relais.Server.Channels.Instagram;

/// <summary>
/// The same events come in three wrappings: in a list, as changes of fields, or as one field of the entry itself.
/// https://developers.facebook.com/docs/instagram-platform/webhooks/examples
/// </summary>
internal static class InstagramEnvelope
{
    /// <summary>Another program may hold the thread.</summary>
    public static IEnumerable<LooseJson> Open(LooseJson entry) =>
        entry["messaging"].Items.Concat(entry["standby"].Items).Concat(entry["changes"].Items.Append(entry).SelectMany(Values));

    private static IEnumerable<LooseJson> Values(LooseJson change) => change["value"].IsObject ? [change["value"]] : change["value"].Items;
}
