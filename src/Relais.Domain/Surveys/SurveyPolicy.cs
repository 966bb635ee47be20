using Relais.Domain.Shared;

namespace Relais.Domain.Surveys;

/// <summary>Whose conversations are asked about.</summary>
public enum SurveyTrigger
{
    /// <summary>Those that people ended.</summary>
    People,

    /// <summary>Also those that virtual agents, automations and Relais itself ended.</summary>
    PeopleAndVirtualAgents,
}

/// <summary>What holds for all surveys of an organisation.</summary>
public sealed class SurveyPolicy : Entity
{
    private SurveyPolicy()
    {
    }

    public SurveyPolicy(Guid organisationId) => OrganisationId = organisationId;

    public SurveyTrigger Trigger { get; private set; }

    /// <summary>Whether conversations that ended with others in one go are asked about too.</summary>
    public bool IncludesBulk { get; private set; }

    public void Choose(SurveyTrigger trigger, bool includesBulk, Actor by, DateTimeOffset at)
    {
        (Trigger, IncludesBulk) = (trigger, includesBulk);
        Record(new SurveyPolicyChanged(by, at));
    }
}

/// <summary>Somebody chose anew whose conversations are asked about.</summary>
public sealed record SurveyPolicyChanged(Actor By, DateTimeOffset At) : DomainEvent(By, At);
