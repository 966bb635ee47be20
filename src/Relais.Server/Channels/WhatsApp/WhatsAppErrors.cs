using System.Globalization;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>What Meta's error codes mean for an answer, and which text explains them.</summary>
internal static class WhatsAppErrors
{
    private static readonly Cause Refused = new("refused", Remedy.Refuse);
    private static readonly Cause NoPermission = new("permission_missing", Remedy.Repair);

    private static readonly Dictionary<int, Cause> Causes = new()
    {
        [4] = new("too_many_calls", Remedy.SlowDown),
        [80007] = new("too_many_calls", Remedy.SlowDown),
        [130429] = new("number_throughput", Remedy.SlowDown),
        [131056] = new("pair_limit", Remedy.SlowDown),
        [131048] = new("spam_limit", Remedy.SlowDown),
        [133016] = new("too_many_calls", Remedy.SlowDown),

        [1] = new("provider_fault", Remedy.TryOnceMore),
        [2] = new("provider_fault", Remedy.TryAgain),
        [131000] = new("provider_fault", Remedy.TryAgain),
        [131016] = new("provider_fault", Remedy.TryAgain),
        [131057] = new("maintenance", Remedy.TryAgain),
        [133004] = new("provider_fault", Remedy.TryAgain),

        [131047] = new("window_closed", Remedy.Refuse),

        [131026] = new("recipient_unreachable", Remedy.Refuse),
        [131021] = new("recipient_is_sender", Remedy.Refuse),
        [130497] = new("country_restricted", Remedy.Refuse),
        [131050] = new("opted_out", Remedy.StopWriting),
        [131049] = new("held_back", Remedy.Refuse),
        [130472] = new("held_back", Remedy.Refuse),
        [131062] = new("needs_phone_number", Remedy.Refuse),

        [100] = new("invalid_request", Remedy.Refuse),
        [131008] = new("invalid_request", Remedy.Refuse),
        [131009] = new("invalid_request", Remedy.Refuse),
        [131051] = new("type_unsupported", Remedy.Refuse),
        [131052] = new("media_refused", Remedy.Refuse),
        [131053] = new("media_refused", Remedy.Refuse),
        [132000] = new("template_variables", Remedy.Refuse),
        [132001] = new("template_unknown", Remedy.Refuse),
        [132005] = new("template_too_long", Remedy.Refuse),
        [132007] = new("template_policy", Remedy.Refuse),
        [132012] = new("template_variables", Remedy.Refuse),
        [132015] = new("template_paused", Remedy.Refuse),
        [132016] = new("template_disabled", Remedy.Refuse),
        [132068] = new("template_flow", Remedy.Refuse),
        [132069] = new("template_flow", Remedy.Refuse),

        [0] = new("token_invalid", Remedy.Repair),
        [190] = new("token_invalid", Remedy.Repair),
        [3] = NoPermission,
        [10] = NoPermission,
        [131005] = NoPermission,
        [33] = new("number_unknown", Remedy.Repair),
        [131031] = new("account_locked", Remedy.Repair),
        [131037] = new("name_not_approved", Remedy.Repair),
        [131042] = new("billing", Remedy.Repair),
        [131045] = new("not_registered", Remedy.Repair),
        [133010] = new("not_registered", Remedy.Repair),
        [368] = new("policy_violation", Remedy.Repair),
    };

    /// <summary>The template is paused, disabled or gone, or the account may send no more: not this customer's fault.</summary>
    private static readonly HashSet<string> OfAll =
    [
        "template_unknown", "template_policy", "template_paused", "template_disabled", "template_flow", WhatsAppRefusals.TemplateUnfillable,
        .. Causes.Values.Where(cause => cause.Remedy == Remedy.Repair || cause.Key == "spam_limit").Select(cause => cause.Key),
    ];

    /// <summary>All codes that have a text, for those who check that it exists.</summary>
    public static IEnumerable<string> Keys =>
        Causes.Values.Select(cause => cause.Key).Append(Refused.Key).Concat(WhatsAppAccount.Keys).Concat(WhatsAppRefusals.Keys).Distinct(StringComparer.Ordinal);

    public static bool ConcernsAll(string code) => OfAll.Contains(code);

    public static Cause CauseOf(GraphError error) =>
        !int.TryParse(error.Code, CultureInfo.InvariantCulture, out var code) ? Refused
        // "Object with this id does not exist": the number id in the settings is wrong, not the message.
        : code == 100 && error.ErrorSubcode == "33" ? Causes[33]
        : code is >= 200 and <= 299 ? NoPermission
        : Causes.GetValueOrDefault(code, Refused);

    public static bool IsKnown(GraphError error) => CauseOf(error) != Refused;

    /// <summary>Code and explanation in Meta's words, for whoever must find out.</summary>
    public static string WordsOf(GraphError error) =>
        $"({error.Code ?? "?"}) {error.ErrorData?.Details ?? error.Message ?? error.Title ?? "Meta gave no reason."}";

    /// <summary>What an answer becomes when Meta refuses it.</summary>
    /// <param name="attempt">Counts from 1.</param>
    /// <param name="after">How long Meta asks us to wait.</param>
    public static Delivery DeliveryOf(GraphError error, int attempt, TimeSpan? after)
    {
        var cause = CauseOf(error);
        var words = WordsOf(error);
        return cause.Remedy switch
        {
            Remedy.SlowDown => new Delivery.TryLater(words, after ?? PauseOf(cause, attempt)),
            Remedy.TryAgain => new Delivery.TryLater(words, after ?? PauseOf(cause, attempt)),
            Remedy.TryOnceMore when attempt <= 1 => new Delivery.TryLater(words, after),
            Remedy.StopWriting => new Delivery.ContactBlockedUs(cause.Key, words),
            Remedy.Repair => new Delivery.BadSettings($"{cause.Key}: {words}"),
            _ => new Delivery.Rejected(cause.Key, words),
        };
    }

    // Meta's advice for the limit per customer: 4^n seconds. The rest is long enough not to make it worse.
    private static TimeSpan? PauseOf(Cause cause, int attempt) => cause.Key switch
    {
        "pair_limit" => TimeSpan.FromSeconds(Math.Pow(4, Math.Clamp(attempt - 1, 0, 5))),
        "number_throughput" => TimeSpan.FromSeconds(2),
        "maintenance" => TimeSpan.FromMinutes(1),
        "spam_limit" => TimeSpan.FromMinutes(15),
        _ => null,
    };
}

/// <summary>Why something was refused.</summary>
/// <param name="Key">Has the texts <c>error.{key}</c> and <c>advice.{key}</c>.</param>
internal sealed record Cause(string Key, Remedy Remedy);

internal enum Remedy
{
    /// <summary>We were too fast.</summary>
    SlowDown,

    /// <summary>A passing fault.</summary>
    TryAgain,

    /// <summary>A fault that passes at once or not at all.</summary>
    TryOnceMore,

    /// <summary>Not this message, to this person, like this.</summary>
    Refuse,

    /// <summary>The customer wants no more of it.</summary>
    StopWriting,

    /// <summary>An administrator must mend the account.</summary>
    Repair,
}

/// <summary>What we refuse ourselves, because Meta surely would.</summary>
internal static class WhatsAppRefusals
{
    public const string NoAddress = "no_address";
    public const string TooManyFiles = "too_many_files";
    public const string CaptionTooLong = "caption_too_long";
    public const string NoCaptionHere = "no_caption_here";
    public const string StickerTooLarge = "sticker_too_large";
    public const string TemplateUnknown = "template_unknown";
    public const string TemplateVariables = "template_variables";
    public const string TemplateUnfillable = "template_unfillable";

    public static readonly string[] Keys =
        [NoAddress, TooManyFiles, CaptionTooLong, NoCaptionHere, StickerTooLarge, TemplateUnknown, TemplateVariables, TemplateUnfillable];
}
