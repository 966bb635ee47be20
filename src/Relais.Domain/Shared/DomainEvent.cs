namespace Relais.Domain.Shared;

/// <summary>Something that happened, in the past tense: one row feeds the audit trail, the live screens and every reaction.</summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When, by our clock.</param>
public abstract record DomainEvent(Actor By, DateTimeOffset At)
{
    /// <summary>Whose feed it belongs to; set when the entity records it.</summary>
    public Guid OrganisationId { get; internal set; }
}
