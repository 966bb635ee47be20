using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Messenger;

/// <summary>A call of a visitor's browser that was let in: on which channel, and by whom.</summary>
internal sealed record Visit(ConnectedChannel Channel, MessengerSettings Settings, VisitorSession? Session, string? Token)
{
    public static Visit Of(HttpContext http) => http.Features.Get<Visit>()!;

    /// <summary>Who it is; only at doors that are <see cref="DoorRules.ForVisitors"/>.</summary>
    public string Visitor => Session!.Visitor;

    /// <summary>What he may see.</summary>
    public VisitorThread Threads(RelaisDb db) => new(db, Channel.Id, Session!.Ids);

    /// <summary>Durable when it returns.</summary>
    /// <returns>Whether it came for the first time; and the refusal to hand back where nothing was stored, else null.</returns>
    public async Task<(bool First, IResult? Refusal)> WriteDown(HttpContext http, string key, VisitorAct act)
    {
        try
        {
            var journal = http.RequestServices.GetRequiredService<Journal>();
            return (await journal.Append(Channel, key, act.ToBytes(), http.RequestAborted), null);
        }
        catch (Overloaded)
        {
            http.Response.Headers.RetryAfter = "5";
            return (false, Problems.Result(StatusCodes.Status503ServiceUnavailable, "store.unavailable", "Nothing was stored. Send it again."));
        }
    }
}
