using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Relais.Server.Persistence;

/// <summary>Whether the store answers and has the shape this version needs: for load balancers.</summary>
public sealed class StoreHealth(RelaisDb db) : IHealthCheck
{
    public const string Ready = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            ? HealthCheckResult.Unhealthy("The store needs a migration.")
            : HealthCheckResult.Healthy();
}
