using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Tags;
using Relais.Domain.Topics;

namespace Relais.Domain.Automations;

/// <summary>What the automations make of one message, in their order.</summary>
/// <param name="Ending">How its conversation ends; null when it goes on.</param>
public sealed record AutomationDecision(IReadOnlyList<Proposal> Proposals, Ending? Ending)
{
    public static readonly AutomationDecision Nothing = new([], null);

    /// <summary>Done as people would do it, each in the name of its automation. Where there is no room for another tag or topic, it is left out.</summary>
    public void Apply(Conversation conversation, Message message, ResolvePolicy policy, DateTimeOffset at)
    {
        foreach (var proposal in Proposals)
        {
            var by = proposal.Automation.AsActor();
            conversation.Tag(message, Fitting(proposal.Tags, message), [], by, at);
            conversation.ChangeTopics(Fitting(proposal.Topics, conversation), [], by, at);
        }

        if (Ending is not null && policy.Allows(Ending.Resolution, conversation)) conversation.Resolve(Ending.Resolution, policy, Ending.Automation.AsActor(), at);
    }

    private static Tag[] Fitting(IEnumerable<Tag> tags, Message message) =>
        [.. tags.Where(tag => !message.TagIds.Contains(tag.Id)).Take(Message.TagLimit - message.TagIds.Count)];

    private static Topic[] Fitting(IEnumerable<Topic> topics, Conversation conversation) =>
        [.. topics.Where(topic => !conversation.TopicIds.Contains(topic.Id)).Take(Conversation.TopicLimit - conversation.TopicIds.Count)];
}

/// <summary>Which automation ends a conversation, and why.</summary>
public sealed record Ending(Automation Automation, Resolution Resolution);

/// <summary>Whether an automation is for a message, condition by condition.</summary>
public sealed record Verdict(Automation Automation, bool Matches, IReadOnlyList<IReadOnlyList<Finding>> Groups);
