using System.Globalization;
using System.Net;

namespace Relais.Server.Channels.TikTok;

/// <summary>What TikTok's refusals mean. It says 200 to nearly everything: only the code in the body tells, and sometimes its words.</summary>
internal static class TikTokErrors
{
    public const string ConsentEnded = "consent_ended";
    public const string NoAddress = "no_address";
    public const string TooManyFiles = "too_many_files";
    public const string NothingToAnswer = "nothing_to_answer";
    public const string FileTooLarge = "file_too_large";

    private const string TokenInvalid = "token_invalid";
    private const string PermissionMissing = "permission_missing";
    private const string TooFast = "too_fast";
    private const string WindowClosed = "window_closed";
    private const string ContactBlocked = "contact_blocked";

    private const int Gone = 40007;
    private const int MessageRules = 40064;
    private const int Throttled = 40100;

    /// <summary>TikTok's own faults begin here: whether it took what it was sent, they do not say.</summary>
    private const int FirstFault = 50000;

    /// <summary>Who asked too often in a minute is heard again after five.</summary>
    private static readonly TimeSpan UntilHeardAgain = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(1);

    private static readonly TikTokCause Refused = new("refused", TikTokRemedy.Refuse);
    private static readonly TikTokCause AccessRefused = new("access_refused", TikTokRemedy.Repair);
    private static readonly TikTokCause Fault = new("provider_fault", TikTokRemedy.Doubt);

    /// <summary>The first words that occur decide. https://business-api.tiktok.com/portal/docs?id=1737172488964097</summary>
    private static readonly (int Code, string Words, TikTokCause Cause)[] Causes =
    [
        (40001, "", new(PermissionMissing, TikTokRemedy.Repair)),
        (40130, "", new(PermissionMissing, TikTokRemedy.Repair)),
        (40002, "", new("invalid_request", TikTokRemedy.Refuse)),
        (Gone, "", new("gone", TikTokRemedy.Refuse)),
        (MessageRules, "too fast", new(TooFast, TikTokRemedy.TryAgain)),
        (MessageRules, "frequent", new(TooFast, TikTokRemedy.TryAgain)),
        (MessageRules, "48", new(WindowClosed, TikTokRemedy.Refuse)),
        (MessageRules, "window", new(WindowClosed, TikTokRemedy.Refuse)),
        (MessageRules, "blocked you", new(ContactBlocked, TikTokRemedy.StopWriting)),
        (MessageRules, "has blocked", new(ContactBlocked, TikTokRemedy.StopWriting)),
        (MessageRules, "", new("message_rules", TikTokRemedy.Refuse)),
        (Throttled, "", new(TooFast, TikTokRemedy.TryAgain)),
        (40102, "", new(TokenInvalid, TikTokRemedy.Repair)),
        (40104, "", new(TokenInvalid, TikTokRemedy.Repair)),
        (40105, "", new(TokenInvalid, TikTokRemedy.Repair)),
        (40908, "", new("file_refused", TikTokRemedy.Refuse)),
        (51065, "", new("provider_busy", TikTokRemedy.TryAgain)),
    ];

    /// <summary>All codes that have a text, for those who check that it exists.</summary>
    public static IEnumerable<string> Keys =>
    [
        .. Causes.Select(cause => cause.Cause.Key).Distinct(StringComparer.Ordinal), Refused.Key, AccessRefused.Key, Fault.Key, ConsentEnded, NoAddress, TooManyFiles, NothingToAnswer,
        FileTooLarge, "api_unreachable", "no_answer", TikTokAccount.NeedsHttps, TikTokAccount.WebhookElsewhere, TikTokReader.Revoked,
    ];

    /// <summary>What TikTok gave; nothing where it gave nothing.</summary>
    public static LooseJson DataOf(Reply reply) => IsOk(reply) ? ((Reply.Answer)reply).Body["data"] : default;

    public static bool IsOk(Reply reply) => reply is Reply.Answer { Succeeded: true } answer && CodeOf(answer) == 0;

    public static bool IsTokenRefused(Reply reply) =>
        reply is Reply.Answer answer && (answer.Status == HttpStatusCode.Unauthorized || (CodeOf(answer) is { } code && code != 0 && CauseOf(code, answer).Key == TokenInvalid));

    public static bool IsGone(Reply reply) => reply is Reply.Answer answer && CodeOf(answer) == Gone;

    /// <summary>What an answer of ours becomes that TikTok did not take.</summary>
    /// <param name="reply">What TikTok said.</param>
    /// <param name="mayRepeat">Whether what TikTok asks to be repeated is; of a comment nobody could take the second away unseen.</param>
    public static Delivery DeliveryOf(Reply reply, bool mayRepeat = true)
    {
        if (reply is not Reply.Answer answer || CodeOf(answer) is not { } code || code == 0) return reply.AsDelivery();

        var (cause, words) = (CauseOf(code, answer), WordsOf(answer));
        return cause.Remedy switch
        {
            TikTokRemedy.TryAgain when code < FirstFault => new Delivery.TryLater(words, answer.Wait ?? (code == Throttled ? UntilHeardAgain : Breath)),
            TikTokRemedy.TryAgain when mayRepeat => new Delivery.TryLater(words, answer.Wait),
            TikTokRemedy.TryAgain or TikTokRemedy.Doubt => new Delivery.Unknown(words),
            TikTokRemedy.StopWriting => new Delivery.ContactBlockedUs(cause.Key, words),
            TikTokRemedy.Repair => new Delivery.BadSettings($"{cause.Key}: {words}"),
            _ => new Delivery.Rejected(cause.Key, words),
        };
    }

    /// <summary>What became of something that comes before the message: nothing was sent, whatever happened.</summary>
    public static Delivery BeforeSending(Reply reply) => DeliveryOf(reply) is Delivery.Unknown unknown ? new Delivery.TryLater(unknown.Reason) : DeliveryOf(reply);

    /// <summary>Why an account cannot be asked.</summary>
    public static Check.Fails FailureOf(Reply reply) =>
        reply is Reply.Answer answer && CodeOf(answer) is { } code && code != 0 ? new Check.Fails(CauseOf(code, answer).Key, WordsOf(answer)) : reply.AsFailure();

    /// <summary>Whether it may go better another time.</summary>
    public static bool IsPassing(Reply reply) => reply is not Reply.Answer answer || CodeOf(answer) is not { } code
        || (code != 0 && CauseOf(code, answer).Remedy is TikTokRemedy.TryAgain or TikTokRemedy.Doubt or TikTokRemedy.Repair);

    /// <summary>Without a token nothing is asked: what came of getting one says whether it is worth coming again.</summary>
    public static Reply WithoutToken(Reply failure) => failure switch
    {
        Reply.Answer answer when CodeOf(answer) is { } code && code < FirstFault && code != Throttled => new Reply.BadSettings(ConsentEnded, WordsOf(answer)),
        Reply.Answer answer => new Reply.NeverLeft(WordsOf(answer)),
        Reply.Lost lost => new Reply.NeverLeft(lost.Reason),
        _ => failure,
    };

    private static string WordsOf(Reply.Answer answer) => answer.Body["message"].Text is { Length: > 0 } words ? $"({answer.Body["code"].Text}) {words}" : answer.StatusWords;

    private static int? CodeOf(Reply.Answer answer) => int.TryParse(answer.Body["code"].Text, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static TikTokCause CauseOf(int code, Reply.Answer answer) =>
        Causes.FirstOrDefault(known => known.Code == code && WordsOf(answer).Contains(known.Words, StringComparison.OrdinalIgnoreCase)).Cause
        ?? (code >= FirstFault ? Fault : code / 100 == Throttled / 100 ? AccessRefused : Refused);
}

/// <summary>Why something was refused.</summary>
/// <param name="Key">Has the texts <c>error.{key}</c> and <c>advice.{key}</c>.</param>
internal sealed record TikTokCause(string Key, TikTokRemedy Remedy);

internal enum TikTokRemedy
{
    /// <summary>Not taken: again after a pause.</summary>
    TryAgain,

    /// <summary>Nobody knows whether it was taken.</summary>
    Doubt,

    /// <summary>Never this message.</summary>
    Refuse,

    /// <summary>This contact cannot be written to.</summary>
    StopWriting,

    /// <summary>An administrator must mend something.</summary>
    Repair,
}
