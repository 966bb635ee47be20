using System.Globalization;
using System.Net;

namespace Relais.Server.Channels.LinkedIn;

/// <summary>What LinkedIn's refusals mean: <c>{status, serviceErrorCode, code, message}</c>, and the status decides.</summary>
internal static class LinkedInErrors
{
    public const string TokenInvalid = "token_invalid";
    public const string VersionOld = "version_old";
    public const string NothingToAnswer = "nothing_to_answer";

    private const string PermissionMissing = "permission_missing";
    private const string Gone = "gone";
    private const string Refused = "refused";

    /// <summary>A post of a moment ago is not known everywhere yet.</summary>
    private const int TriesUntilGone = 4;

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UntilTheQuotaIsNew = TimeSpan.FromMinutes(30);

    /// <summary>All codes that have a text, for those who check that it exists.</summary>
    public static IEnumerable<string> Keys => [TokenInvalid, VersionOld, PermissionMissing, Gone, Refused, NothingToAnswer, "api_unreachable", "no_answer", LinkedInAccount.NeedsHttps];

    public static Delivery DeliveryOf(Reply reply, int attempt)
    {
        if (reply is not Reply.Answer answer || answer.Succeeded || answer.Body["message"].Text is null) return reply.AsDelivery();

        var words = WordsOf(answer);
        return (int)answer.Status switch
        {
            401 => new Delivery.BadSettings($"{TokenInvalid}: {words}"),
            403 => new Delivery.BadSettings($"{PermissionMissing}: {words}"),
            404 when attempt < TriesUntilGone => new Delivery.TryLater(words, Breath),
            404 or 410 => new Delivery.Rejected(Gone, words),
            426 => new Delivery.BadSettings($"{VersionOld}: {words}"),
            429 => new Delivery.TryLater(words, answer.Wait ?? UntilTheQuotaIsNew),
            503 => new Delivery.TryLater(words, answer.Wait),
            >= 500 => new Delivery.Unknown(words),
            _ => new Delivery.Rejected(Refused, words),
        };
    }

    public static bool IsGone(Reply reply) => reply is Reply.Answer { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone } answer && answer.Body["message"].Text is not null;

    /// <summary>Why an account cannot be asked.</summary>
    public static Check.Fails FailureOf(Reply reply) => reply is Reply.Answer answer && answer.Body["message"].Text is not null
        ? new Check.Fails(
            answer.Status switch
            {
                HttpStatusCode.Unauthorized => TokenInvalid,
                HttpStatusCode.Forbidden => PermissionMissing,
                HttpStatusCode.UpgradeRequired => VersionOld,
                HttpStatusCode.NotFound => Gone,
                _ => Refused,
            },
            WordsOf(answer))
        : reply.AsFailure();

    public static string WordsOf(Reply.Answer answer) =>
        $"({((int)answer.Status).ToString(CultureInfo.InvariantCulture)}) {answer.Body["message"].Text ?? "LinkedIn gave no reason."}";
}
