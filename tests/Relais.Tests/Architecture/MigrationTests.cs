using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Postgres;
using Relais.Server.Persistence.Sqlite;

namespace Relais.Tests.Architecture;

/// <summary>What the code believes of the tables is what the migrations make.</summary>
[Trait("suite", "pure")]
public sealed class MigrationTests
{
    [Fact]
    public void Neither_database_has_pending_model_changes()
    {
        using RelaisDb sqlite = new Database.SqliteDesign().CreateDbContext([]), postgres = new Database.PostgresDesign().CreateDbContext([]);

        sqlite.Database.HasPendingModelChanges().ShouldBeFalse("Run bin/migrate NAME: SQLite lacks something.");
        postgres.Database.HasPendingModelChanges().ShouldBeFalse("Run bin/migrate NAME: PostgreSQL lacks something.");
    }

    [Fact]
    public void A_column_without_a_migration_is_found()
    {
        using var sqlite = new Database.SqliteDesign().CreateDbContext([]);
        using var postgres = new Database.PostgresDesign().CreateDbContext([]);
        using RelaisDb moreSqlite = new SqliteRelaisDb(WithAColumnMore(sqlite), null!, new SqliteDialect());
        using RelaisDb morePostgres = new PostgresRelaisDb(WithAColumnMore(postgres), null!, new PostgresDialect());

        moreSqlite.Database.HasPendingModelChanges().ShouldBeTrue();
        morePostgres.Database.HasPendingModelChanges().ShouldBeTrue();
    }

    [Fact]
    public void The_compiled_model_is_what_the_mappings_say()
    {
        using RelaisDb sqlite = new Database.SqliteDesign().CreateDbContext([]), postgres = new Database.PostgresDesign().CreateDbContext([]);

        foreach (var db in new[] { sqlite, postgres })
        {
            string[] compiled = Described(db.Model), mapped = Described(db.GetService<IDesignTimeModel>().Model);

            mapped.Except(compiled).ShouldBeEmpty("Run bin/migrate --model: a mapping has changed.");
            compiled.Except(mapped).ShouldBeEmpty("Run bin/migrate --model: a mapping has changed.");
        }
    }

    [Fact]
    public void A_model_that_shows_organisations_to_each_other_is_refused()
    {
        using RelaisDb sqlite = new Database.SqliteDesign().CreateDbContext([]);

        Should.NotThrow(() => Scoping.Assert(sqlite.Model));
        Should.Throw<InvalidOperationException>(() => Scoping.Assert(sqlite.GetService<IDesignTimeModel>().Model));
    }

    /// <summary>Tables, columns, keys and what turns values into columns and back, to the letter of each expression.</summary>
    private static string[] Described(IReadOnlyModel model) =>
    [
        .. model.ToDebugString(MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations).Split('\n'),
        .. from type in model.GetEntityTypes()
           from property in type.GetProperties()
           select $"{type.DisplayName()}.{property.Name} {type.GetTableName()}.{property.GetColumnName()} {property.FieldInfo?.Name} " +
               $"{property.GetValueConverter()?.ConvertToProviderExpression} {property.GetValueConverter()?.ConvertFromProviderExpression} " +
               $"{property.GetProviderClrType()} {property.GetMaxLength()}",
    ];

    private static DbContextOptions<TDb> WithAColumnMore<TDb>(TDb db)
        where TDb : DbContext =>
        new DbContextOptionsBuilder<TDb>((DbContextOptions<TDb>)db.GetService<IDbContextOptions>()).ReplaceService<IModelCustomizer, OneColumnMore>().Options;

    private sealed class OneColumnMore(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            modelBuilder.Entity<Team>().Property<string?>("Motto");
        }
    }
}
