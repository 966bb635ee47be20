using System.Text.Json;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Channels;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.VirtualAgents;

/// <summary>One script played in a conversation that nobody keeps, and what happened in it.</summary>
internal sealed class ScriptRehearsal
{
    private readonly List<RehearseScript.Line> lines = [];
    private readonly ScriptPlan plan;
    private readonly Contact contact;
    private readonly Conversation conversation;
    private readonly Capabilities can;
    private readonly DateTimeOffset now;

    public ScriptRehearsal(AutoResponder responder, ScriptPlan plan, string? contactName, Capabilities can, DateTimeOffset now)
    {
        (this.plan, this.can, this.now) = (plan, can, now);
        contact = new Contact(responder.OrganisationId, new Profile(contactName), now);
        conversation = new Thread(responder.OrganisationId, Guid.Empty, contact, Visibility.Private, null, now).Open(contact.AsActor(), now);
        conversation.TakeNumber(1);
        conversation.Hold(responder.AsVirtualAgent(), responder.AsActor(), now);
        Run = new ScriptRun(responder.OrganisationId, conversation.Id, responder.Id, plan);
        conversation.ForgetEvents();
    }

    public ScriptRun Run { get; }

    public IReadOnlyList<RehearseScript.Line> Lines => lines;

    public async Task Play(ScriptProps props, IReadOnlyList<RehearseScript.CustomerAct> acts)
    {
        await Take(Run.Begin(props.Attributes, now), props);
        foreach (var act in acts)
        {
            if (!conversation.IsHeld) return;

            lines.Add(new RehearseScript.Line(act.IsSilent ? "silent" : "wrote", act.Text ?? "", [], null));
            await Take(act.IsSilent ? Run.TimeOut(HandOverReason.ContactSilent, now) : Run.Hear(act.Text ?? "", props.Attributes, now), props);
        }
    }

    private async Task Take(ScriptTurn turn, ScriptProps props)
    {
        var scene = new ScriptScene(conversation, contact, "…", (text, labels) => Choices.Write(text, labels, can), () => Task.FromResult(true));
        var before = contact.Values;
        await new ScriptStage(scene, props, conversation.Holding!.Agent, plan.Language, now).Play(turn);
        lines.AddRange(contact.Values.Where(value => value.Source == AttributeSource.AutoResponder && !before.Contains(value))
            .Select(value => new RehearseScript.Line("stored", value.Value ?? "", [], value.Alias)));
        lines.AddRange(conversation.Events.Select(LineOf).OfType<RehearseScript.Line>());
        conversation.ForgetEvents();
    }

    private static RehearseScript.Line? LineOf(DomainEvent happened) => happened switch
    {
        MessageQueued about => new RehearseScript.Line("said", about.Queued.Text, Choices.Of(about.Queued), null),
        ConversationTopicsChanged { Added: [var topic, ..] } => new RehearseScript.Line("filed", topic.Name, [], topic.Id.ToString()),
        ConversationHandedOver about => new RehearseScript.Line("handedOver", "", [], JsonNamingPolicy.CamelCase.ConvertName(about.Reason.ToString())),
        ConversationResolved about => new RehearseScript.Line("resolved", about.Resolution.Reason?.Name ?? "", [], null),
        _ => null,
    };
}
