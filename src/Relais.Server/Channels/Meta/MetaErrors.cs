using System.Globalization;
using System.Net;

namespace Relais.Server.Channels.Meta;

/// <summary>
/// What the refusals of Meta's messaging mean for an answer: <c>{error{code, error_subcode, message}}</c>. The finer code decides
/// where it is known. https://developers.facebook.com/docs/messenger-platform/error-codes
/// </summary>
internal static class MetaErrors
{
    public const string MediaNotPublic = "media_not_public";
    public const string NoAddress = "no_address";
    public const string TokenInvalid = "token_invalid";
    public const string TooLong = "too_long";
    public const string TooManyFiles = "too_many_files";
    public const string WindowClosed = "window_closed";

    private static readonly MetaCause Refused = new("refused", MetaRemedy.Refuse);
    private static readonly MetaCause NoPermission = new("permission_missing", MetaRemedy.Repair);
    private static readonly MetaCause Throttle = new("too_many_calls", MetaRemedy.SlowDown);
    private static readonly MetaCause Fault = new("provider_fault", MetaRemedy.TryAgain);
    private static readonly MetaCause Closed = new(WindowClosed, MetaRemedy.Refuse);
    private static readonly MetaCause Unreachable = new("person_unavailable", MetaRemedy.StopWriting);
    private static readonly MetaCause Unknown = new("person_unknown", MetaRemedy.Refuse);
    private static readonly MetaCause Media = new("media_refused", MetaRemedy.Refuse);
    private static readonly MetaCause Restricted = new("restricted", MetaRemedy.Pause);

    private static readonly Dictionary<int, MetaCause> Finer = new()
    {
        [2018278] = Closed,
        [2534022] = Closed,
        [1893063] = Restricted,
        [2534122] = Restricted,
        [1545041] = Unreachable,
        [2534029] = Unreachable,
        [2018001] = Unknown,
        [2534014] = Unknown,
        [2534040] = Throttle,
        [2018108] = NoPermission,
        [2534041] = new("messages_off", MetaRemedy.Repair),
        [2018007] = Media,
        [2018008] = Media,
        [2018047] = Media,
        [2018109] = Media,
        [2018294] = Media,
        [2534068] = Media,
        [33] = new("account_unknown", MetaRemedy.Repair),
    };

    private static readonly Dictionary<int, MetaCause> Causes = new()
    {
        // 1/1357046 has come although the message was sent.
        [1] = new("provider_fault", MetaRemedy.Doubt),
        [2] = Fault,
        [1200] = Fault,
        [4] = Throttle,
        [17] = Throttle,
        [32] = Throttle,
        [613] = Throttle,
        [3] = NoPermission,
        [10] = NoPermission,
        [100] = new("invalid_request", MetaRemedy.Refuse),
        [190] = new(TokenInvalid, MetaRemedy.Repair),
        [210] = new("token_of_person", MetaRemedy.Repair),
        [368] = new("policy_violation", MetaRemedy.Repair),
        [551] = Unreachable,
    };

    /// <summary>All codes that have a text, for those who check that it exists.</summary>
    public static IEnumerable<string> Keys => Causes.Values.Concat(Finer.Values).Select(cause => cause.Key)
        .Concat([Refused.Key, NoAddress, TooManyFiles, "api_unreachable", "no_answer"]).Distinct(StringComparer.Ordinal);

    public static bool IsOne(Reply reply) => reply is Reply.Answer answer && answer.Body["error"].IsObject;

    public static bool IsWindowClosed(Reply reply) => reply is Reply.Answer answer && IsOne(reply) && CauseOf(answer).Key == WindowClosed;

    /// <summary>Whether Meta knows nothing of that id, or shows nothing of it.</summary>
    public static bool IsUnknown(Reply reply) => reply is Reply.Answer answer && Code(answer, "code") == 100 && Code(answer, "error_subcode") == 33;

    /// <summary>What became of an answer that was not taken.</summary>
    public static Delivery DeliveryOf(Reply reply, int attempt)
    {
        if (reply is not Reply.Answer answer || !IsOne(answer)) return reply.AsDelivery();

        var (cause, words) = (CauseOf(answer), WordsOf(answer));
        return cause.Remedy switch
        {
            MetaRemedy.TryAgain => new Delivery.TryLater(words, answer.Wait),
            MetaRemedy.SlowDown => new Delivery.TryLater(words, answer.Wait ?? Growing(1, 30, attempt)),
            MetaRemedy.Pause => new Delivery.TryLater(words, answer.Wait ?? Growing(30, 240, attempt)),
            MetaRemedy.StopWriting => new Delivery.ContactBlockedUs(cause.Key, words),
            MetaRemedy.Repair => new Delivery.BadSettings($"{cause.Key}: {words}"),
            MetaRemedy.Doubt => new Delivery.Unknown(words),
            // Of a fault it does not name, Meta may say nothing of whether the message left.
            _ when cause == Refused && answer.Status >= HttpStatusCode.InternalServerError =>
                answer.Body["error"]["is_transient"].IsTrue ? new Delivery.TryLater(words, answer.Wait) : new Delivery.Unknown(words),
            _ when cause == Refused && answer.Status == HttpStatusCode.TooManyRequests => new Delivery.TryLater(words, answer.Wait),
            _ => new Delivery.Rejected(cause.Key, words),
        };
    }

    /// <summary>Before anything was sent: whatever was not refused for good may be tried again.</summary>
    public static Delivery BeforeSending(Reply reply, int attempt)
    {
        var delivery = DeliveryOf(reply, attempt);
        return delivery is Delivery.Unknown unknown ? new Delivery.TryLater(unknown.Reason) : delivery;
    }

    /// <summary>Why an account cannot be asked.</summary>
    public static Check.Fails FailureOf(Reply reply) =>
        reply is Reply.Answer answer && IsOne(answer) ? new Check.Fails(CauseOf(answer).Key, WordsOf(answer)) : reply.AsFailure();

    /// <summary>Why Meta did not do something, in its words; null when it did.</summary>
    public static string? WhyNot(Reply reply) => reply is Reply.Answer { Succeeded: true } ? null : FailureOf(reply).Reason;

    /// <summary>Why there is no file.</summary>
    public static Fetched FetchedOf(Reply reply) => reply is Reply.Answer answer && IsOne(answer)
        ? Code(answer, "code") == 100 ? new Fetched.Gone(WordsOf(answer)) : new Fetched.TryLater(WordsOf(answer), answer.Wait)
        : reply is Reply.BadSettings bad ? new Fetched.TryLater(bad.Reason) : reply.AsFetched();

    /// <summary>Why nobody is introduced: asked for a person, Meta calls the object unknown or the permission missing where he tells nothing.</summary>
    public static Introduced IntroducedOf(Reply reply) => BeforeSending(reply, attempt: 1) switch
    {
        Delivery.TryLater later => new Introduced.TryLater(later.Reason, later.After),
        Delivery.BadSettings bad when reply is not Reply.Answer answer || !IsOne(answer) || CauseOf(answer).Key == TokenInvalid => new Introduced.TryLater(bad.Reason),
        Delivery.BadSettings bad => new Introduced.Nobody(bad.Reason),
        Delivery.ContactBlockedUs blocked => new Introduced.Nobody(blocked.Reason),
        Delivery.Rejected rejected => new Introduced.Nobody(rejected.Reason),
        _ => throw new InvalidOperationException("An ending without a name."),
    };

    /// <summary>Why a post is not shown.</summary>
    public static ShownPost ShownOf(Reply reply) => FetchedOf(reply) switch
    {
        Fetched.TryLater later => new ShownPost.TryLater(later.Reason, later.After),
        Fetched.Gone gone => new ShownPost.Gone(gone.Reason),
        _ => throw new InvalidOperationException("An ending without a name."),
    };

    /// <summary>Codes and explanation in Meta's words, for whoever must find out.</summary>
    private static string WordsOf(Reply.Answer answer)
    {
        var error = answer.Body["error"];
        var finer = error["error_subcode"].Text is { } subcode ? $"/{subcode}" : "";
        return $"({error["code"].Text ?? "?"}{finer}) {error["message"].Text ?? "Meta gave no reason."}";
    }

    private static MetaCause CauseOf(Reply.Answer answer) =>
        Code(answer, "error_subcode") is { } finer && Finer.TryGetValue(finer, out var cause) ? cause
        : Code(answer, "code") is not { } code ? Refused
        : Causes.TryGetValue(code, out cause) ? cause
        : code is >= 200 and <= 299 ? NoPermission
        : Refused;

    private static int? Code(Reply.Answer answer, string name) =>
        int.TryParse(answer.Body["error"][name].Text, CultureInfo.InvariantCulture, out var code) ? code : null;

    /// <summary>Minutes, doubled each time: sooner makes it worse.</summary>
    private static TimeSpan Growing(double first, double most, int attempt) => TimeSpan.FromMinutes(Math.Min(most, first * Math.Pow(2, Math.Max(0, attempt - 1))));
}

/// <summary>Why something was refused.</summary>
/// <param name="Key">Has the texts <c>error.{key}</c> and <c>advice.{key}</c>.</param>
internal sealed record MetaCause(string Key, MetaRemedy Remedy);

internal enum MetaRemedy
{
    /// <summary>A passing fault.</summary>
    TryAgain,

    /// <summary>We were too fast.</summary>
    SlowDown,

    /// <summary>Meta holds the account back for a while.</summary>
    Pause,

    /// <summary>Not this message, to this person, like this.</summary>
    Refuse,

    /// <summary>The person cannot or will not be written to.</summary>
    StopWriting,

    /// <summary>An administrator must mend the account.</summary>
    Repair,

    /// <summary>It may have been sent all the same.</summary>
    Doubt,
}
