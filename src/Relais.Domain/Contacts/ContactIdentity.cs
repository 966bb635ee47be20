using Relais.Domain.Shared;

namespace Relais.Domain.Contacts;

/// <summary>One address of a contact on one channel. A contact may have several there: a phone number and a user id.</summary>
public sealed class ContactIdentity : Entity
{
    public const int ExternalIdLimit = 200;

    private ContactIdentity()
    {
    }

    public ContactIdentity(Contact contact, Guid channelId, string externalId, DateTimeOffset at)
    {
        OrganisationId = contact.OrganisationId;
        ContactId = contact.Id;
        ChannelId = channelId;
        ExternalId = Texts.Required(externalId, ExternalIdLimit, "identity.external_id");
        CreatedAt = at;
        Touch();
    }

    public Guid ContactId { get; private set; }

    public Guid ChannelId { get; private init; }

    /// <summary>The provider's id for this person, unique in the channel; always text.</summary>
    public string ExternalId { get; private init; } = "";

    /// <summary>A member decided that it is this contact's: what is told of it completes the card, and changes nothing that stands there.</summary>
    public bool IsSecondary { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>It is another contact's from now on: two turned out to be one, or it came into other hands.</summary>
    public void BelongTo(Contact contact, bool isSecondary = false)
    {
        ContactId = contact.Id;
        IsSecondary = isSecondary;
        Touch();
    }
}
