namespace Relais.Domain.Shared;

/// <summary>The kinds of someone who can change something.</summary>
public enum ActorKind
{
    Contact,
    Member,
    System,
    Rule,
    VirtualAgent,
}

/// <summary>Who did something: a contact, a member, a rule or Relais itself. The name is kept as it was at the time.</summary>
public sealed record Actor(ActorKind Kind, Guid? Id, string Name)
{
    public static readonly Actor System = new(ActorKind.System, null, "Relais");
}
