using Microsoft.EntityFrameworkCore;
using Relais.Server.Persistence;

namespace Relais.Tests.Architecture;

/// <summary>What the code believes of the tables is what the migrations make.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void Neither_database_has_pending_model_changes()
    {
        using RelaisDb sqlite = new Database.SqliteDesign().CreateDbContext([]), postgres = new Database.PostgresDesign().CreateDbContext([]);

        sqlite.Database.HasPendingModelChanges().ShouldBeFalse("Run bin/migrate NAME: SQLite lacks something.");
        postgres.Database.HasPendingModelChanges().ShouldBeFalse("Run bin/migrate NAME: PostgreSQL lacks something.");
    }
}
