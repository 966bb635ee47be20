using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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

        var table = TableOf<T>(db);
        return db.Dialect.ExecuteMany(db, table.InsertSql, [.. rows.Select(row => table.Values(row))], cancel);
    }

    /// <summary>The caller holds the rows: the version is written, not compared.</summary>
    public static Task Update<T>(RelaisDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0) return Task.CompletedTask;

        var table = TableOf<T>(db);
        return db.Dialect.ExecuteMany(db, table.UpdateSql, [.. rows.Select(row => table.Values(row))], cancel);
    }

    private static Table TableOf<T>(RelaisDb db) =>
        Tables.GetOrAdd(db.Model.FindEntityType(typeof(T))!, static type => new Table(type));

    private sealed class Table
    {
        private readonly (IClrPropertyGetter Getter, ValueConverter? Converter)[] read;

        public Table(IEntityType type)
        {
            IProperty[] columns = [.. type.GetProperties().OrderByDescending(property => property.IsPrimaryKey())];
            read = [.. columns.Select(column => (column.GetGetter(), column.GetTypeMapping().Converter))];
            var names = columns.Select(column => $"\"{column.GetColumnName()}\"").ToArray();
            var name = type.GetTableName();
            var keys = columns.Count(column => column.IsPrimaryKey());
            InsertSql = $"INSERT INTO {name} ({string.Join(", ", names)}) " +
                $"VALUES ({string.Join(", ", names.Select((_, index) => $"@p{index}"))})";
            UpdateSql = $"UPDATE {name} SET {string.Join(", ", names.Select(Assign).Skip(keys))} " +
                $"WHERE {string.Join(" AND ", names.Select(Assign).Take(keys))}";
        }

        public string InsertSql { get; }

        public string UpdateSql { get; }

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
