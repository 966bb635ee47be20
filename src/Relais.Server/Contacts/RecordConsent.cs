using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>A member writes down that a contact may be written to first on a channel, or no longer, and how he knows.</summary>
public static class RecordConsent
{
    /// <param name="Given">False = it was taken back.</param>
    /// <param name="How">How one knows: "said so on the phone", "form of 3 May".</param>
    public sealed record Request(bool Given, string How);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/contacts/{id:guid}/consents/{channelId:guid}", Handle)
            .Needs(Permission.EditContacts)
            .WithName("RecordConsent").WithTags("Contacts").WithSummary("Whether a contact may be written to first on a channel")
            .Produces<ContactView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The last word on each channel, of the contact and of everybody he stands for.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Consent>> ConsentsOf(this RelaisDb db, Contact contact, CancellationToken cancel)
    {
        var everybody = (await db.EverybodyIn([contact.Id], cancel)).Keys.ToArray();
        var said = await db.Consents.AsNoTracking().Where(row => everybody.Contains(row.ContactId)).ToListAsync(cancel);
        return said.OrderBy(row => row.At).ThenBy(row => row.Id).GroupBy(row => row.ChannelId).ToDictionary(words => words.Key, words => words.Last());
    }

    private static Task<IResult> Handle(
        Guid id, Guid channelId, Request request, ContactDesk desk, RelaisDb db, CurrentMember me, CancellationToken cancel) =>
        desk.Change(
            id,
            async contact =>
            {
                if (!me.MaySee(channelId) || !await db.Channels.AnyAsync(row => row.Id == channelId, cancel)) return false;
                if (request.Given && (await db.ConsentsOf(contact, cancel)).GetValueOrDefault(channelId) is { IsRefusal: true })
                    throw new RuleViolation("consent.refused", "The contact asked for no more messages here: only he can take that back, by writing.");

                db.Consents.Add(new Consent(contact, channelId, request.Given, request.How, desk.By, desk.Now));
                return true;
            },
            cancel);
}

/// <summary>The last word on whether a contact may be written to first on a channel.</summary>
/// <param name="How">In the contact's own words, or how the member knows.</param>
/// <param name="By">Who said it, as he was called then.</param>
/// <param name="Refused">Whether the contact himself took it back: then only he can give it again.</param>
public sealed record ConsentView(Guid ChannelId, bool Given, string How, string By, DateTimeOffset At, bool Refused)
{
    public static ConsentView Of(Consent consent) => new(consent.ChannelId, consent.IsGiven, consent.How, consent.By, consent.At, consent.IsRefusal);
}
