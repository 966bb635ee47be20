using System.Text;
using Relais.Domain.Contacts;
using Relais.Domain.Shared;

namespace Relais.Domain.Privacy;

/// <summary>That a contact was deleted: by whom and when, how much it was, and a hint of who it was that tells nobody else.</summary>
public sealed class DeletedContact : Entity
{
    public const int HintLimit = 40;
    private const int EndShown = 2;

    private DeletedContact()
    {
    }

    internal DeletedContact(Contact contact, Belongings his, Losses losses, Actor by, DateTimeOffset at)
    {
        OrganisationId = contact.OrganisationId;
        Hint = HintOf(contact);
        ChannelIds = [.. his.Identities.Select(identity => identity.ChannelId).Concat(his.Threads.Select(thread => thread.ChannelId)).Distinct().Order()];
        Losses = losses;
        (ById, ByName, At) = (by.Id, by.Name, at);
        Touch();
    }

    /// <summary>Initials, or the end of a number.</summary>
    public string Hint { get; private init; } = "";

    /// <summary>Where he wrote.</summary>
    public IReadOnlyList<Guid> ChannelIds { get; private init; } = [];

    public Losses Losses { get; private init; } = Losses.None;

    public Guid? ById { get; private init; }

    /// <summary>As the administrator was called then.</summary>
    public string ByName { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    /// <summary>When the last trace was gone from every table and every file; null while some are still being removed.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Nothing of him is left.</summary>
    public void Erased(DateTimeOffset at)
    {
        ErasedAt = at;
        Record(new ContactErased(Id, Actor.System, at));
    }

    private static string HintOf(Contact contact)
    {
        if (contact.Name is not null)
        {
            var initials = contact.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Rune.ToUpperInvariant(word.EnumerateRunes().First()).ToString());
            return Texts.Fit(string.Concat(initials.Take(3).Select(letter => $"{letter}. ")), HintLimit) ?? "";
        }

        return contact.Phone is { Length: > EndShown } phone ? $"…{phone[^EndShown..]}" : "";
    }
}

/// <summary>How much goes with a contact.</summary>
/// <param name="Attributes">Values of attributes.</param>
/// <param name="Merges">Contacts who had become part of this one.</param>
public sealed record Losses(int Conversations, int Messages, int Files, int Notes, int Attributes, int Identities, int Merges)
{
    public static readonly Losses None = new(0, 0, 0, 0, 0, 0, 0);
}

/// <summary>An administrator deleted a contact: nobody sees anything of him any more.</summary>
public sealed record ContactDeleted(Guid DeletedContactId, string Hint, Actor By, DateTimeOffset At) : DomainEvent(By, At);

/// <summary>The last trace of a deleted contact is gone.</summary>
public sealed record ContactErased(Guid DeletedContactId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
