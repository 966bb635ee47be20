using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>Where an administrator changes custom virtual agents.</summary>
internal sealed class CustomAgentDesk(RelaisDb db, DeputyDesk desk, AgentVault vault, RelaisSettings settings)
{
    public DeputyDesk Common => desk;

    public Task<CustomAgent?> Find(Guid id, CancellationToken cancel) => db.CustomAgents.OrderBy(row => row.Id).SingleOrDefaultAsync(row => row.Id == id, cancel);

    /// <exception cref="RuleViolation">What is wrong.</exception>
    public async Task Check(CustomAgent agent, CancellationToken cancel)
    {
        await desk.Check(agent, cancel);
        await desk.RefuseUnknown([agent.OnTimeout.TopicId, agent.FailureTopicId], [agent.OnTimeout.ReasonId], cancel);
    }

    public AgentSecrets SecretsOf(CustomAgent agent) => vault.Open(agent);

    public void Keep(CustomAgent agent, AgentSecrets secrets) => agent.Keep(vault.Seal(agent, secrets), desk.By, desk.Now);

    public async Task<CustomAgentView> View(CustomAgent agent, CancellationToken cancel) =>
        CustomAgentView.Of(agent, await desk.Holds(agent.Id, cancel), await LastOf(agent.Id, cancel));

    public async Task<CustomAgentDetail> Detail(CustomAgent agent, HttpRequest request, CancellationToken cancel) =>
        CustomAgentDetail.Of(await View(agent, cancel), vault.Open(agent), settings.SeenBy(request), desk.Now);

    private async Task<AgentEventState?> LastOf(Guid id, CancellationToken cancel) => await db.AgentEvents
        .Where(row => row.AgentId == id && (row.State == AgentEventState.Delivered || row.State == AgentEventState.Failed))
        .OrderByDescending(row => row.Id).Select(row => (AgentEventState?)row.State).FirstOrDefaultAsync(cancel);
}
