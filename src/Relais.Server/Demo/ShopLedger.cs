using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;

namespace Relais.Server.Demo;

/// <summary>Looks where the customers' words went, and writes down what the shop did in days gone by, which no door takes.</summary>
public sealed class ShopLedger(IServiceScopeFactory scopes, Wake wake)
{
    public Guid OrganisationId { get; set; }

    public async Task<bool> IsEmpty(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<RelaisDb>().Organisations.AnyAsync(cancel);
    }

    public async Task<Guid> OrganisationOf(Guid channelId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RelaisDb>().Channels.IgnoreQueryFilters()
            .Where(channel => channel.Id == channelId).Select(channel => channel.OrganisationId).SingleAsync(cancel);
    }

    /// <summary>The conversation a message came into, as soon as it is there.</summary>
    public async Task<Guid> Arrival(Guid channelId, string externalId, CancellationToken cancel)
    {
        while (true)
        {
            if (await Look(db => db.Messages.Where(message => message.ChannelId == channelId && message.ExternalId == externalId)
                .Select(message => (Guid?)message.ConversationId).FirstOrDefaultAsync(cancel)) is { } conversationId) return conversationId;

            await Task.Delay(15, cancel);
        }
    }

    public Task<bool> Has(Guid channelId, string externalId, CancellationToken cancel) =>
        Look(db => db.Messages.AnyAsync(message => message.ChannelId == channelId && message.ExternalId == externalId, cancel));

    /// <summary>Null when the customer waits for nothing.</summary>
    public Task<OpenExchange?> Open(Guid channelId, Customer customer, CancellationToken cancel) => Look(db => (
        from identity in db.ContactIdentities
        join conversation in db.Conversations on identity.ContactId equals conversation.ContactId
        where identity.ChannelId == channelId && conversation.ChannelId == channelId && conversation.State != ConversationState.Resolved
            && (identity.ExternalId == customer.ExternalId || identity.ExternalId == "customer-" + customer.Id)
        select new OpenExchange(conversation.Id, conversation.AssigneeId)).FirstOrDefaultAsync(cancel));

    /// <summary>The newest answer the customer has, by the channel's id.</summary>
    public Task<string?> LastAnswer(Guid conversationId, CancellationToken cancel) => Look(db => db.Messages
        .Where(message => message.ConversationId == conversationId && message.Direction == Direction.Out && message.ExternalId != null)
        .OrderByDescending(message => message.At).Select(message => message.ExternalId).FirstOrDefaultAsync(cancel));

    /// <summary>What is over and was not asked about yet, in its order.</summary>
    public Task<List<Guid>> Ended(CancellationToken cancel) => Look(db => db.Conversations
        .Where(row => row.State == ConversationState.Resolved && row.Visibility == Visibility.Private && !db.SurveyRequests.Any(one => one.ConversationId == row.Id))
        .OrderBy(row => row.ResolvedAt).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel));

    /// <summary>What somebody of the shop did to a conversation at a time gone by, by the same methods of the domain as today.</summary>
    public async Task Change(Guid conversationId, Action<RelaisDb, Conversation> change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        change(db, await Hold(db, conversationId, cancel));
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        wake.Outbox.Ring();
    }

    /// <summary>The doors take a message of last week, but what comes of it happens when it comes. Here it happened then.</summary>
    public async Task Backdate(Guid conversationId, DateTimeOffset at, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        var conversation = await Hold(db, conversationId, cancel);
        var contact = await db.Contacts.SingleAsync(row => row.Id == conversation.ContactId, cancel);
        if (conversation.OpenedAt > at) db.Entry(conversation).Property(it => it.OpenedAt).CurrentValue = at;
        if (conversation.State == ConversationState.New) db.Entry(conversation).Property(it => it.StateSince).CurrentValue = at;
        if (contact.CreatedAt > at) db.Entry(contact).Property(it => it.CreatedAt).CurrentValue = at;
        foreach (var happened in await db.Events.AsTracking().Where(row => row.ConversationId == conversationId && row.At > at).ToListAsync(cancel))
        {
            var body = JsonNode.Parse(happened.Body)!;
            body["at"] = at;
            db.Entry(happened).Property(it => it.At).CurrentValue = at;
            db.Entry(happened).Property(it => it.Body).CurrentValue = body.ToJsonString();
        }

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
    }

    /// <summary>What customers have written may be routed at the same moment.</summary>
    private static async Task<Conversation> Hold(RelaisDb db, Guid conversationId, CancellationToken cancel)
    {
        var threadId = await db.Conversations.Where(row => row.Id == conversationId).Select(row => row.ThreadId).SingleAsync(cancel);
        await db.Dialect.LockThreads(db, [threadId], cancel);
        return await db.Conversations.SingleAsync(row => row.Id == conversationId, cancel);
    }

    private async Task<T> Look<T>(Func<RelaisDb, Task<T>> look)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = OrganisationId;
        return await look(db);
    }
}

/// <summary>A conversation that is not over, and who has it.</summary>
public sealed record OpenExchange(Guid Id, Guid? AssigneeId);
