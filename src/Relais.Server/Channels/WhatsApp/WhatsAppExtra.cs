using System.Text.Json.Nodes;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>
/// What a message has besides words and files, in our words. By kind: a place has <c>latitude, longitude, name, address,
/// url</c>; cards have <c>contacts</c>; a button <c>payload</c>; a choice <c>id, title, description</c> or, for a form,
/// <c>name, answers</c>; an order <c>catalogId, items</c>; a notice and what is unsupported <c>type, reason</c>. Around any of
/// them: <c>voice, animated, forwarded, product, advertisement, group</c>.
/// </summary>
internal static class WhatsAppExtra
{
    public static string? Of(WaMessage message)
    {
        var extra = message.Type switch
        {
            "location" when message.Location is { } place => PlaceOf(place),
            "contacts" when message.Contacts is { } cards => new JsonObject { ["contacts"] = ListOf(cards, CardOf) },
            "button" when message.Button is { } button => ExtraJson.Of(("payload", button.Payload)),
            "interactive" when message.Interactive is { } interactive => ChoiceOf(interactive),
            "order" when message.Order is { } order => OrderOf(order),
            "system" when message.System is { } notice => ExtraJson.Of(("type", notice.Type)),
            "text" or "image" or "video" or "audio" or "voice" or "sticker" or "document" => new JsonObject(),
            _ => UnsupportedOf(message),
        };
        Around(message, extra);
        return extra.Count == 0 ? null : extra.ToJsonString();
    }

    public static string OfPreference(UserPreference preference) =>
        ExtraJson.Of(("type", preference.Category), ("value", preference.Value)).ToJsonString();

    public static string? NameOf(WaCard card) =>
        card.Name?.FormattedName ?? card.Name?.FirstName ?? card.Org?.Company ?? (card.Phones is [var phone, ..] ? phone.Phone : null);

    private static void Around(WaMessage message, JsonObject extra)
    {
        if ((message.Audio ?? message.Voice) is { } audio && (audio.Voice == true || message.Type == "voice")) extra["voice"] = true;
        if (message.Sticker?.Animated == true) extra["animated"] = true;
        if (message.Context is { Forwarded: true } or { FrequentlyForwarded: true }) extra["forwarded"] = true;
        if (message.Context?.ReferredProduct is { } product)
            extra["product"] = ExtraJson.Of(("catalogId", product.CatalogId), ("id", product.ProductRetailerId));
        if (message.Referral is { } referral) extra["advertisement"] = AdvertisementOf(referral);
        if (message.GroupId is { } group) extra["group"] = group;
    }

    private static JsonObject PlaceOf(WaLocation place)
    {
        var extra = ExtraJson.Of(("name", place.Name), ("address", place.Address), ("url", place.Url));
        if (place.Latitude is { } latitude) extra["latitude"] = latitude;
        if (place.Longitude is { } longitude) extra["longitude"] = longitude;
        return extra;
    }

    private static JsonObject CardOf(WaCard card)
    {
        var told = ExtraJson.Of(("name", NameOf(card)), ("organisation", card.Org?.Company), ("title", card.Org?.Title), ("birthday", card.Birthday));
        Add(told, "phones", ListOf(card.Phones, phone => ExtraJson.Of(("phone", phone.Phone), ("type", phone.Type))));
        Add(told, "emails", ListOf(card.Emails, email => ExtraJson.Of(("email", email.Email), ("type", email.Type))));
        Add(told, "addresses", ListOf(card.Addresses, it => ExtraJson.Of(("street", it.Street), ("zip", it.Zip), ("city", it.City), ("country", it.Country))));
        Add(told, "urls", ListOf(card.Urls, link => ExtraJson.Of(("url", link.Url), ("type", link.Type))));
        return told;
    }

    private static JsonObject ChoiceOf(WaInteractive interactive)
    {
        if (interactive.NfmReply is { } form) return ExtraJson.Of(("name", form.Name), ("answers", form.ResponseJson));

        return (interactive.ButtonReply ?? interactive.ListReply) is { } choice
            ? ExtraJson.Of(("id", choice.Id), ("title", choice.Title), ("description", choice.Description))
            : ExtraJson.Of(("type", interactive.Type));
    }

    private static JsonObject OrderOf(WaOrder order)
    {
        var told = ExtraJson.Of(("catalogId", order.CatalogId));
        told["items"] = ListOf(order.ProductItems, item =>
        {
            var line = ExtraJson.Of(("id", item.ProductRetailerId), ("currency", item.Currency));
            if (item.Quantity is { } quantity) line["quantity"] = quantity;
            if (item.ItemPrice is { } price) line["price"] = price;
            return line;
        });
        return told;
    }

    private static JsonObject UnsupportedOf(WaMessage message)
    {
        var error = message.Errors is [var first, ..] ? first : null;
        return ExtraJson.Of(("type", message.Unsupported?.Type ?? message.Type), ("reason", error is null ? null : WhatsAppErrors.WordsOf(error)));
    }

    private static JsonObject AdvertisementOf(WaReferral referral) => ExtraJson.Of(
        ("title", referral.Headline), ("text", referral.Body), ("url", referral.SourceUrl),
        ("type", referral.SourceType), ("id", referral.SourceId), ("clickId", referral.CtwaClid));

    private static JsonArray ListOf<T>(IReadOnlyList<T>? items, Func<T, JsonObject> told) => [.. (items ?? []).Select(told)];

    private static void Add(JsonObject told, string key, JsonArray list)
    {
        if (list.Count > 0) told[key] = list;
    }
}
