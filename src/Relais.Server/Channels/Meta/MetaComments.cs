using System.Globalization;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Meta;

/// <summary>What pages and accounts do alike in public.</summary>
/// <param name="hides">The field by which a comment is hidden.</param>
internal sealed class MetaComments(MetaGraph graph, string hides)
{
    /// <summary>Meta cannot recognise a repetition: once it may have been said, a person decides.</summary>
    public static Delivery DeliveryOf(Reply reply, Outgoing answer) =>
        reply is Reply.Answer { Succeeded: true } taken && taken.Body["id"].Text is { } id ? new Delivery.Sent(id) : MetaErrors.DeliveryOf(reply, answer.Attempt);

    /// <returns>Why not, in Meta's words; null when it did.</returns>
    public async Task<string?> Hide(string comment, bool isHidden, CancellationToken cancel)
    {
        var reply = await graph.Post(Uri.EscapeDataString(comment), new JsonObject { [hides] = isHidden }, cancel);
        return MetaErrors.WhyNot(reply);
    }

    /// <summary>Of what is gone already Meta says the same as of what it will not delete: whether it is still there tells them apart.</summary>
    /// <returns>Why not, in Meta's words; null when it is gone.</returns>
    public async Task<string?> Delete(string comment, CancellationToken cancel)
    {
        var place = Uri.EscapeDataString(comment);
        var reply = await graph.Delete(place, cancel);
        return MetaErrors.IsUnknown(reply) && MetaErrors.IsUnknown(await graph.Get($"{place}?fields=id", cancel)) ? null : MetaErrors.WhyNot(reply);
    }

    /// <param name="card">What the fields say.</param>
    /// <param name="picture">The address of what it shows, if anything.</param>
    public async Task<ShownPost> Show(string post, string fields, Func<LooseJson, PostCard> card, Func<LooseJson, string?> picture, CancellationToken cancel)
    {
        var reply = await graph.Get($"{Uri.EscapeDataString(post)}?fields={fields}", cancel);
        return reply is Reply.Answer { Succeeded: true } told ? Shown(post, told.Body, card, picture) : MetaErrors.ShownOf(reply);
    }

    public static ShownPost Shown(string post, LooseJson told, Func<LooseJson, PostCard> card, Func<LooseJson, string?> picture) =>
        new ShownPost.As(card(told), picture(told) is { } url ? MetaFiles.ReferenceTo(post, 0, url) : null);

    /// <summary>As the Graph API writes an instant.</summary>
    public static DateTimeOffset? Instant(LooseJson told) =>
        DateTimeOffset.TryParse(told.Text, CultureInfo.InvariantCulture, out var at) ? at.ToUniversalTime() : null;
}
