using Relais.Domain.Shared;

namespace Relais.Domain.Contacts;

/// <summary>
/// That a contact may be written to first on a channel, or no longer: who said so, how and when. Each is one word said once and stays as
/// it was said; of several, the last counts.
/// </summary>
public sealed class Consent : Entity
{
    public const int HowLimit = 500;

    private Consent()
    {
    }

    /// <exception cref="RuleViolation"><c>consent.how.required</c>, <c>consent.how.too_long</c>.</exception>
    public Consent(Contact contact, Guid channelId, bool isGiven, string how, Actor by, DateTimeOffset at)
    {
        OrganisationId = contact.OrganisationId;
        (ContactId, ChannelId, IsGiven) = (contact.Id, channelId, isGiven);
        How = Texts.Required(how, HowLimit, "consent.how");
        (ByKind, ById, By, At) = (by.Kind, by.Id, by.Name, at);
        Record(new ContactChanged(contact.Id, by, at));
    }

    /// <summary>Who it was said of; who has become part of another contact since keeps his word.</summary>
    public Guid ContactId { get; private init; }

    public Guid ChannelId { get; private init; }

    /// <summary>False = it was taken back.</summary>
    public bool IsGiven { get; private init; }

    /// <summary>The contact's own words, or how the member knows.</summary>
    public string How { get; private init; } = "";

    public ActorKind ByKind { get; private init; }

    public Guid? ById { get; private init; }

    /// <summary>As whoever said it was called then.</summary>
    public string By { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    /// <summary>The contact himself wants no more: then nobody but he can change that.</summary>
    public bool IsRefusal => !IsGiven && ByKind == ActorKind.Contact;
}
