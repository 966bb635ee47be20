namespace Relais.Server.Channels.WhatsApp;

/// <summary>
/// What Meta tells of the account and of the number. A problem begins with the code that has a text
/// (<c>error.{code}</c>), then Meta's own words.
/// </summary>
internal static class WhatsAppAccount
{
    public static readonly string[] Keys = ["api_unreachable", "account_unknown", "account_disabled", "account_restricted", "account_violation", "quality_low"];

    public static IEnumerable<Inbound> Read(string field, ChangeValue value, DateTimeOffset at) => (field, value.Event) switch
    {
        ("account_update", "DISABLED_UPDATE") when value.BanInfo?.WabaBanState == "REINSTATE" => [Well(at)],
        ("account_update", "DISABLED_UPDATE" or "ACCOUNT_DELETED" or "PARTNER_REMOVED" or "PARTNER_APP_UNINSTALLED") =>
            [Problem("account_disabled", at, value.Event, value.BanInfo?.WabaBanState, value.BanInfo?.WabaBanDate)],
        ("account_update", "ACCOUNT_RESTRICTION") =>
            [Problem("account_restricted", at, [.. (value.RestrictionInfo ?? []).Select(it => $"{it.RestrictionType} {it.Expiration}".Trim())])],
        ("account_update", "ACCOUNT_VIOLATION") => [Problem("account_violation", at, value.ViolationInfo?.ViolationType)],
        ("account_update", "VERIFIED_ACCOUNT" or "ACCOUNT_RECONNECTED" or "PARTNER_APP_INSTALLED") => [Well(at)],
        ("phone_number_quality_update", "FLAGGED") => [Problem("quality_low", at, value.DisplayPhoneNumber)],
        ("phone_number_quality_update", "UNFLAGGED") => [Well(at)],
        _ => [],
    };

    /// <summary>Errors that an administrator must mend; all others concern one message.</summary>
    public static IEnumerable<Inbound> Problems(IReadOnlyList<GraphError>? errors, DateTimeOffset at) =>
        from error in errors ?? []
        let cause = WhatsAppErrors.CauseOf(error)
        where cause.Remedy == Remedy.Repair
        select Problem(cause.Key, at, WhatsAppErrors.WordsOf(error));

    private static AccountIn Well(DateTimeOffset at) => new(null, at);

    private static AccountIn Problem(string code, DateTimeOffset at, params string?[] words) =>
        new($"{code}: {string.Join(' ', words.OfType<string>())}", at);
}
