using Relais.Domain.VirtualAgents;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>A custom virtual agent in a list.</summary>
/// <param name="Holds">How many conversations it has at this moment.</param>
/// <param name="LastFailed">Whether its program could not be told, or not be understood, the last time; null while it was told nothing lately.</param>
public sealed record CustomAgentView(Guid Id, bool Enabled, CustomAgentDraftView Draft, IReadOnlyList<Guid> ChannelIds, int Holds, bool? LastFailed, int Version)
{
    public static CustomAgentView Of(CustomAgent agent, int holds, AgentEventState? last) => new(
        agent.Id, agent.IsEnabled, CustomAgentDraftView.Of(agent), [.. agent.Channels.Select(one => one.ChannelId).Order()], holds, last is null ? null : last == AgentEventState.Failed, agent.Version);
}

/// <summary>How a custom virtual agent works, as the editor writes it.</summary>
/// <param name="WebhookUrl">Where its program is told what happens.</param>
/// <param name="AgentMinutes">1 to 60: so long its program may take to answer the contact.</param>
/// <param name="ContactMinutes">1 to 1380: so long the contact may think.</param>
/// <param name="OnTimeout">What happens when the contact was silent for too long.</param>
/// <param name="TimeoutText">Said then.</param>
/// <param name="FailureTopicId">What a conversation is about when its program failed; people go on.</param>
/// <param name="FailureText">Said then.</param>
public sealed record CustomAgentDraftView(
    string Name,
    Activation Activation,
    HandOverRule HandOver,
    string? WebhookUrl,
    int AgentMinutes,
    int ContactMinutes,
    TimeoutView? OnTimeout,
    string? TimeoutText,
    Guid? FailureTopicId,
    string? FailureText)
{
    public static CustomAgentDraftView Of(CustomAgent agent) => new(
        agent.Name, agent.Activation, agent.HandOver, agent.WebhookUrl, agent.AgentMinutes, agent.ContactMinutes,
        TimeoutView.Of(agent.OnTimeout), agent.TimeoutText, agent.FailureTopicId, agent.FailureText);

    public CustomAgentDraft ToDraft() => new(
        new DeputyDraft(Name, Activation, HandOver, AgentMinutes, ContactMinutes, OnTimeout?.ToRule() ?? TimeoutRule.People),
        WebhookUrl, TimeoutText, FailureTopicId, FailureText);
}

/// <summary>A custom virtual agent, whole, with what its program must know.</summary>
/// <param name="ApiUrl">Where its program knocks.</param>
/// <param name="Signing">With what events are signed.</param>
/// <param name="Token">What its program shows.</param>
public sealed record CustomAgentDetail(CustomAgentView Agent, string ApiUrl, AgentSecretView Signing, AgentSecretView Token)
{
    public static CustomAgentDetail Of(CustomAgentView agent, AgentSecrets secrets, Uri seenAt, DateTimeOffset now) => new(
        agent, new Uri(seenAt, $"api/virtual-agents/v1/{agent.Id}").ToString(), AgentSecretView.Of(secrets.Signing, now), AgentSecretView.Of(secrets.Token, now));
}

/// <param name="FormerUntil">Until when the one before counts too; null when it no longer does.</param>
public sealed record AgentSecretView(string Value, DateTimeOffset? FormerUntil)
{
    public static AgentSecretView Of(AgentSecret secret, DateTimeOffset now) => new(secret.Value, secret.FormerUntil > now ? secret.FormerUntil : null);
}
