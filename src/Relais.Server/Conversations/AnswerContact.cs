using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Replies;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Replies;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Writes to the contact. The answer is durable when this returns and leaves once it can no longer be taken back.</summary>
public static class AnswerContact
{
    /// <param name="ClientId">Made by the screen: the same id twice is one message.</param>
    /// <param name="Text">The words, or the caption of the files.</param>
    /// <param name="UploadIds">Files uploaded before.</param>
    /// <param name="ReplyToId">The message this one quotes.</param>
    /// <param name="Template">What is sent outside the reply window, instead of the text.</param>
    /// <param name="SavedReplyIds">The saved replies the text was made of: their use is counted.</param>
    /// <param name="SendAt">When it leaves; at once when left out.</param>
    /// <param name="Privately">Answers a comment where nobody else reads it, in the private conversation with its author.</param>
    public sealed record Request(
        Guid ClientId,
        string? Text,
        IReadOnlyList<Guid>? UploadIds,
        Guid? ReplyToId,
        TemplateUse? Template,
        IReadOnlyList<Guid>? SavedReplyIds,
        DateTimeOffset? SendAt = null,
        bool Privately = false);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/conversations/{id:guid}/messages", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("AnswerContact").WithTags("Messages").WithSummary("Writes to the contact");

    private static async Task<Results<Created<MessageView>, Ok<MessageView>, NotFound>> Handle(
        Guid id, Request request, ConversationDesk desk, AnswerRules rules, ReplyDesk replies, RelaisDb db, CancellationToken cancel)
    {
        Message? written = null, earlier = null;
        var channelId = await db.Conversations.AsNoTracking().Where(row => row.Id == id).Select(row => row.ChannelId).FirstOrDefaultAsync(cancel);
        var template = await rules.Find(request.Template, channelId, cancel);
        var found = await desk.Change(id, Write, cancel);

        return !found ? TypedResults.NotFound()
            : earlier is not null ? TypedResults.Ok(MessageView.Of(earlier))
            : TypedResults.Created($"/api/v1/messages/{written!.Id}", MessageView.Of(written));

        async Task Write(Conversation conversation)
        {
            earlier = await desk.WrittenBefore(conversation, request.ClientId, request.Privately ? conversation.ChannelId : null, cancel);
            if (earlier is not null) return;

            var (content, channel) = await rules.Check(conversation, request, template, desk.By, cancel);
            var open = request.Privately ? await desk.OpenPrivately(conversation, conversation.ChannelId, cancel) : await desk.OpenOn(conversation, cancel);
            written = request.SendAt is { } sendAt
                ? Message.ToContactLater(open, content, request.ClientId, desk.By, desk.Now, sendAt)
                : Message.ToContact(open, content, request.ClientId, desk.By, desk.Now, rules.Undo);
            if (written.IsScheduled) open.Schedule(written, channel.AutoAssignOnReply);
            else open.Answer(written, channel.AutoAssignOnReply);
            db.Messages.Add(written);
            await replies.CountUse(request.SavedReplyIds ?? [], conversation.ChannelId, cancel);
        }
    }
}

/// <summary>Whether an answer may go out on its channel, and as what.</summary>
public sealed class AnswerRules(RelaisDb db, ConnectedChannels channels, PrivateReplies privateReplies, RelaisSettings settings, TimeProvider clock)
{
    public TimeSpan Undo => settings.Undo;

    /// <summary>Asks the provider for a template before anything is held: no transaction may wait for somebody else's server.</summary>
    public async Task<Template?> Find(TemplateUse? use, Guid channelId, CancellationToken cancel)
    {
        if (use is null || await channels.Find(channelId, cancel) is not { } channel || channel.OrganisationId != db.Scope) return null;

        var templates = await channels.KindOf(channel).Templates(channel, cancel);
        return templates.FirstOrDefault(known => known.Name == use.Name && known.Language == use.Language);
    }

    /// <exception cref="RuleViolation">What is wrong, with a code the screen explains next to the composer.</exception>
    public async Task<(MessageContent Content, Domain.Channels.Channel Channel)> Check(
        Conversation conversation, AnswerContact.Request request, Template? template, Actor by, CancellationToken cancel)
    {
        var channel = await db.Channels.AsNoTracking().FirstAsync(row => row.Id == conversation.ChannelId, cancel);
        var connected = await channels.Find(db, channel.Id, cancel)
            ?? throw new RuleViolation("channel.disconnected", "This channel is disconnected. An administrator can connect it again.");
        var place = channels.CapabilitiesOf(connected).In(conversation.Visibility);
        var capabilities = request.Privately ? channels.CapabilitiesOf(connected) with { MaxAttachments = 0 } : place; // One message, and its words matter.
        var comment = request.Privately ? await privateReplies.Check(conversation, request.ReplyToId, place, request.SendAt, cancel) : null;
        if (comment is null) await CheckWindow(conversation, request, capabilities, cancel);

        if (request.Template is { } use) return (use.AsContent(template), channel);

        var text = request.Text?.Trim() ?? "";
        var files = await Files(request.UploadIds ?? [], by, capabilities, cancel);
        if (text.Length == 0 && files.Count == 0) throw new RuleViolation("message.empty", "Write something or attach a file.");
        if (Placeholders.OpenIn(text) is { Count: > 0 } open)
            throw new RuleViolation(
                "message.placeholder_open",
                "Fill in or remove the placeholders.",
                new Dictionary<string, object?> { ["placeholders"] = string.Join(", ", open) });

        if (capabilities.LengthOf(text) is var length && length > capabilities.MaxText)
            throw new RuleViolation(
                "message.too_long",
                $"This channel takes at most {capabilities.MaxText} characters.",
                new Dictionary<string, object?> { ["limit"] = capabilities.MaxText, ["length"] = length });

        var kind = files.Count == 0 ? MessageKind.Text : Enum.Parse<MessageKind>(files[0].Kind.ToString());
        var quote = comment is null ? await QuoteOf(conversation, request.ReplyToId, cancel) : Quote.Of(comment);
        return (new MessageContent(kind, text, files, ReplyTo: quote), channel);
    }

    /// <summary>What leaves later must be allowed then: should the contact write meanwhile, the window only closes later.</summary>
    private async Task CheckWindow(Conversation conversation, AnswerContact.Request request, Capabilities capabilities, CancellationToken cancel)
    {
        var template = request.Template;
        if (template is not null && !capabilities.Templates)
            throw new RuleViolation("template.unsupported", "This channel knows no templates.");

        var thread = await db.Threads.FindAsync([conversation.ThreadId], cancel); // It may be as new as the conversation.
        var window = ReplyWindow.Of(thread!, capabilities.ReplyWindowHours, clock.GetUtcNow());
        if (template is null && window.IsOpen && request.SendAt >= window.ClosesAt)
            throw new RuleViolation(
                "schedule.window_closed",
                "A free answer is not allowed any more at that time: choose an earlier one, or send a template.",
                new Dictionary<string, object?> { ["closedAt"] = window.ClosesAt });
        if (template is null) window.RefuseClosed();
    }

    private async Task<List<Attachment>> Files(
        IReadOnlyList<Guid> uploadIds, Actor by, Capabilities capabilities, CancellationToken cancel)
    {
        if (uploadIds.Count > capabilities.MaxAttachments)
            throw new RuleViolation(
                "attachment.too_many",
                $"This channel takes {capabilities.MaxAttachments} files a message.",
                new Dictionary<string, object?> { ["limit"] = capabilities.MaxAttachments });

        var ids = uploadIds.ToArray();
        var files = await db.Attachments.Where(file => ids.Contains(file.Id) && file.MessageId == null && file.UploadedBy == by.Id)
            .OrderBy(file => file.Id).ToListAsync(cancel);
        if (files.Count != ids.Distinct().Count()) throw new RuleViolation("attachment.unknown", "Attach the file again.");

        foreach (var file in files) CheckFile(file, capabilities);
        return files;
    }

    private static void CheckFile(Attachment file, Capabilities capabilities)
    {
        if (!capabilities.Files.TryGetValue(file.Kind, out var limit)
            || (limit.Types.Count > 0 && !limit.Types.Contains(file.ContentType)))
            throw new RuleViolation(
                "attachment.type",
                "This channel does not take files of this type.",
                new Dictionary<string, object?> { ["name"] = file.Name, ["type"] = file.ContentType });

        if (file.Size > limit.MaxBytes)
            throw new RuleViolation(
                "attachment.too_large",
                $"This channel takes files of at most {limit.MaxBytes} bytes.",
                new Dictionary<string, object?> { ["name"] = file.Name, ["limit"] = limit.MaxBytes });
    }

    private async Task<Quote?> QuoteOf(Conversation conversation, Guid? id, CancellationToken cancel)
    {
        if (id is null) return null;

        var quoted = await db.Messages.AsNoTracking()
            .FirstOrDefaultAsync(message => message.Id == id && message.ThreadId == conversation.ThreadId, cancel);
        return quoted is null ? null : Quote.Of(quoted);
    }
}
