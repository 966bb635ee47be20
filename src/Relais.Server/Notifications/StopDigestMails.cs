using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Notifications;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Notifications;

/// <summary>One click in the mail program ends the mails (RFC 8058). Everything else is told as before.</summary>
public static class StopDigestMails
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/digest-mails/{token}/stop", Handle).Open("Mail programs ask it without a session; the token, made for one member, says whose mails end.")
            .WithName("StopDigestMails").WithTags("Notifications").WithSummary("No longer send one e-mails")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(string token, IDataProtectionProvider protection, RelaisDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (DigestMail.Open(protection, token) is not { } whose) return TypedResults.NotFound();

        db.Scope = whose.OrganisationId;
        if (await db.Members.AsNoTracking().FirstOrDefaultAsync(one => one.Id == whose.MemberId, cancel) is not { } member) return TypedResults.NotFound();

        var preferences = await db.NotificationPreferences.FirstOrDefaultAsync(row => row.Id == member.Id, cancel);
        if (preferences is null) db.NotificationPreferences.Add(preferences = new NotificationPreferences(member.OrganisationId, member.Id));
        preferences.StopMails(member.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
