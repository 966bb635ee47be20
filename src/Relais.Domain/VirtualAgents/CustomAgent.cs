using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

/// <summary>How a custom virtual agent works.</summary>
/// <param name="Common">What it shares with all that are set up; its minutes are the time its program may take to answer the contact.</param>
/// <param name="WebhookUrl">Where its program is told what happens; empty until it is known.</param>
/// <param name="TimeoutText">Said when the contact was silent for too long; null = nothing.</param>
/// <param name="FailureTopicId">What a conversation is about when its program failed.</param>
/// <param name="FailureText">Said then, before a person goes on; null = nothing.</param>
public sealed record CustomAgentDraft(DeputyDraft Common, string? WebhookUrl, string? TimeoutText, Guid? FailureTopicId, string? FailureText);

/// <summary>A virtual agent that is somebody else's program: told of what happens by a web hook, it answers in the response or by the API.</summary>
public sealed class CustomAgent : Deputy
{
    public const int AddressLimit = 2000;

    private CustomAgent()
    {
    }

    public CustomAgent(Guid organisationId, CustomAgentDraft draft, Actor by, DateTimeOffset at, Guid? id = null)
        : base(organisationId, at, id)
    {
        Take(draft);
        Record(Changed(by, at));
    }

    public override VirtualAgentKind Kind => VirtualAgentKind.Custom;

    public string WebhookUrl { get; private set; } = "";

    public string? TimeoutText { get; private set; }

    public Guid? FailureTopicId { get; private set; }

    public string? FailureText { get; private set; }

    /// <summary>What it signs and is known by, sealed: only whoever has the keys can read it.</summary>
    public string SealedSecrets { get; private set; } = "";

    /// <summary>What it has already goes on as it began.</summary>
    /// <exception cref="RuleViolation"><c>virtual_agent.…</c>, <c>custom_agent.…</c>.</exception>
    public void Describe(CustomAgentDraft draft, Actor by, DateTimeOffset at)
    {
        Take(draft);
        if (IsEnabled) RefuseUnready();
        Record(Changed(by, at));
    }

    /// <summary>Its secrets were chosen, or replaced by others.</summary>
    public void Keep(string sealedSecrets, Actor by, DateTimeOffset at)
    {
        SealedSecrets = sealedSecrets;
        Record(Changed(by, at));
    }

    public AgentPlan Plan() => new(AgentMinutes, ContactMinutes, OnTimeout, TimeoutText, FailureTopicId, FailureText);

    protected override DomainEvent Changed(Actor by, DateTimeOffset at) => new CustomAgentChanged(Id, Name, by, at);

    protected override void RefuseUnready()
    {
        if (WebhookUrl.Length == 0) throw new RuleViolation("custom_agent.address.required", "Say where its web hook is first.");
    }

    protected override bool ReplaceWithin(Guid gone, Guid? instead)
    {
        if (FailureTopicId != gone) return false;

        FailureTopicId = instead;
        return true;
    }

    private void Take(CustomAgentDraft draft)
    {
        Take(draft.Common);
        WebhookUrl = Address(Texts.Optional(draft.WebhookUrl, AddressLimit, "custom_agent.address"));
        TimeoutText = Texts.Optional(draft.TimeoutText, Script.TextLimit, "custom_agent.text");
        FailureTopicId = draft.FailureTopicId;
        FailureText = Texts.Optional(draft.FailureText, Script.TextLimit, "custom_agent.text");
    }

    private static string Address(string? url)
    {
        if (url is null) return "";

        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0 && address.Fragment.Length == 0
            ? url
            : throw new RuleViolation("custom_agent.address.invalid", "Write a whole web address that begins with https://.");
    }
}

/// <summary>A custom virtual agent was made, changed, turned on or off, given other secrets or channels, or deleted.</summary>
public sealed record CustomAgentChanged(Guid AgentId, string Name, Actor By, DateTimeOffset At) : DomainEvent(By, At);
