using Microsoft.EntityFrameworkCore;

namespace Relais.Server.Persistence.Postgres;

/// <summary>The store for several nodes.</summary>
public sealed class PostgresRelaisDb(DbContextOptions<PostgresRelaisDb> options, ICommitObserver observer, PostgresDialect dialect)
    : RelaisDb(options, observer)
{
    public override IDialect Dialect => dialect;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<Enum>().HaveConversion<string>();
}
