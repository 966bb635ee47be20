using System.Globalization;
using System.Net;

namespace Relais.Server.Channels.X;

/// <summary>What X's refusals mean for an answer. It has statuses, kinds of problem and words: <c>{title, detail, type}</c>.</summary>
internal static class XErrors
{
    public const string TokenInvalid = "token_invalid";
    public const string NoAddress = "no_address";
    public const string TooManyFiles = "too_many_files";
    public const string NothingToAnswer = "nothing_to_answer";
    public const string PostTooLong = "post_too_long";
    public const string FileTooLarge = "file_too_large";
    public const string FileRefused = "file_refused";

    private const string Refused = "refused";

    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <summary>The first words that occur decide; those without words are the rest of their status.</summary>
    private static readonly (int Status, string Words, string Key, XRemedy Remedy)[] Causes =
    [
        (401, "", TokenInvalid, XRemedy.Repair),
        (403, "verify your credentials", TokenInvalid, XRemedy.Repair),
        (402, "", "credits_used_up", XRemedy.Repair),
        (403, "usage-capped", "credits_used_up", XRemedy.Repair),
        (429, "usage-capped", "credits_used_up", XRemedy.Repair),
        (429, "", "too_fast", XRemedy.TryAgain),
        (403, "oauth1-permissions", "permissions_missing", XRemedy.Repair),
        (403, "client-forbidden", "app_forbidden", XRemedy.Repair),
        (403, "client-not-enrolled", "app_forbidden", XRemedy.Repair),
        (403, "your account is suspended", "account_suspended", XRemedy.Repair),
        (403, "account is temporarily locked", "account_locked", XRemedy.Repair),
        (403, "permission to dm", "dm_closed", XRemedy.StopWriting),
        (403, "cannot send messages to", "dm_closed", XRemedy.StopWriting),
        (403, "mentioned or otherwise engaged", "not_mentioned", XRemedy.Refuse),
        (403, "not allowed to reply", "not_mentioned", XRemedy.Refuse),
        (403, "duplicate", "duplicate", XRemedy.Refuse),
        (404, "", "unknown_contact", XRemedy.StopWriting),
        (400, "media", FileRefused, XRemedy.Refuse),
        (400, "too long", "too_long", XRemedy.Refuse),
        (413, "", FileTooLarge, XRemedy.Refuse),
    ];

    /// <summary>All codes that have a text, for those who check that it exists.</summary>
    public static IEnumerable<string> Keys =>
    [
        .. Causes.Select(cause => cause.Key).Distinct(StringComparer.Ordinal), Refused, NoAddress, NothingToAnswer, PostTooLong, TooManyFiles, "api_unreachable", "no_answer",
        XAccount.NeedsHttps, XAccount.WebhookRefused, XAccount.WebhookLimit, XAccount.SecretWrong, XAccount.SubscriptionRefused, XReader.Revoked,
    ];

    /// <summary>What an answer becomes when X refuses it; null when it did not say why in words of its own.</summary>
    public static Delivery? DeliveryOf(Reply.Answer answer, DateTimeOffset now)
    {
        if (answer.Succeeded || (int)answer.Status >= 500 || !HasWords(answer)) return null;

        var ((_, _, key, remedy), words) = (CauseOf(answer), WordsOf(answer));
        return remedy switch
        {
            XRemedy.TryAgain => new Delivery.TryLater(words, WaitOf(answer, now)),
            XRemedy.StopWriting => new Delivery.ContactBlockedUs(key, words),
            XRemedy.Repair => new Delivery.BadSettings($"{key}: {words}"),
            _ => new Delivery.Rejected(key, words),
        };
    }

    /// <summary>What became of something that comes before the message: nothing was sent, whatever happened.</summary>
    public static Delivery BeforeSending(Reply reply, DateTimeOffset now) =>
        (reply is Reply.Answer answer ? DeliveryOf(answer, now) : null) ?? reply.AsDelivery() switch
        {
            Delivery.Unknown unknown => new Delivery.TryLater(unknown.Reason),
            var ending => ending,
        };

    /// <summary>Why an account cannot be asked.</summary>
    public static Check.Fails FailureOf(Reply reply, string? refused = null) =>
        reply is Reply.Answer answer && HasWords(answer)
            ? new Check.Fails(CauseOf(answer) is { Remedy: XRemedy.Repair } cause ? cause.Key : refused ?? CauseOf(answer).Key, WordsOf(answer))
            : reply.AsFailure();

    public static bool IsGone(Reply reply) => reply is Reply.Answer { Status: HttpStatusCode.NotFound } answer && HasWords(answer);

    public static bool IsPassing(Reply.Answer answer) => (int)answer.Status is 401 or 402 or 403 or 429 or >= 500;

    /// <summary>X says when it will listen again: an instant, where others give a time to wait.</summary>
    public static TimeSpan WaitOf(Reply.Answer answer, DateTimeOffset now)
    {
        var reset = answer.Headers.TryGetValues("x-rate-limit-reset", out var values) && long.TryParse(values.First(), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) - now
            : answer.Wait ?? Breath;
        return reset < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : reset > LongestWait ? LongestWait : reset;
    }

    /// <summary>Status and explanation in X's words, for whoever must find out.</summary>
    public static string WordsOf(Reply.Answer answer)
    {
        var said = string.Join("; ", AllWords(answer).Distinct(StringComparer.Ordinal));
        return $"({((int)answer.Status).ToString(CultureInfo.InvariantCulture)}) {(said.Length > 0 ? said : "X gave no reason.")}";
    }

    private static bool HasWords(Reply.Answer answer) => AllWords(answer).Any();

    private static IEnumerable<string> AllWords(Reply.Answer answer) =>
        new[] { answer.Body["title"].Text, answer.Body["detail"].Text, answer.Body["type"].Text is { } type ? type.Split('/')[^1] : null }
            .Concat(answer.Body["errors"].Items.Select(error => error["message"].Text ?? error["detail"].Text))
            .OfType<string>().Where(words => words.Length > 0);

    private static (int Status, string Words, string Key, XRemedy Remedy) CauseOf(Reply.Answer answer)
    {
        var words = WordsOf(answer);
        return Causes.FirstOrDefault(cause => cause.Status == (int)answer.Status && words.Contains(cause.Words, StringComparison.OrdinalIgnoreCase)) is { Key: not null } cause
            ? cause
            : (0, "", Refused, XRemedy.Refuse);
    }
}

internal enum XRemedy
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
