using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Channels;
using Relais.Server.Conversations;
using Relais.Server.Persistence;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>What was done of an answer.</summary>
/// <param name="SentIds">The messages that leave, in their order.</param>
/// <param name="Ignored">What was left out.</param>
/// <param name="IsRepeat">The same answer came before: nothing was done this time.</param>
public sealed record AgentDone(IReadOnlyList<Guid> SentIds, IReadOnlyList<Ignored> Ignored, bool IsRepeat = false)
{
    public static readonly AgentDone Before = new([], [], IsRepeat: true);
}

/// <summary>
/// Does what a program answered, on whichever way it came, in the caller's transaction. Everything goes through the same methods as the
/// acts of people, messages through the same rules as theirs.
/// </summary>
internal sealed class AgentActing(RelaisDb db, AnswerRules rules, AgentCalls calls, ConnectedChannels channels, TimeProvider clock)
{
    private const string OnceSql =
        "INSERT INTO agent_answers (conversation_id, key, organisation_id, at) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT DO NOTHING";

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>This conversation, held for the transaction and about to be changed, while it is in the hands of that program; else null.</summary>
    public async Task<Conversation?> Hold(Guid agentId, Guid conversationId, CancellationToken cancel)
    {
        var conversation = await db.LockConversation(conversationId, cancel);
        return conversation?.Holding?.Agent is { Kind: VirtualAgentKind.Custom } agent && agent.Id == agentId ? conversation : null;
    }

    public Task<bool> IsDone(Guid conversationId, string key, CancellationToken cancel) =>
        db.AgentAnswers.AnyAsync(row => row.ConversationId == conversationId && row.Key == key, cancel);

    /// <param name="conversation">As <see cref="Hold"/> gave it.</param>
    /// <param name="answer">What is wanted.</param>
    /// <param name="key">By which the same answer is known when it comes again.</param>
    /// <param name="cancel">Leaves nothing behind.</param>
    /// <exception cref="RuleViolation">What no person could do either.</exception>
    public async Task<AgentDone> Do(Conversation conversation, AgentAnswer answer, string key, CancellationToken cancel)
    {
        if (answer.WantsNothing) return new AgentDone([], []);
        if ((await db.Dialect.ExecuteMany(db, OnceSql, [[conversation.Id, key, conversation.OrganisationId, Now]], cancel))[0] == 0) return AgentDone.Before;

        var run = await db.CustomRuns.AsNoTracking().FirstAsync(row => row.Id == conversation.Id, cancel);
        var wanted = await new Understanding(db, conversation.OrganisationId).Of(answer, cancel);
        var contact = await db.Contacts.FirstAsync(row => row.Id == conversation.ContactId, cancel);
        var agent = conversation.Holding!.Agent;
        var stage = await calls.StageOf(conversation, contact, run, cancel, wanted.Props);
        foreach (var act in wanted.Acts) stage.Do(act);
        await Tag(conversation, wanted, agent.AsActor(), cancel);
        Annotate(conversation, answer.ApplyConversationNotes ?? [], agent.AsActor());
        var sent = await Say(conversation, answer.Sayings, agent.AsActor(), cancel);
        if (conversation.IsHeld && wanted.End is { } end) stage.Do(end);
        if (conversation.IsHeld && sent.Count > 0) await calls.Spoken(run, cancel);
        return new AgentDone(sent, wanted.Ignored);
    }

    private async Task Tag(Conversation conversation, Understood wanted, Actor by, CancellationToken cancel)
    {
        foreach (var (messageId, tag) in wanted.Tags)
        {
            var theirs = db.Messages.Where(row => row.ConversationId == conversation.Id && row.RemovedAt == null);
            var message = messageId is { } id
                ? await theirs.FirstOrDefaultAsync(row => row.Id == id, cancel)
                : await theirs.Where(row => row.Direction == Direction.In).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
            if (message is not null) conversation.Tag(message, [tag], [], by, Now);
        }
    }

    private void Annotate(Conversation conversation, IReadOnlyList<string> notes, Actor by)
    {
        foreach (var text in notes)
        {
            var note = Message.ToColleagues(conversation, Texts.Required(text, AnnotateConversation.NoteLimit, "note"), Ids.Next(), by, Now);
            conversation.Annotate(note);
            db.Messages.Add(note);
        }
    }

    /// <returns>The messages that leave. Where nobody is told more by itself, people have the conversation.</returns>
    private async Task<IReadOnlyList<Guid>> Say(Conversation conversation, IReadOnlyList<AgentSaying> sayings, Actor by, CancellationToken cancel)
    {
        var sent = new List<Guid>();
        foreach (var saying in sayings)
        {
            var content = await ContentOf(conversation, saying, by, cancel);
            if (!await Restraints.Ask(db, conversation.OrganisationId, conversation.ContactId, Now, cancel))
            {
                conversation.HandOver(HandOverReason.Restrained, by, Now);
                return sent;
            }

            var message = Message.FromVirtualAgent(conversation, content, by, Now);
            conversation.Speak(message);
            db.Messages.Add(message);
            sent.Add(message.Id);
        }

        return sent;
    }

    private async Task<MessageContent> ContentOf(Conversation conversation, AgentSaying saying, Actor by, CancellationToken cancel)
    {
        var request = new AnswerContact.Request(Ids.Next(), saying.Text, saying.Attachment is { } file ? [file] : null, null, null, null);
        var (content, _) = await rules.Check(conversation, request, template: null, by, cancel);
        string[] labels = [.. (saying.Choices ?? []).Select(label => Texts.Required(label, Script.LabelLimit, "agent_answer.choice")).Distinct(StringComparer.Ordinal)];
        if (labels.Length > Script.AnswerLimit) throw new RuleViolation("agent_answer.too_many_choices", $"Offer at most {Script.AnswerLimit} choices.", new Dictionary<string, object?> { ["limit"] = Script.AnswerLimit });
        if (labels.Length == 0 || content.Kind != MessageKind.Text || await channels.Find(db, conversation.ChannelId, cancel) is not { } channel) return content;

        return Choices.Write(content.Text ?? "", labels, channels.CapabilitiesOf(channel));
    }
}
