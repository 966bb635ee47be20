using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence;

/// <summary>Sets what must happen at an instant; set twice, it happens once.</summary>
internal static class Timers
{
    private const string SetSql =
        "INSERT INTO timers (kind, subject, organisation_id, due_at) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT DO NOTHING";

    public static Task SetTimers(this RelaisDb db, IReadOnlyList<TimerRow> timers, CancellationToken cancel) => db.Dialect.ExecuteMany(
        db, SetSql, [.. timers.Select(timer => new object?[] { timer.Kind, timer.Subject, timer.OrganisationId, timer.DueAt })], cancel);
}
