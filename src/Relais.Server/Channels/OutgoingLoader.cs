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
    /// <summary>Null when it needs no sending any more: withdrawn, or the provider already told what became of it.</summary>
    public async Task<Outgoing?> Load(OutboxRow row, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = row.OrganisationId;
        var message = await db.Messages.AsNoTracking().FirstOrDefaultAsync(stored => stored.Id == row.MessageId, cancel);
        if (message is null or { Delivery: not (DeliveryStatus.Queued or DeliveryStatus.Unknown) }) return null;

        var thread = await db.Threads.AsNoTracking().FirstAsync(stored => stored.Id == message.ThreadId, cancel);
        var attachments = await db.Attachments.AsNoTracking().Where(file => file.MessageId == message.Id).OrderBy(file => file.Id).ToListAsync(cancel);
        var quoted = message.ReplyToId is { } id
            ? await db.Messages.AsNoTracking().Where(stored => stored.Id == id).Select(stored => stored.ExternalId).FirstOrDefaultAsync(cancel)
            : null;
        var contactName = await db.Contacts.AsNoTracking().Where(contact => contact.Id == thread.ContactId)
            .Select(contact => contact.Name).FirstOrDefaultAsync(cancel);

        return new Outgoing(
            message.Id, row.Attempt, message.ThreadId, message.ConversationId, await Addresses.Of(db, thread, cancel), message.Text, message.AuthorName)
        {
            At = message.At,
            Files = [.. attachments.Where(file => file.Key is not null).Select(File)],
            ReplyToExternalId = quoted,
            Template = message is { Kind: MessageKind.Template, Extra: { } extra }
                ? JsonSerializer.Deserialize<TemplateUse>(extra, JsonSerializerOptions.Web)
                : null,
            ContactName = contactName,
            Choices = Choices.Of(message),
            IsAutomatic = message.AuthorKind == ActorKind.VirtualAgent,
        };
    }

    private OutgoingFile File(Attachment file) => new(
        file.Kind,
        file.Name,
        file.ContentType,
        file.Size,
        address.Of($"api/v1/attachments/{file.Key}").ToString(),
        _ => Task.FromResult(files.Open(file.Key!) ?? throw new FileNotFoundException($"The file of attachment {file.Id} is missing.")));
}
