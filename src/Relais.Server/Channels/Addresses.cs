using Microsoft.EntityFrameworkCore;
using Relais.Server.Persistence;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Channels;

/// <summary>Under which ids a contact is reached on a channel, the most lasting first.</summary>
internal static class Addresses
{
    public static async Task<IReadOnlyList<string>> Of(RelaisDb db, Thread thread, CancellationToken cancel) =>
        await db.ContactIdentities.IgnoreQueryFilters().AsNoTracking()
            .Where(identity => identity.ContactId == thread.ContactId && identity.ChannelId == thread.ChannelId)
            .OrderBy(identity => identity.Id)
            .Select(identity => identity.ExternalId)
            .ToListAsync(cancel);
}
