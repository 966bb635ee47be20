using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Persistence;

namespace Relais.Server.Conversations;

/// <summary>A conversation for those who come without a person: timers, and programs that hold one.</summary>
internal static class LockedConversations
{
    /// <summary>Read when nobody else can change its thread any more, until the transaction ends. Null when there is none.</summary>
    public static async Task<Conversation?> LockConversation(this RelaisDb db, Guid id, CancellationToken cancel)
    {
        var threadId = await db.Conversations.Where(row => row.Id == id).Select(row => row.ThreadId).FirstOrDefaultAsync(cancel);
        if (threadId == Guid.Empty) return null;

        await db.Dialect.LockThreads(db, [threadId], cancel);
        return await db.Conversations.FirstOrDefaultAsync(row => row.Id == id, cancel);
    }
}
