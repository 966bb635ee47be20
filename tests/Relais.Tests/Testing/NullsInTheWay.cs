using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Relais.Tests.Testing;

/// <summary>
/// Refuses a query that asks whether a list holds a column that may be null. On PostgreSQL it then asks besides whether the list holds
/// a null, and no index serves that: it reads the whole table. The query must say first that the column is not null.
/// </summary>
internal sealed class NullsInTheWay : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Judged(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Judged(command, result);

    private static ValueTask<T> Judged<T>(DbCommand command, T result) =>
        command.CommandText.Contains("array_position(", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"Say first that the column is not null, or this reads the whole table: {command.CommandText}")
            : ValueTask.FromResult(result);
}
