using System.Globalization;

namespace Relais.Server.Channels.Telegram;

/// <summary>What Telegram's refusals mean for an answer. It has few codes and many words: <c>{error_code, description, parameters}</c>.</summary>
internal static class TelegramErrors
{
    public const string NoAddress = "no_address";
    public const string TooManyFiles = "too_many_files";
    public const string CaptionTooLong = "caption_too_long";

    private const string TokenInvalid = "token_invalid";
    private const string Refused = "refused";

    /// <summary>The first words that occur decide.</summary>
    private static readonly (int Code, string Words, string Key, bool IsBlocked)[] Causes =
    [
        (403, "blocked by the user", "blocked", true),
        (403, "user is deactivated", "deactivated", true),
        (403, "can't initiate conversation", "not_started", true),
        (403, "was kicked", "left_group", true),
        (403, "not a member", "left_group", true),
        (403, "group chat was deleted", "left_group", true),
        (400, "chat not found", "chat_not_found", false),
        (400, "PEER_ID_INVALID", "chat_not_found", false),
        (400, "too long", "too_long", false),
        (400, "MESSAGE_TOO_LONG", "too_long", false),
        (400, "VOICE_MESSAGES_FORBIDDEN", "voice_forbidden", false),
        (400, "not enough rights", "no_rights", false),
        (400, "have no rights", "no_rights", false),
        (400, "WRITE_FORBIDDEN", "no_rights", false),
        (400, "TOPIC_CLOSED", "no_rights", false),
        (400, "BUSINESS_", "business_gone", false),
        (400, "business connection", "business_gone", false),
        (400, "too big", "file_too_large", false),
        (400, "PHOTO_", "file_refused", false),
        (400, "IMAGE_PROCESS", "file_refused", false),
        (400, "VIDEO_", "file_refused", false),
        (400, "MEDIA_", "file_refused", false),
        (400, "wrong file", "file_refused", false),
        (400, "wrong type", "file_refused", false),
        (400, "non-empty", "file_refused", false),
    ];

    /// <summary>All codes that have a text, for those who check that it exists.</summary>
    public static IEnumerable<string> Keys =>
    [
        .. Causes.Select(cause => cause.Key).Distinct(StringComparer.Ordinal), Refused, NoAddress, TooManyFiles, CaptionTooLong, TokenInvalid, "api_unreachable",
        "no_answer", TelegramAccount.NeedsHttps, TelegramAccount.WebhookRefused, TelegramAccount.WebhookFailing, TelegramUpdates.OtherListener,
    ];

    public static bool IsOne(Reply.Answer answer) => !answer.Body["ok"].IsTrue && answer.Body["error_code"].Number is not null;

    public static Delivery DeliveryOf(Reply.Answer answer)
    {
        var words = WordsOf(answer);
        return answer.Body["error_code"].Number switch
        {
            429 => new Delivery.TryLater(words, WaitOf(answer)),
            401 or 404 => new Delivery.BadSettings($"{TokenInvalid}: {words}"),
            413 => new Delivery.Rejected("file_too_large", words),
            // It may have been sent: Telegram says so of faults that come after it, too.
            >= 500 => new Delivery.Unknown(words),
            var code => CauseOf(code, words) is var (_, _, key, isBlocked) && isBlocked ? new Delivery.ContactBlockedUs(key, words) : new Delivery.Rejected(CauseOf(code, words).Key, words),
        };
    }

    /// <summary>Why an account cannot be asked.</summary>
    public static Check.Fails FailureOf(Reply reply, string refused = Refused) => reply is Reply.Answer answer && IsOne(answer)
        ? new Check.Fails(answer.Body["error_code"].Number is 401 or 404 ? TokenInvalid : refused, WordsOf(answer))
        : reply.AsFailure();

    /// <summary>A group that grew has another id: Telegram refuses the old one and names the new.</summary>
    public static string? NewChatOf(Reply reply) =>
        reply is Reply.Answer answer && IsOne(answer) ? answer.Body["parameters"]["migrate_to_chat_id"].Text : null;

    /// <summary>Too long, too narrow or too large for a photo: as a document it goes.</summary>
    public static bool IsNoPhoto(Reply reply) =>
        reply is Reply.Answer answer && IsOne(answer) && WordsOf(answer).Contains("PHOTO_INVALID_DIMENSIONS", StringComparison.OrdinalIgnoreCase);

    public static TimeSpan? WaitOf(Reply.Answer answer) =>
        answer.Body["parameters"]["retry_after"].Number is { } seconds and > 0 and < 86_400 ? TimeSpan.FromSeconds(seconds) : answer.Wait;

    /// <summary>Code and explanation in Telegram's words, for whoever must find out.</summary>
    public static string WordsOf(Reply.Answer answer) =>
        $"({answer.Body["error_code"].Text ?? ((int)answer.Status).ToString(CultureInfo.InvariantCulture)}) {answer.Body["description"].Text ?? "Telegram gave no reason."}";

    private static (int Code, string Words, string Key, bool IsBlocked) CauseOf(double? code, string words) =>
        Causes.FirstOrDefault(cause => cause.Code == code && words.Contains(cause.Words, StringComparison.OrdinalIgnoreCase)) is { Key: not null } cause
            ? cause
            : (0, "", Refused, false);
}
