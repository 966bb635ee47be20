using Relais.Domain.VirtualAgents;
using Relais.Server.Persistence;

namespace Relais.Server.VirtualAgents;

/// <summary>Counts what contacts are told by itself, in the transaction that tells them. Whatever sends something by itself asks here first.</summary>
internal static class Restraints
{
    private const string CountSql =
        "INSERT INTO automatic_messages (subject, hour, organisation_id, count) VALUES (@p0, @p1, @p2, 1) " +
        "ON CONFLICT (subject, hour) DO UPDATE SET count = automatic_messages.count + 1 RETURNING count";

    /// <returns>Whether one more message may be sent; it is counted already.</returns>
    public static async Task<bool> Ask(RelaisDb db, Guid organisationId, Guid contactId, DateTimeOffset now, CancellationToken cancel)
    {
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        var toContact = await db.Dialect.ExecuteScalar<long>(db, CountSql, [contactId, hour, organisationId], cancel);
        if (!Restraint.Allows(toContact, 0)) return false;

        return Restraint.Allows(toContact, await db.Dialect.ExecuteScalar<long>(db, CountSql, [organisationId, hour, organisationId], cancel));
    }
}
