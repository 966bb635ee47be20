using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.VirtualAgents;

namespace Relais.Server.Channels;

/// <summary>Puts together what a channel needs to send one answer.</summary>
public sealed class OutgoingLoader(IServiceScopeFactory scopes, FileStore files, SiteAddress address)
{
    private const int AnsweredLookedThrough = 20;

    /// <summary>Null when it needs no sending any more: withdrawn, or the provider already told what became of it.</summary>
    public async Task<Outgoing?> Load(OutboxRow row, Capabilities? capabilities, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = row.OrganisationId;
        var message = await db.Messages.AsNoTracking().FirstOrDefaultAsync(stored => stored.Id == row.MessageId, cancel);
        if (message is null or { Delivery: not (DeliveryStatus.Queued or DeliveryStatus.Unknown) }) return null;

        var thread = await db.Threads.AsNoTracking().FirstAsync(stored => stored.Id == message.ThreadId, cancel);
        var attachments = await db.Attachments.AsNoTracking().Where(file => file.MessageId == message.Id).OrderBy(file => file.Id).ToListAsync(cancel);
        var quoted = message.ReplyToId is { } id
            ? await db.Messages.AsNoTracking().Where(stored => stored.Id == id).Select(stored => new { stored.ExternalId, stored.ThreadId }).FirstOrDefaultAsync(cancel)
            : null;
        var isElsewhere = quoted is not null && quoted.ThreadId != message.ThreadId;
        var contactName = await db.Contacts.AsNoTracking().Where(contact => contact.Id == thread.ContactId)
            .Select(contact => contact.Name).FirstOrDefaultAsync(cancel);

        return new Outgoing(
            message.Id, row.Attempt, message.ThreadId, message.ConversationId, await Addresses.Of(db, thread, cancel), message.Text, message.AuthorName)
        {
            At = message.At,
            Files = [.. attachments.Where(file => file.Key is not null).Select(File)],
            ReplyToExternalId = isElsewhere ? null : quoted?.ExternalId,
            PrivatelyAnswers = isElsewhere ? quoted?.ExternalId : null,
            Post = thread.Visibility == Visibility.Public ? thread.Post : null,
            Answers = thread.Visibility == Visibility.Public || capabilities is { AnswersRepeat: true } ? await AnsweredBy(db, message, cancel) : null,
            Template = message is { Kind: MessageKind.Template, Extra: { } extra }
                ? JsonSerializer.Deserialize<TemplateUse>(extra, JsonSerializerOptions.Web)
                : null,
            ContactName = contactName,
            Choices = Choices.Of(message),
            IsAutomatic = message.AuthorKind == ActorKind.VirtualAgent,
        };
    }

    private static async Task<Answered?> AnsweredBy(RelaisDb db, Message answer, CancellationToken cancel)
    {
        var received = db.Messages.AsNoTracking().Where(one => one.ThreadId == answer.ThreadId && one.Direction == Direction.In && one.ExternalId != null);
        var quoted = answer.ReplyToId is { } id ? await received.FirstOrDefaultAsync(one => one.Id == id, cancel) : null;
        if (quoted is null || quoted.RemovedAt is not null || Participants.Wrote(quoted.Extra))
        {
            var newest = await received.Where(one => one.ReceivedAt <= answer.ReceivedAt)
                .OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(AnsweredLookedThrough).ToListAsync(cancel);
            var his = newest.Where(one => !Participants.Wrote(one.Extra)).ToList();
            quoted = his.Find(one => one.RemovedAt is null) ?? his.FirstOrDefault();
        }

        return quoted is null ? null : new Answered(quoted.ExternalId!, quoted.Text, quoted.AuthorName, quoted.At, quoted.Extra);
    }

    private OutgoingFile File(Attachment file) => new(
        file.Kind,
        file.Name,
        file.ContentType,
        file.Size,
        address.Of($"api/v1/attachments/{file.Key}").ToString(),
        _ => Task.FromResult(files.Open(file.Key!) ?? throw new FileNotFoundException($"The file of attachment {file.Id} is missing.")));
}
