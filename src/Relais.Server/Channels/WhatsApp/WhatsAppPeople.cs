using System.Text.RegularExpressions;
using Relais.Domain.Contacts;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>
/// Who is who. A person has a number, a user id of the shop's and perhaps one of the shop's whole group, and any of them
/// may be missing: people who chose a username may hide their number.
/// https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
/// </summary>
internal static partial class WhatsAppPeople
{
    /// <summary>Country, dot, up to 128 letters and digits: such an id goes into <c>recipient</c>, not into <c>to</c>.</summary>
    public static bool IsUserId(string id) => UserId().IsMatch(id);

    /// <summary>Of this shop, not of the group of shops it belongs to.</summary>
    public static bool IsOwnUserId(string id) => IsUserId(id) && !id.Contains(".ENT.", StringComparison.Ordinal);

    /// <summary>
    /// A number may come into other hands; a user id belongs to one person for ever, and when it changes, Meta says so in a notice
    /// of its own. So who is known by one user id is not the one who writes under another, whatever number both have.
    /// </summary>
    public static bool IsSomebodyElse(IReadOnlyCollection<string> known, IReadOnlyCollection<string> told) =>
        known.Any(IsOwnUserId) && told.Any(IsOwnUserId) && !told.Any(id => IsUserId(id) && known.Contains(id));

    public static Sender? Author(WaMessage message, IReadOnlyList<WaContact> contacts)
    {
        var contact = ContactOf(message.From, message.FromUserId, contacts);
        return Of(
            message.From ?? contact?.WaId,
            message.FromUserId ?? contact?.UserId,
            message.FromParentUserId ?? contact?.ParentUserId,
            contact?.Profile) is { } author ? Told(author, SharedNumber(message)) : null;
    }

    public static Sender? Recipient(WaMessage echo, IReadOnlyList<WaContact> contacts)
    {
        var contact = ContactOf(echo.To, echo.ToUserId, contacts);
        return Of(
            echo.To ?? contact?.WaId, echo.ToUserId ?? contact?.UserId, echo.ToParentUserId ?? contact?.ParentUserId, contact?.Profile);
    }

    /// <summary>Null when there is no id at all. The number first: it is what the others are made anew from.</summary>
    public static Sender? Of(string? number, string? userId, string? parentUserId, WaProfile? profile)
    {
        // Some events carry the user id where the number belongs.
        if (number is not null && IsUserId(number)) (number, userId) = (null, userId ?? number);

        string[] ids = [.. new[] { number, userId, parentUserId }.OfType<string>().Where(IsUsable).Distinct(StringComparer.Ordinal)];
        return ids.Length == 0
            ? null
            : new Sender(ids, ProfileOf(profile, number is not null && Number().IsMatch(number) ? $"+{number}" : null));
    }

    private static Profile ProfileOf(WaProfile? profile, string? phone)
    {
        var known = new Profile(profile?.Name ?? profile?.Username, Phone: phone);
        return profile?.Username is { Length: > 0 } username
            ? known with { Attributes = new Dictionary<string, string> { ["username"] = username } }
            : known;
    }

    /// <summary>The card of the message's author; a card of someone else, in a call with several messages, is not.</summary>
    private static WaContact? ContactOf(string? number, string? userId, IReadOnlyList<WaContact> contacts) =>
        contacts.FirstOrDefault(contact => (number is not null && (contact.WaId == number || contact.UserId == number)) || (userId is not null && contact.UserId == userId))
        ?? (contacts is [var only] && !(Differ(only.WaId, number) || Differ(only.UserId, userId)) ? only : null);

    private static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;

    /// <summary>A number on a card is the customer's word: it is noted, but leads to nobody.</summary>
    private static Sender Told(Sender author, string? number) =>
        number is null || author.Profile.Phone is not null ? author : author with { Profile = author.Profile with { Phone = $"+{number}" } };

    /// <summary>The number a customer gave when a template asked for it.</summary>
    private static string? SharedNumber(WaMessage message)
    {
        if (message.Origin?.StartsWith("contact_request", StringComparison.Ordinal) != true) return null;
        if (message.Contacts is not [{ Phones: [var phone, ..] }]) return null;

        var digits = string.Concat((phone.WaId ?? phone.Phone ?? "").Where(char.IsAsciiDigit));
        return Number().IsMatch(digits) ? digits : null;
    }

    private static bool IsUsable(string id) => id.Trim().Length > 0 && id.Length <= ContactIdentity.ExternalIdLimit;

    [GeneratedRegex(@"^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UserId();

    [GeneratedRegex(@"^[0-9]{5,15}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
