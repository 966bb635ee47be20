using System.Globalization;

namespace Relais.Server.Channels.Viber;

/// <summary>
/// What Viber's refusals mean for an answer. It says 200 to everything: only the status in the body tells.
/// https://developers.viber.com/docs/api/rest-bot-api/#error-codes
/// </summary>
internal static class ViberErrors
{
    public const string TokenInvalid = "token_invalid";
    public const string NoAddress = "no_address";
    public const string TooLong = "too_long";
    public const string TooManyFiles = "too_many_files";
    public const string FileForbidden = "file_forbidden";
    public const string MediaNotPublic = "media_not_public";

    /// <summary>Viber took the message, and could not bring it after all.</summary>
    public const string Undelivered = "undelivered";

    private const int Ok = 0;
    private const int InvalidUrl = 1;

    private static readonly ViberCause Refused = new("refused", ViberRemedy.Refuse);

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<int, ViberCause> Causes = new()
    {
        [2] = new(TokenInvalid, ViberRemedy.Repair),
        [5] = new("not_on_viber", ViberRemedy.StopWriting),
        [6] = new("not_subscribed", ViberRemedy.StopWriting),
        [7] = new("account_blocked", ViberRemedy.Repair),
        [8] = new("not_a_bot", ViberRemedy.Repair),
        [9] = new("suspended", ViberRemedy.Repair),
        [10] = new("webhook_missing", ViberRemedy.Repair),
        [11] = new("device_too_old", ViberRemedy.Refuse),
        [12] = new("too_fast", ViberRemedy.TryAgain),
        [13] = new("device_too_old", ViberRemedy.Refuse),
        [15] = new("not_authorised", ViberRemedy.Repair),
        [21] = new("country_excluded", ViberRemedy.Refuse),
        // Only what is written a day after the customer's last words counts: everybody else can still be answered.
        [23] = new("free_messages_used_up", ViberRemedy.Refuse),
        [24] = new("no_balance", ViberRemedy.Repair),
    };

    /// <summary>All codes that have a text, for those who check that it exists.</summary>
    public static IEnumerable<string> Keys =>
    [
        .. Causes.Values.Select(cause => cause.Key).Distinct(StringComparer.Ordinal), Refused.Key, NoAddress, TooLong, TooManyFiles, FileForbidden, MediaNotPublic,
        Undelivered, "api_unreachable", "no_answer", ViberAccount.NeedsHttps, ViberAccount.WebhookRefused,
    ];

    public static bool IsOk(Reply.Answer answer) => answer.Succeeded && StatusOf(answer) == Ok;

    /// <summary>What an answer becomes when Viber refuses it; null when it did not say why in words of its own.</summary>
    public static Delivery? DeliveryOf(Reply.Answer answer)
    {
        if (!answer.Succeeded || StatusOf(answer) is not { } status || status == Ok) return null;

        var (cause, words) = (CauseOf(status), WordsOf(answer));
        return cause.Remedy switch
        {
            ViberRemedy.TryAgain => new Delivery.TryLater(words, answer.Wait ?? Breath),
            ViberRemedy.StopWriting => new Delivery.ContactBlockedUs(cause.Key, words),
            ViberRemedy.Repair => new Delivery.BadSettings($"{cause.Key}: {words}"),
            _ => new Delivery.Rejected(cause.Key, words),
        };
    }

    /// <summary>Why an account cannot be asked, or a door not be told.</summary>
    public static Check.Fails FailureOf(Reply reply) => reply is Reply.Answer { Succeeded: true } answer && StatusOf(answer) is { } status && status != Ok
        ? new Check.Fails(status == InvalidUrl ? ViberAccount.WebhookRefused : CauseOf(status).Key, WordsOf(answer))
        : reply.AsFailure();

    /// <summary>Status and explanation in Viber's words, for whoever must find out.</summary>
    private static string WordsOf(Reply.Answer answer) => $"({answer.Body["status"].Text}) {answer.Body["status_message"].Text ?? "Viber gave no reason."}";

    private static int? StatusOf(Reply.Answer answer) =>
        int.TryParse(answer.Body["status"].Text, CultureInfo.InvariantCulture, out var status) ? status : null;

    private static ViberCause CauseOf(int status) => Causes.GetValueOrDefault(status, Refused);
}

/// <summary>Why something was refused.</summary>
/// <param name="Key">Has the texts <c>error.{key}</c> and <c>advice.{key}</c>.</param>
internal sealed record ViberCause(string Key, ViberRemedy Remedy);

internal enum ViberRemedy
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
