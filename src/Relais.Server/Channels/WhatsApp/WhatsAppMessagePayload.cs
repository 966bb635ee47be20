using System.Text.Json.Serialization;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>One message as Meta tells it, from the customer or (an echo) from the phone of the shop.</summary>
internal sealed record WaMessage
{
    /// <summary>Digits; missing for people who hide their number; a user id in some events.</summary>
    public string? From { get; init; }

    public string? FromUserId { get; init; }

    public string? FromParentUserId { get; init; }

    /// <summary>Only in echoes.</summary>
    public string? To { get; init; }

    public string? ToUserId { get; init; }

    public string? ToParentUserId { get; init; }

    public string? Id { get; init; }

    public string? GroupId { get; init; }

    public string? Timestamp { get; init; }

    public string? Type { get; init; }

    /// <summary>Marks a contact card that answers our request for the number.</summary>
    public string? Origin { get; init; }

    [JsonConverter(typeof(One<WaText>))]
    public WaText? Text { get; init; }

    [JsonConverter(typeof(One<WaMedia>))]
    public WaMedia? Image { get; init; }

    [JsonConverter(typeof(One<WaMedia>))]
    public WaMedia? Video { get; init; }

    [JsonConverter(typeof(One<WaMedia>))]
    public WaMedia? Audio { get; init; }

    /// <summary>The old name of a voice note.</summary>
    [JsonConverter(typeof(One<WaMedia>))]
    public WaMedia? Voice { get; init; }

    [JsonConverter(typeof(One<WaMedia>))]
    public WaMedia? Sticker { get; init; }

    [JsonConverter(typeof(One<WaMedia>))]
    public WaMedia? Document { get; init; }

    [JsonConverter(typeof(One<WaLocation>))]
    public WaLocation? Location { get; init; }

    [JsonConverter(typeof(Many<WaCard>))]
    public IReadOnlyList<WaCard>? Contacts { get; init; }

    [JsonConverter(typeof(One<WaReaction>))]
    public WaReaction? Reaction { get; init; }

    [JsonConverter(typeof(One<WaButton>))]
    public WaButton? Button { get; init; }

    [JsonConverter(typeof(One<WaInteractive>))]
    public WaInteractive? Interactive { get; init; }

    [JsonConverter(typeof(One<WaOrder>))]
    public WaOrder? Order { get; init; }

    [JsonConverter(typeof(One<WaNotice>))]
    public WaNotice? System { get; init; }

    [JsonConverter(typeof(One<WaEdit>))]
    public WaEdit? Edit { get; init; }

    [JsonConverter(typeof(One<WaRevoke>))]
    public WaRevoke? Revoke { get; init; }

    [JsonConverter(typeof(One<WaUnsupported>))]
    public WaUnsupported? Unsupported { get; init; }

    [JsonConverter(typeof(One<WaContext>))]
    public WaContext? Context { get; init; }

    [JsonConverter(typeof(One<WaReferral>))]
    public WaReferral? Referral { get; init; }

    [JsonConverter(typeof(Many<GraphError>))]
    public IReadOnlyList<GraphError>? Errors { get; init; }
}

internal sealed record WaText(string? Body);

internal sealed record WaMedia(
    string? Id, string? MimeType, string? Url, string? Caption, string? Filename, bool? Voice, bool? Animated);

internal sealed record WaLocation(double? Latitude, double? Longitude, string? Name, string? Address, string? Url);

internal sealed record WaReaction(string? MessageId, string? Emoji);

internal sealed record WaButton(string? Text, string? Payload);

internal sealed record WaInteractive(
    string? Type,
    [property: JsonConverter(typeof(One<WaChoice>))] WaChoice? ButtonReply,
    [property: JsonConverter(typeof(One<WaChoice>))] WaChoice? ListReply,
    [property: JsonConverter(typeof(One<WaForm>))] WaForm? NfmReply);

internal sealed record WaChoice(string? Id, string? Title, string? Description);

/// <param name="ResponseJson">What was filled in: JSON inside a text.</param>
internal sealed record WaForm(string? Name, string? Body, string? ResponseJson);

internal sealed record WaOrder(
    string? CatalogId, string? Text, [property: JsonConverter(typeof(Many<WaOrderItem>))] IReadOnlyList<WaOrderItem>? ProductItems);

internal sealed record WaOrderItem(string? ProductRetailerId, double? Quantity, double? ItemPrice, string? Currency);

/// <param name="WaId">The new number.</param>
/// <param name="NewWaId">The new number, in older versions.</param>
internal sealed record WaNotice(
    string? Body, string? Type, string? WaId, string? NewWaId, string? UserId, string? ParentUserId);

internal sealed record WaEdit(string? OriginalMessageId, [property: JsonConverter(typeof(One<WaMessage>))] WaMessage? Message);

internal sealed record WaRevoke(string? OriginalMessageId);

internal sealed record WaUnsupported(string? Type);

internal sealed record WaContext(
    string? Id, bool? Forwarded, bool? FrequentlyForwarded, [property: JsonConverter(typeof(One<WaProduct>))] WaProduct? ReferredProduct);

internal sealed record WaProduct(string? CatalogId, string? ProductRetailerId);

/// <summary>The advertisement the customer came from.</summary>
internal sealed record WaReferral(
    string? SourceUrl, string? SourceId, string? SourceType, string? Headline, string? Body, string? CtwaClid);

internal sealed record WaCard(
    [property: JsonConverter(typeof(One<WaName>))] WaName? Name,
    [property: JsonConverter(typeof(One<WaOrganisation>))] WaOrganisation? Org,
    [property: JsonConverter(typeof(Many<WaPhone>))] IReadOnlyList<WaPhone>? Phones,
    [property: JsonConverter(typeof(Many<WaEmail>))] IReadOnlyList<WaEmail>? Emails,
    [property: JsonConverter(typeof(Many<WaAddress>))] IReadOnlyList<WaAddress>? Addresses,
    [property: JsonConverter(typeof(Many<WaUrl>))] IReadOnlyList<WaUrl>? Urls,
    string? Birthday);

internal sealed record WaName(string? FormattedName, string? FirstName, string? LastName);

internal sealed record WaOrganisation(string? Company, string? Department, string? Title);

internal sealed record WaPhone(string? Phone, string? WaId, string? Type);

internal sealed record WaEmail(string? Email, string? Type);

internal sealed record WaAddress(string? Street, string? City, string? Zip, string? Country);

internal sealed record WaUrl(string? Url, string? Type);
