using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Routing;

/// <summary>What is still to be routed again: all that an organisation has open, or what single contacts have.</summary>
internal static class Reroutings
{
    private const string AskSql =
        "INSERT INTO rerouting (organisation_id, edition, after) VALUES (@p0, @p1, @p2) " +
        "ON CONFLICT (organisation_id) DO UPDATE SET edition = excluded.edition, after = excluded.after";

    private const string NoteSql = "UPDATE rerouting SET after = @p2 WHERE organisation_id = @p0 AND edition = @p1";
    private const string EndSql = "DELETE FROM rerouting WHERE organisation_id = @p0 AND edition = @p1";

    private const string AskForContactSql =
        "INSERT INTO contact_rerouting (contact_id, organisation_id) SELECT @p0, @p1 WHERE EXISTS " +
        "(SELECT 1 FROM conversations WHERE organisation_id = @p1 AND contact_id = @p0 AND state <> 'Resolved') ON CONFLICT DO NOTHING";

    private const string EndForContactSql = "DELETE FROM contact_rerouting WHERE contact_id = @p0";

    /// <summary>A rule changes in this transaction: the next edition begins, and everything open is looked at anew.</summary>
    public static async Task Ask(RelaisDb db, Guid organisationId, CancellationToken cancel)
    {
        var edition = await db.Count(organisationId, RoutingBook.Sequence, 1, cancel);
        await db.Dialect.ExecuteMany(db, AskSql, [[organisationId, edition, Guid.Empty]], cancel);
    }

    /// <summary>These contacts change in this transaction, which holds their rows.</summary>
    public static Task Ask(RelaisDb db, Guid organisationId, IReadOnlyList<Guid> contactIds, CancellationToken cancel) =>
        db.Dialect.ExecuteMany(db, AskForContactSql, [.. contactIds.Select(id => new object?[] { id, organisationId })], cancel);

    /// <summary>What these contacts have open has been routed, by a transaction that holds their rows.</summary>
    public static Task End(RelaisDb db, IReadOnlyList<Guid> contactIds, CancellationToken cancel) =>
        db.Dialect.ExecuteMany(db, EndForContactSql, [.. contactIds.Select(id => new object?[] { id })], cancel);

    /// <summary>A newer edition asked for meanwhile keeps its own beginning.</summary>
    public static Task Note(RelaisDb db, ReroutingRow work, Guid? done, CancellationToken cancel) => done is { } after
        ? db.Dialect.ExecuteMany(db, NoteSql, [[work.OrganisationId, work.Edition, after]], cancel)
        : db.Dialect.ExecuteMany(db, EndSql, [[work.OrganisationId, work.Edition]], cancel);
}
