using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Finds contacts by name, e-mail or telephone.</summary>
public static class FindContacts
{
    private const int Most = 20;
    private const int FewestDigits = 4;

    /// <summary>A contact as a list of results shows it.</summary>
    /// <param name="ChannelIds">Where he can be reached, of what this member may see.</param>
    public sealed record Found(Guid Id, string Name, string? AvatarUrl, bool Vip, string? Email, string? Phone, IReadOnlyList<Guid> ChannelIds);

    public sealed record Answer(IReadOnlyList<Found> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/contacts", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("FindContacts").WithTags("Contacts").WithSummary("Find contacts by name, e-mail or telephone, the newest first")
            .Produces<Answer>();

    private static async Task<IResult> Handle(string? search, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(search)) return TypedResults.Ok(new Answer([]));

        var found = await db.Contacts.AsNoTracking().VisibleTo(me, db).Like(search.Trim())
            .OrderByDescending(row => row.Id).Take(Most).ToListAsync(cancel);
        var ids = found.ConvertAll(contact => contact.Id);
        var homes = (await db.ContactIdentities.AsNoTracking().Where(row => ids.Contains(row.ContactId)).ToListAsync(cancel))
            .Where(row => me.MaySee(row.ChannelId)).ToLookup(row => row.ContactId, row => row.ChannelId);
        return TypedResults.Ok(new Answer([.. found.Select(contact => new Found(
            contact.Id, contact.DisplayName, contact.AvatarUrl, contact.IsVip, contact.Email, contact.Phone, [.. homes[contact.Id].Distinct()]))]));
    }

    private static IQueryable<Contact> Like(this IQueryable<Contact> contacts, string words)
    {
        var pattern = Pattern(Texts.Key(words));
        var digits = string.Concat(words.Where(char.IsAsciiDigit)).TrimStart('0');
        var number = digits.Length >= FewestDigits && !words.Any(char.IsLetter) ? Pattern(digits) : null;
        return contacts.Where(row => EF.Functions.Like(row.SearchKey, pattern, "\\")
            || (number != null && EF.Functions.Like(row.Phone!, number, "\\")));
    }

    private static string Pattern(string words) =>
        $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
