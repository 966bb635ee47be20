using System.Text.Json.Serialization;

namespace Relais.Server.Channels.WhatsApp;

// Meta's words for what we ask, and for what it answers.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api

/// <summary>A message on its way out. Either a number (<see cref="To"/>) or a user id (<see cref="Recipient"/>).</summary>
internal sealed record SendRequest
{
    public string MessagingProduct { get; } = "whatsapp";

    public string RecipientType { get; } = "individual";

    public string? To { get; init; }

    public string? Recipient { get; init; }

    public string Type { get; init; } = "text";

    public SendContext? Context { get; init; }

    /// <summary>Comes back in every status, so that an answer whose sending ended unknown is found again.</summary>
    public string? BizOpaqueCallbackData { get; init; }

    public SendText? Text { get; init; }

    public SendMedia? Image { get; init; }

    public SendMedia? Video { get; init; }

    public SendMedia? Audio { get; init; }

    public SendMedia? Sticker { get; init; }

    public SendMedia? Document { get; init; }

    public SendTemplate? Template { get; init; }

    public SendInteractive? Interactive { get; init; }

    public SendReaction? Reaction { get; init; }
}

/// <param name="Emoji">Empty takes the one before back.</param>
internal sealed record SendReaction(string MessageId, string Emoji);

internal sealed record SendContext(string MessageId);

internal sealed record SendText(string Body, bool? PreviewUrl);

internal sealed record SendMedia(string Id, string? Caption, string? Filename);

internal sealed record SendTemplate(string Name, SendLanguage Language, IReadOnlyList<SendComponent>? Components);

internal sealed record SendLanguage(string Code);

internal sealed record SendComponent(string Type, IReadOnlyList<SendParameter> Parameters);

internal sealed record SendParameter(string Type, string Text, string? ParameterName);

internal sealed record SendInteractive(string Type, SendBody Body, SendAction Action);

internal sealed record SendBody(string Text);

/// <summary>Either buttons under the message, or one button that opens a list.</summary>
internal sealed record SendAction(IReadOnlyList<SendButton>? Buttons, string? Button, IReadOnlyList<SendSection>? Sections);

internal sealed record SendButton(SendReply Reply)
{
    public string Type { get; } = "reply";
}

internal sealed record SendReply(string Id, string Title);

internal sealed record SendSection(IReadOnlyList<SendReply> Rows);

/// <summary>Marks a message, and all before it, as read; with <see cref="TypingIndicator"/> also shows that we type.</summary>
internal sealed record ReadRequest(string MessageId, TypingIndicator? TypingIndicator)
{
    public string MessagingProduct { get; } = "whatsapp";

    public string Status { get; } = "read";
}

internal sealed record TypingIndicator
{
    public string Type { get; } = "text";
}

/// <summary>What Meta answers to anything we ask about messages and media.</summary>
internal sealed record GraphAnswer
{
    [JsonConverter(typeof(Many<AcceptedMessage>))]
    public IReadOnlyList<AcceptedMessage>? Messages { get; init; }

    [JsonConverter(typeof(One<GraphError>))]
    public GraphError? Error { get; init; }

    /// <summary>Of an uploaded file.</summary>
    public string? Id { get; init; }

    /// <summary>Where a file lies, for five minutes.</summary>
    public string? Url { get; init; }

    public string? MimeType { get; init; }

    public double? FileSize { get; init; }
}

internal sealed record AcceptedMessage(string? Id, string? MessageStatus);

internal sealed record TemplatePage(
    [property: JsonConverter(typeof(Many<WaTemplate>))] IReadOnlyList<WaTemplate>? Data,
    [property: JsonConverter(typeof(One<Paging>))] Paging? Paging,
    [property: JsonConverter(typeof(One<GraphError>))] GraphError? Error);

/// <param name="Next">Present while there are more pages. We follow the cursor, never this address.</param>
internal sealed record Paging([property: JsonConverter(typeof(One<PagingCursors>))] PagingCursors? Cursors, string? Next);

internal sealed record PagingCursors(string? After);

internal sealed record WaTemplate(
    string? Name,
    string? Language,
    string? Category,
    string? Status,
    [property: JsonConverter(typeof(Many<WaComponent>))] IReadOnlyList<WaComponent>? Components);

internal sealed record WaComponent(
    string? Type, string? Format, string? Text, [property: JsonConverter(typeof(Many<WaTemplateButton>))] IReadOnlyList<WaTemplateButton>? Buttons);

internal sealed record WaTemplateButton(string? Type, string? Text, string? Url);
