using Microsoft.EntityFrameworkCore;
using Relais.Domain.Automations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Routing;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.Automations;

/// <summary>An automation as the settings show it.</summary>
/// <param name="EveryChannel">Whether it is for all channels; else for <paramref name="ChannelIds"/>.</param>
/// <param name="Troubles">What keeps it from doing all it says.</param>
public sealed record AutomationView(
    Guid Id, string Name, bool Enabled, int Place, bool EveryChannel, IReadOnlyList<Guid> ChannelIds, MessageFilterView Filter,
    IReadOnlyList<ActionView> Actions, IReadOnlyList<TroubleView> Troubles, int Version)
{
    public static AutomationView Of(Automation one, AutomationWorld world) => new(
        one.Id, one.Name, one.IsEnabled, one.Place, one.EveryChannel, one.ChannelIds, MessageFilterView.Of(one.Filter),
        [.. one.Actions.Select(ActionView.Of)], [.. one.Actions.Select(action => TroubleView.Of(action, world)).OfType<TroubleView>()], one.Version);
}

/// <summary>An automation that is being written.</summary>
public sealed record AutomationDraft(
    string Name, bool EveryChannel, IReadOnlyList<Guid>? ChannelIds, MessageFilterView Filter, IReadOnlyList<ActionView> Actions)
{
    public AutomationPlan ToPlan() => new(
        Name, EveryChannel, ChannelIds ?? [], (Filter ?? new MessageFilterView(Joint.Any, [])).ToFilter(), [.. (Actions ?? []).Select(action => action.ToAction())]);
}

/// <summary>Groups of conditions and how they are joined.</summary>
public sealed record MessageFilterView(Joint Joint, IReadOnlyList<ConditionGroupView> Groups)
{
    public static MessageFilterView Of(MessageFilter filter) =>
        new(filter.Joint, [.. filter.Groups.Select(group => new ConditionGroupView(group.Joint, [.. group.Conditions.Select(ConditionView.Of)]))]);

    public MessageFilter ToFilter() =>
        new(Joint, [.. (Groups ?? []).Select(group => new ConditionGroup(group.Joint, [.. (group.Conditions ?? []).Select(one => one.ToCondition())]))]);
}

public sealed record ConditionGroupView(Joint Joint, IReadOnlyList<ConditionView> Conditions);

/// <summary>What a condition asks.</summary>
public enum ConditionKind
{
    BeginsWithAny,
    EndsWithAny,
    ContainsAny,
    ContainsAll,
    ContainsNone,
    MissesOne,
    WordsExactly,
    WordsAtMost,
    WordsAtLeast,
}

/// <summary>One condition.</summary>
/// <param name="Keywords">Apart by commas; in quotes, a comma is part of the keyword.</param>
/// <param name="IgnoresAccents">Whether é is e; true when left out.</param>
/// <param name="Inside">Whether a keyword may be a part of a longer word.</param>
/// <param name="Count">Of words.</param>
public sealed record ConditionView(ConditionKind Kind, string? Keywords, bool IgnoresAccents = true, bool Inside = false, int? Count = null)
{
    public static ConditionView Of(Condition condition) => condition switch
    {
        Says says => new ConditionView((ConditionKind)says.Test, says.Keywords, says.IgnoresAccents, says.Inside),
        HasWords words => new ConditionView(ConditionKind.WordsExactly + (int)words.Comparison, null, Count: words.Count),
        _ => throw new NotSupportedException($"Nothing shows a {condition.GetType().Name}."),
    };

    /// <exception cref="RuleViolation"><c>automation.words</c>.</exception>
    public Condition ToCondition() => Kind < ConditionKind.WordsExactly
        ? new Says((SaysTest)Kind, Keywords?.Trim() ?? "", IgnoresAccents, Inside)
        : new HasWords((Comparison)(Kind - ConditionKind.WordsExactly), Count ?? -1);
}

public enum ActionKind
{
    Tag,
    Topic,
    Resolve,
}

/// <summary>One thing an automation does.</summary>
/// <param name="Id">The tag, the topic, or the resolve reason; a reason may be missing.</param>
public sealed record ActionView(ActionKind Kind, Guid? Id)
{
    public static ActionView Of(AutomationAction action) => action switch
    {
        TagWith tag => new ActionView(ActionKind.Tag, tag.TagId),
        ApplyTopic topic => new ActionView(ActionKind.Topic, topic.TopicId),
        ResolveConversation resolve => new ActionView(ActionKind.Resolve, resolve.ReasonId),
        _ => throw new NotSupportedException($"Nothing shows a {action.GetType().Name}."),
    };

    /// <exception cref="RuleViolation"><c>automation.action.incomplete</c>.</exception>
    public AutomationAction ToAction() => Kind switch
    {
        ActionKind.Resolve => new ResolveConversation(Id),
        _ when Id is not { } => throw new RuleViolation("automation.action.incomplete", "Choose the tag or the topic."),
        ActionKind.Tag => new TagWith(Id.Value),
        _ => new ApplyTopic(Id.Value),
    };
}

/// <summary>What keeps an automation from doing all it says.</summary>
/// <param name="Kind">What is the matter.</param>
/// <param name="Name">What it is about, while it has a name.</param>
public sealed record TroubleView(TroubleKind Kind, string? Name)
{
    internal static TroubleView? Of(AutomationAction action, AutomationWorld world) => action switch
    {
        TagWith tag => Of(world.Tags.GetValueOrDefault(tag.TagId) is { } known ? (known.IsActive, known.Name) : null, TroubleKind.TagGone, TroubleKind.TagArchived),
        ApplyTopic topic => Of(world.Topics.GetValueOrDefault(topic.TopicId) is { } known ? (known.IsActive, known.Name) : null, TroubleKind.TopicGone, TroubleKind.TopicArchived),
        ResolveConversation resolve => OfReason(resolve.ReasonId is { } id ? world.Reasons.GetValueOrDefault(id) : null, world.Policy.Reasons.Automation),
        _ => null,
    };

    private static TroubleView? Of((bool IsActive, string Name)? named, TroubleKind gone, TroubleKind archived) => named switch
    {
        null => new TroubleView(gone, null),
        { IsActive: false } => new TroubleView(archived, named.Value.Name),
        _ => null,
    };

    private static TroubleView? OfReason(ResolveReason? reason, bool isAsked) => reason switch
    {
        null => isAsked ? new TroubleView(TroubleKind.ReasonMissing, null) : null,
        { IsOffered: false } => new TroubleView(isAsked ? TroubleKind.ReasonUnused : TroubleKind.ReasonLeftOut, reason.Name),
        { Comment: CommentRule.Required } => new TroubleView(TroubleKind.ReasonNeedsComment, reason.Name),
        _ => null,
    };
}

public enum TroubleKind
{
    TagArchived,
    TagGone,
    TopicArchived,
    TopicGone,

    /// <summary>The settings ask for a reason, and it has none.</summary>
    ReasonMissing,

    /// <summary>Its reason is no longer offered, and the settings ask for one: it resolves nothing.</summary>
    ReasonUnused,

    /// <summary>Its reason is no longer offered: it resolves without.</summary>
    ReasonLeftOut,
    ReasonNeedsComment,
}

internal static class AutomationShelf
{
    /// <summary>Whether its name is free, and all that it names can be used.</summary>
    /// <exception cref="RuleViolation"><c>automation.name.taken</c>, <c>automation.channel</c>, <c>automation.tag</c>, <c>automation.topic</c>, <c>automation.reason</c>, <c>automation.reason.comment</c>, <c>tag.archived</c>, <c>topic.archived</c>.</exception>
    public static async Task Refuse(this RelaisDb db, Automation automation, AutomationWorld world, CancellationToken cancel)
    {
        if (await db.Automations.AnyAsync(one => one.Key == automation.Key && one.Id != automation.Id, cancel))
            throw new RuleViolation("automation.name.taken", "Choose a name no other automation has.");

        await db.RefuseUnknown(automation, world, cancel);
    }

    /// <summary>Whether the channels, tags, topics and reasons it names are there and can be used.</summary>
    public static async Task RefuseUnknown(this RelaisDb db, Automation automation, AutomationWorld world, CancellationToken cancel)
    {
        var channels = automation.ChannelIds.ToArray();
        if (await db.Channels.CountAsync(channel => channels.Contains(channel.Id), cancel) != channels.Length)
            throw new RuleViolation("automation.channel", "Choose among the channels of this organisation.");

        foreach (var action in automation.Actions) Refuse(action, world);
    }

    private static void Refuse(AutomationAction action, AutomationWorld world)
    {
        switch (action)
        {
            case TagWith tag:
                (world.Tags.GetValueOrDefault(tag.TagId) ?? throw new RuleViolation("automation.tag", "Choose among the tags of this organisation.")).RefuseUnlessActive();
                break;
            case ApplyTopic topic:
                (world.Topics.GetValueOrDefault(topic.TopicId) ?? throw new RuleViolation("automation.topic", "Choose among the topics of this organisation.")).RefuseUnlessActive();
                break;
            case ResolveConversation resolve:
                RefuseReason(resolve, world);
                break;
        }
    }

    /// <summary>Nobody is there to choose one, or to add words, when a message comes in.</summary>
    private static void RefuseReason(ResolveConversation resolve, AutomationWorld world)
    {
        var reason = resolve.ReasonId is { } id ? world.Reasons.GetValueOrDefault(id) : null;
        if (reason is { Comment: CommentRule.Required }) throw new RuleViolation("automation.reason.comment", "Choose a reason that needs no comment.");
        if (reason is not { IsOffered: true } && (resolve.ReasonId is not null || world.Policy.Reasons.Automation))
            throw new RuleViolation("automation.reason", "Choose a reason that is in use: your settings ask for one when an automation resolves.");
    }
}
