namespace Relais.Server.Persistence.Compiled.Sqlite;

/// <summary>What <see cref="Persistence.Sqlite.SqliteRelaisDb"/> believes of its tables, written out by <c>bin/migrate</c> instead of thought up at every start.</summary>
public partial class SqliteRelaisDbModel
{
    partial void Customize() => Scoping.Apply<Persistence.Sqlite.SqliteRelaisDb>(this);
}
