using Relais.Server.Persistence;

namespace Relais.Server.Channels.Messenger;

/// <summary>
/// What an anonymous visitor must answer before his first message. Signed-in customers are never asked, nor is anybody who has
/// written before.
/// </summary>
internal static class FirstAnswers
{
    /// <summary>Null where nothing is asked of him.</summary>
    /// <exception cref="Domain.Shared.RuleViolation"><c>prechat.answer.…</c></exception>
    public static async Task<IReadOnlyList<PreChatAnswer>?> Read(Visit visit, IReadOnlyDictionary<string, string?>? told, HttpContext http) =>
        await AreDue(visit, http) ? [.. visit.Settings.PreChat.Read(told).Select(answer => new PreChatAnswer(answer.Key, answer.Value))] : null;

    /// <summary>They are in the journal: he is not asked again, even before the intake has seen them.</summary>
    public static Task Given(Visit visit, HttpContext http)
    {
        var sessions = ActivatorUtilities.CreateInstance<VisitorSessions>(http.RequestServices);
        return sessions.Change(visit.Channel.Id, visit.Token!, visit.Session! with { HasAnswered = true }, http.RequestAborted);
    }

    private static async Task<bool> AreDue(Visit visit, HttpContext http)
    {
        if (!visit.Settings.PreChat.Enabled || visit.Session is { IsVerified: true } or { HasAnswered: true }) return false;

        var db = http.RequestServices.GetRequiredService<RelaisDb>();
        return !await VisitorThread.IsKnown(db, visit.Channel.Id, visit.Visitor, http.RequestAborted);
    }
}
