using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Relais.Server.Persistence;

namespace Relais.Server.Channels.Messenger;

/// <summary>
/// The id of an upload is a sealed note of what was stored and for whom: nothing to look up, nothing to clean, and of no
/// use to anybody else.
/// </summary>
internal sealed class UploadTickets(IDataProtectionProvider protection, Guid channelId)
{
    private readonly IDataProtector seal = protection.CreateProtector("messenger-upload", channelId.ToString());

    public string Write(string visitor, SentFile file, DateTimeOffset now) =>
        seal.Protect(JsonSerializer.Serialize(new Ticket(visitor, now + FileStore.Patience, file), VisitorAct.Json));

    /// <summary>Null when it is not ours, somebody else's or too old.</summary>
    public SentFile? Open(string id, string visitor, DateTimeOffset now)
    {
        try
        {
            var ticket = JsonSerializer.Deserialize<Ticket>(seal.Unprotect(id), VisitorAct.Json)!;
            return ticket.Visitor == visitor && ticket.Until > now ? ticket.File : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Ticket(string Visitor, DateTimeOffset Until, SentFile File);
}
