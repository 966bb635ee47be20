namespace Relais.Server.Persistence.Compiled.Postgres;

/// <summary>What <see cref="Persistence.Postgres.PostgresRelaisDb"/> believes of its tables, written out by <c>bin/migrate</c> instead of thought up at every start.</summary>
public partial class PostgresRelaisDbModel
{
    partial void Customize() => Scoping.Apply<Persistence.Postgres.PostgresRelaisDb>(this);
}
