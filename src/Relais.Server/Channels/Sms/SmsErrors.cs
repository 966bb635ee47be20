using System.Globalization;

namespace Relais.Server.Channels.Sms;

/// <summary>What Twilio's error codes mean for an answer. https://www.twilio.com/docs/api/errors</summary>
internal static class SmsErrors
{
    public const string MediaNotPublic = "media_not_public";
    public const string NoAddress = "no_address";

    private static readonly SmsCause Refused = new("refused", SmsRemedy.Refuse);

    private static readonly Dictionary<int, SmsCause> Causes = new()
    {
        [20429] = new("too_fast", SmsRemedy.TryAgain),
        [14107] = new("too_fast", SmsRemedy.TryAgain),
        [21611] = new("queue_full", SmsRemedy.TryAgain),
        [30001] = new("queue_full", SmsRemedy.TryAgain),

        [21610] = new("opted_out", SmsRemedy.StopWriting),

        [21211] = new("number_invalid", SmsRemedy.Refuse),
        [21214] = new("number_invalid", SmsRemedy.Refuse),
        [21217] = new("number_invalid", SmsRemedy.Refuse),
        [21265] = new("number_invalid", SmsRemedy.Refuse),
        [21266] = new("number_invalid", SmsRemedy.Refuse),
        [21612] = new("number_unreachable", SmsRemedy.Refuse),
        [21614] = new("number_no_mobile", SmsRemedy.Refuse),
        [21608] = new("number_unverified", SmsRemedy.Refuse),
        [21408] = new("country_not_allowed", SmsRemedy.Refuse),
        [21617] = new("too_long", SmsRemedy.Refuse),
        [21605] = new("too_long", SmsRemedy.Refuse),
        [21620] = new("media_refused", SmsRemedy.Refuse),
        [21623] = new("media_refused", SmsRemedy.Refuse),
        [12300] = new("media_refused", SmsRemedy.Refuse),
        [30003] = new("handset_unreachable", SmsRemedy.Refuse),
        [30004] = new("blocked_by_carrier", SmsRemedy.Refuse),
        [30005] = new("handset_unknown", SmsRemedy.Refuse),
        [30006] = new("number_no_mobile", SmsRemedy.Refuse),
        [30007] = new("filtered", SmsRemedy.Refuse),
        [30008] = new("carrier_fault", SmsRemedy.Refuse),
        [30022] = new("registration_cap", SmsRemedy.Refuse),
        [30023] = new("registration_cap", SmsRemedy.Refuse),
        [63016] = new("window_closed", SmsRemedy.Refuse),

        [20003] = new("token_invalid", SmsRemedy.Repair),
        [20005] = new("account_suspended", SmsRemedy.Repair),
        [30002] = new("account_suspended", SmsRemedy.Repair),
        [21212] = new("sender_invalid", SmsRemedy.Repair),
        [21603] = new("sender_invalid", SmsRemedy.Repair),
        [21606] = new("sender_invalid", SmsRemedy.Repair),
        [21659] = new("sender_invalid", SmsRemedy.Repair),
        [21660] = new("sender_invalid", SmsRemedy.Repair),
        [21701] = new("sender_invalid", SmsRemedy.Repair),
        [21703] = new("sender_invalid", SmsRemedy.Repair),
        [30032] = new("sender_unregistered", SmsRemedy.Repair),
        [30034] = new("sender_unregistered", SmsRemedy.Repair),
    };

    /// <summary>All codes that have a text, for those who check that it exists.</summary>
    public static IEnumerable<string> Keys =>
    [
        .. Causes.Values.Select(cause => cause.Key).Distinct(StringComparer.Ordinal), Refused.Key, MediaNotPublic, NoAddress, "api_unreachable", "no_answer",
        SmsAccount.NeedsPublicAddress, SmsAccount.NumberUnknown,
    ];

    public static SmsCause CauseOf(string? code) => int.TryParse(code, CultureInfo.InvariantCulture, out var known) ? Causes.GetValueOrDefault(known, Refused) : Refused;

    /// <summary>Code and explanation in Twilio's words, for whoever must find out.</summary>
    public static string WordsOf(string? code, string? words) => $"({code ?? "?"}) {words ?? "Twilio gave no reason."}";

    /// <summary>What an answer becomes when Twilio refuses it; null when it did not say why in words of its own.</summary>
    public static Delivery? DeliveryOf(Reply.Answer answer)
    {
        if (answer.Succeeded || (int)answer.Status >= 500 || answer.Body["code"].Text is not { } code) return null;

        var (cause, words) = (CauseOf(code), WordsOf(code, answer.Body["message"].Text));
        return cause.Remedy switch
        {
            SmsRemedy.TryAgain => new Delivery.TryLater(words, answer.Wait ?? (cause.Key == "queue_full" ? TimeSpan.FromMinutes(1) : null)),
            SmsRemedy.StopWriting => new Delivery.ContactBlockedUs(cause.Key, words),
            SmsRemedy.Repair => new Delivery.BadSettings($"{cause.Key}: {words}"),
            _ when (int)answer.Status == 401 => new Delivery.BadSettings($"token_invalid: {words}"),
            _ when (int)answer.Status == 429 => new Delivery.TryLater(words, answer.Wait),
            _ => new Delivery.Rejected(cause.Key, words),
        };
    }
}

/// <summary>Why something was refused.</summary>
/// <param name="Key">Has the texts <c>error.{key}</c> and <c>advice.{key}</c>.</param>
internal sealed record SmsCause(string Key, SmsRemedy Remedy);

internal enum SmsRemedy
{
    /// <summary>Surely not taken: again after a pause.</summary>
    TryAgain,

    /// <summary>Never this message.</summary>
    Refuse,

    /// <summary>This person wants none.</summary>
    StopWriting,

    /// <summary>An administrator must mend something.</summary>
    Repair,
}
