using System.Globalization;

namespace Relais.Server.Channels.Line;

/// <summary>What LINE's refusals mean for an answer. It has statuses and words: <c>{message, details[]}</c>.</summary>
internal static class LineErrors
{
    public const string TokenInvalid = "token_invalid";
    public const string NoAddress = "no_address";
    public const string TooManyFiles = "too_many_files";
    public const string MediaNotPublic = "media_not_public";
    public const string FileRefused = "file_refused";

    private const string Refused = "refused";

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(5);

    /// <summary>The first words that occur decide; those without words are the rest of their status.</summary>
    private static readonly (int Status, string Words, string Key, LineRemedy Remedy)[] Causes =
    [
        // One status for two things: too fast, or too much for this month.
        (429, "monthly limit", "quota_reached", LineRemedy.Repair),
        (429, "", "too_fast", LineRemedy.TryAgain),
        (401, "", TokenInvalid, LineRemedy.Repair),
        (403, "", "plan_forbids", LineRemedy.Repair),
        (400, "Failed to send messages", "unreachable", LineRemedy.StopWriting),
        (400, "'to'", "unknown_contact", LineRemedy.Refuse),
        (400, "Url", FileRefused, LineRemedy.Refuse),
        (400, "quoteToken", "quote_refused", LineRemedy.Refuse),
        (404, "", "unknown_contact", LineRemedy.StopWriting),
        (410, "", "gone", LineRemedy.Refuse),
        (413, "", "too_long", LineRemedy.Refuse),
        (400, "Size must be", "too_long", LineRemedy.Refuse),
        (400, "Length must be", "too_long", LineRemedy.Refuse),
    ];

    /// <summary>All codes that have a text, for those who check that it exists.</summary>
    public static IEnumerable<string> Keys =>
    [
        .. Causes.Select(cause => cause.Key).Distinct(StringComparer.Ordinal), Refused, NoAddress, TooManyFiles, MediaNotPublic, "api_unreachable", "no_answer",
        LineAccount.NeedsHttps, LineAccount.WebhookRefused, LineAccount.WebhookOff, LineAccount.WebhookFailing, LineAccount.SecretWrong,
        LineReader.Suspended, LineReader.Deactivated,
    ];

    /// <summary>What an answer becomes when LINE refuses it; null when it did not say why in words of its own.</summary>
    public static Delivery? DeliveryOf(Reply.Answer answer)
    {
        if (answer.Succeeded || (int)answer.Status >= 500 || answer.Body["message"].Text is null) return null;

        var ((_, _, key, remedy), words) = (CauseOf(answer), WordsOf(answer));
        return remedy switch
        {
            LineRemedy.TryAgain => new Delivery.TryLater(words, answer.Wait ?? Breath),
            LineRemedy.StopWriting => new Delivery.ContactBlockedUs(key, words),
            LineRemedy.Repair => new Delivery.BadSettings($"{key}: {words}"),
            _ => new Delivery.Rejected(key, words),
        };
    }

    /// <summary>Why an account cannot be asked.</summary>
    public static Check.Fails FailureOf(Reply reply, string? refused = null) =>
        reply is Reply.Answer answer && answer.Body["message"].Text is not null
            ? new Check.Fails(CauseOf(answer) is { Remedy: LineRemedy.Repair } cause ? cause.Key : refused ?? CauseOf(answer).Key, WordsOf(answer))
            : reply.AsFailure();

    public static bool IsPassing(Reply.Answer answer) => (int)answer.Status is 401 or 429 or >= 500;

    /// <summary>Status and explanation in LINE's words, for whoever must find out.</summary>
    public static string WordsOf(Reply.Answer answer)
    {
        var details = string.Join("; ", answer.Body["details"].Items.Select(detail => $"{detail["property"].Text}: {detail["message"].Text}"));
        return $"({((int)answer.Status).ToString(CultureInfo.InvariantCulture)}) {answer.Body["message"].Text ?? "LINE gave no reason."} {details}".TrimEnd();
    }

    private static (int Status, string Words, string Key, LineRemedy Remedy) CauseOf(Reply.Answer answer)
    {
        var words = WordsOf(answer);
        return Causes.FirstOrDefault(cause => cause.Status == (int)answer.Status && words.Contains(cause.Words, StringComparison.OrdinalIgnoreCase)) is { Key: not null } cause
            ? cause
            : (0, "", Refused, LineRemedy.Refuse);
    }
}

internal enum LineRemedy
{
    /// <summary>Surely not taken: again after a pause.</summary>
    TryAgain,

    /// <summary>Never this message.</summary>
    Refuse,

    /// <summary>This contact cannot be written to.</summary>
    StopWriting,

    /// <summary>An administrator must mend something.</summary>
    Repair,
}
