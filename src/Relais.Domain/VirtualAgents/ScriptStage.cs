using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Replies;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Domain.Topics;

namespace Relais.Domain.VirtualAgents;

/// <summary>What the acts of virtual agents may name: the organisation's topics, reasons and attributes.</summary>
public sealed record ScriptProps(AttributeBook Attributes, IReadOnlyDictionary<Guid, Topic> Topics, IReadOnlyDictionary<Guid, ResolveReason> Reasons, ResolvePolicy Policy);

/// <summary>Where a script is played: one conversation with one contact, on one channel.</summary>
/// <param name="Channel">As the channel is called.</param>
/// <param name="Choices">Writes what the contact may choose from into the message, as its channel can show it.</param>
/// <param name="Asks">Whether one more message may be sent by itself.</param>
public sealed record ScriptScene(
    Conversation Conversation, Contact Contact, string Channel, Func<string, IReadOnlyList<string>, MessageContent> Choices, Func<Task<bool>> Asks);

/// <summary>Does what a virtual agent wants done. Everything goes through the same methods as the acts of people.</summary>
public sealed class ScriptStage(ScriptScene scene, ScriptProps props, VirtualAgent agent, string language, DateTimeOffset at)
{
    private readonly Actor actor = agent.AsActor();

    /// <returns>What is sent, in its order.</returns>
    public async Task<IReadOnlyList<Message>> Play(ScriptTurn turn)
    {
        var said = new List<Message>();
        foreach (var act in turn.Acts)
        {
            if (act is not ScriptAct.Say say)
            {
                Do(act);
                continue;
            }

            if (Filled(say.Text) is not { } text) continue;
            if (!await scene.Asks())
            {
                scene.Conversation.HandOver(HandOverReason.Restrained, actor, at);
                return said;
            }

            said.Add(Speak(text, say.Choices));
        }

        return said;
    }

    /// <summary>Null when nothing is left of it: it said only what is not known.</summary>
    private string? Filled(string text) =>
        Texts.Fit(Placeholders.Close(text, ValueOf).Replace("  ", " ", StringComparison.Ordinal), Script.TextLimit * 2);

    private Message Speak(string text, IReadOnlyList<string> choices)
    {
        var content = scene.Choices(text, choices);
        var message = Message.FromVirtualAgent(scene.Conversation, content, actor, at);
        scene.Conversation.Speak(message);
        return message;
    }

    /// <summary>Anything but saying something.</summary>
    public void Do(ScriptAct act)
    {
        switch (act)
        {
            case ScriptAct.Store store when props.Attributes.Find(store.Attribute) is { } attribute:
                scene.Contact.Answer(attribute, store.Value, Source, actor, at);
                break;
            case ScriptAct.File file when props.Topics.TryGetValue(file.TopicId, out var topic) && MayFile(topic):
                scene.Conversation.ChangeTopics([topic], [], actor, at);
                break;
            case ScriptAct.HandOver over:
                scene.Conversation.HandOver(over.Reason, actor, at, over.Cause);
                break;
            case ScriptAct.Resolve over:
                scene.Conversation.Resolve(new Resolution(ResolveWay.VirtualAgent, ReasonOf(over.ReasonId)), props.Policy, actor, at);
                break;
        }
    }

    private AttributeSource Source => agent.Kind == VirtualAgentKind.AutoResponder ? AttributeSource.AutoResponder : AttributeSource.VirtualAgent;

    private bool MayFile(Topic topic) => topic.IsActive && (scene.Conversation.TopicIds.Contains(topic.Id) || scene.Conversation.TopicIds.Count < Conversation.TopicLimit);

    /// <summary>Nobody is there to choose another, or to add words.</summary>
    private ResolveReason? ReasonOf(Guid? id) =>
        id is { } known && props.Reasons.GetValueOrDefault(known) is { IsOffered: true, Comment: not CommentRule.Required } reason ? reason : null;

    private string? ValueOf(string placeholder) => Restraint.Harmless(
        new ReplyScene(scene.Contact, null, scene.Channel, scene.Conversation.Number, props.Attributes, language).ValueOf(placeholder));
}
