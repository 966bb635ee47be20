using Relais.Domain.Shared;

namespace Relais.Domain.Automations;

/// <summary>What an automation is called, which messages it is for, and what it does with them.</summary>
/// <param name="EveryChannel">Whether it is for all channels, also those to come; else only for <paramref name="ChannelIds"/>.</param>
public sealed record AutomationPlan(
    string Name, bool EveryChannel, IReadOnlyList<Guid> ChannelIds, MessageFilter Filter, IReadOnlyList<AutomationAction> Actions)
{
    public const int ActionLimit = 10;

    /// <exception cref="RuleViolation"><c>automation.channels.required</c>, <c>automation.actions.required</c>, <c>automation.actions.too_many</c>, and what the filter refuses.</exception>
    public AutomationPlan Checked()
    {
        Filter.Checked();
        if (!EveryChannel && ChannelIds.Count == 0)
            throw new RuleViolation("automation.channels.required", "Choose at least one channel.");
        if (Actions.Count == 0)
            throw new RuleViolation("automation.actions.required", "Choose at least one thing to do.");
        if (Actions.Count > ActionLimit || Actions.OfType<ResolveConversation>().Skip(1).Any())
            throw new RuleViolation(
                "automation.actions.too_many", $"Use at most {ActionLimit} actions, and resolve once.", new Dictionary<string, object?> { ["limit"] = ActionLimit });

        return this with { ChannelIds = EveryChannel ? [] : [.. ChannelIds.Distinct()], Actions = [.. Actions.Distinct()] };
    }
}

/// <summary>A rule an administrator made: what a message says decides at once how it is tagged, what it is about, or that it is over.</summary>
public sealed class Automation : Entity
{
    public const int NameLimit = 80;

    private List<Guid> channelIds = [];

    private Automation()
    {
    }

    public Automation(Guid organisationId, AutomationPlan plan, int place, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        Place = place;
        Take(plan);
        Record(new AutomationChanged(Id, by, at));
    }

    public string Name { get; private set; } = "";

    /// <summary>The name without its case: unique.</summary>
    public string Key { get; private set; } = "";

    public bool IsEnabled { get; private set; } = true;

    /// <summary>When its turn is, counted from 0.</summary>
    public int Place { get; private set; }

    public bool EveryChannel { get; private set; }

    public IReadOnlyList<Guid> ChannelIds => channelIds;

    public MessageFilter Filter { get; private set; } = null!;

    public IReadOnlyList<AutomationAction> Actions { get; private set; } = [];

    public Actor AsActor() => new(ActorKind.Rule, Id, Name);

    public bool IsFor(Guid channelId) => EveryChannel || channelIds.Contains(channelId);

    public void Change(AutomationPlan plan, Actor by, DateTimeOffset at)
    {
        Take(plan);
        Record(new AutomationChanged(Id, by, at));
    }

    public void Turn(bool on, Actor by, DateTimeOffset at)
    {
        if (IsEnabled == on) return;

        IsEnabled = on;
        Record(new AutomationChanged(Id, by, at));
    }

    public void MoveTo(int place, Actor by, DateTimeOffset at)
    {
        if (Place == place) return;

        Place = place;
        Record(new AutomationChanged(Id, by, at));
    }

    /// <summary>A topic is gone and another took its place.</summary>
    public void Replace(Guid gone, Guid instead, Actor by, DateTimeOffset at)
    {
        AutomationAction[] next = [.. Actions.Select(action => action.Replace(gone, instead)).Distinct()];
        if (next.SequenceEqual(Actions)) return;

        Actions = next;
        Record(new AutomationChanged(Id, by, at));
    }

    /// <summary>The last thing said of it before it is deleted.</summary>
    public void Remove(Actor by, DateTimeOffset at) => Record(new AutomationChanged(Id, by, at));

    private void Take(AutomationPlan plan)
    {
        Name = Texts.Required(plan.Name, NameLimit, "automation.name");
        Key = Name.ToLowerInvariant();
        var wanted = plan.Checked();
        (EveryChannel, Filter, Actions) = (wanted.EveryChannel, wanted.Filter, wanted.Actions);
        channelIds = [.. wanted.ChannelIds];
    }
}

/// <summary>An automation was made, changed, moved, turned on or off, or removed.</summary>
public sealed record AutomationChanged(Guid AutomationId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
