namespace Relais.Server.Persistence;

/// <summary>Forgets whatever a virtual agent was about to do in conversations that are no longer its own.</summary>
internal static class Holdings
{
    private static readonly string[] EndSql =
    [
        "DELETE FROM script_runs WHERE id = @p0",
        "DELETE FROM custom_runs WHERE id = @p0",
        "UPDATE agent_events SET state = 'Dropped' WHERE conversation_id = @p0 AND state = 'Waiting'",
    ];

    public static async Task EndHolding(this RelaisDb db, IReadOnlyCollection<Guid> conversationIds, CancellationToken cancel)
    {
        if (conversationIds.Count == 0) return;

        foreach (var sql in EndSql) await db.Dialect.ExecuteMany(db, sql, [.. conversationIds.Select(id => new object?[] { id })], cancel);
    }
}
