using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Relais.Domain.Shared;

namespace Relais.Server.Persistence;

/// <summary>
/// Writes many rows of one table with one prepared statement: the hot path's way past change tracking. The columns come
/// from the same mapping the rest of the code uses, so there is one description of each table.
/// </summary>
internal static class Bulk
{
    private static readonly ConcurrentDictionary<IEntityType, Table> Tables = new();

    public static Task Insert<T>(RelaisDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0) return Task.CompletedTask;

        return db.Dialect.InsertMany(db, TableOf<T>(db).New(rows), cancel);
    }

    /// <exception cref="DbUpdateConcurrencyException">One of them was changed by somebody else since it was read.</exception>
    public static async Task Update<T>(RelaisDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : Entity
    {
        if (rows.Count == 0) return;

        var table = TableOf<T>(db);
        var touched = await db.Dialect.ExecuteMany(db, table.UpdateSql, [.. rows.Select(row => table.Values(row))], cancel);
        if (touched.Any(count => count == 0))
            throw new DbUpdateConcurrencyException($"A {typeof(T).Name} was changed by somebody else meanwhile.");
    }

    /// <summary>For what changed after its row was saved: whoever tracks it finds it saved again.</summary>
    public static async Task Rewrite<T>(RelaisDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : Entity
    {
        await Update(db, rows, cancel);
        foreach (var entry in rows.Select(row => db.Entry(row)).Where(entry => entry.State != EntityState.Detached))
        {
            entry.OriginalValues.SetValues(entry.CurrentValues);
            entry.State = EntityState.Unchanged;
        }
    }

    private static Table TableOf<T>(RelaisDb db) =>
        Tables.GetOrAdd(db.Model.FindEntityType(typeof(T))!, static type => new Table(type));

    private sealed class Table
    {
        private readonly (IClrPropertyGetter Getter, ValueConverter? Converter)[] read;
        private readonly string name;
        private readonly string columns;
        private readonly string insertSql;

        public Table(IEntityType type)
        {
            IProperty[] properties = [.. type.GetProperties().OrderByDescending(property => property.IsPrimaryKey())];
            read = [.. properties.Select(property => (property.GetGetter(), property.GetTypeMapping().Converter))];
            var names = properties.Select(property => $"\"{property.GetColumnName()}\"").ToArray();
            var keys = properties.Count(property => property.IsPrimaryKey());
            name = type.GetTableName()!;
            columns = string.Join(", ", names);
            insertSql = $"INSERT INTO {name} ({columns}) VALUES ({string.Join(", ", names.Select((_, index) => $"@p{index}"))})";
            UpdateSql = $"UPDATE {name} SET {string.Join(", ", names.Select(Assign).Skip(keys))} " +
                $"WHERE {string.Join(" AND ", names.Select(Assign).Take(keys))}";

            // Every change makes the version grow, so a row that is as new as ours was changed by somebody else.
            var version = Array.FindIndex(properties, property => property.IsConcurrencyToken);
            if (version >= 0) UpdateSql += $" AND {names[version]} < @p{version}";
        }

        public string UpdateSql { get; }

        public NewRows New(IEnumerable<object> rows) => new(name, columns, insertSql, [.. rows.Select(Values)]);

        public object?[] Values(object row)
        {
            var values = new object?[read.Length];
            for (var index = 0; index < read.Length; index++)
            {
                var (getter, converter) = read[index];
                var value = getter.GetClrValue(row);
                values[index] = converter is null ? value : converter.ConvertToProvider(value);
            }

            return values;
        }

        private static string Assign(string name, int index) => $"{name} = @p{index}";
    }
}
