using Relais.Domain.Contacts;

namespace Relais.Server.Broadcasts;

/// <summary>Whom a broadcast is for: one of the three.</summary>
/// <param name="GroupId">The contacts of a group.</param>
/// <param name="Rules">The contacts that rules find, as those of a group do.</param>
/// <param name="List">Those in a list.</param>
public sealed record AudienceRequest(Guid? GroupId, AudienceRules? Rules, AudienceList? List);

/// <summary>Rules as a contact group has them.</summary>
public sealed record AudienceRules(GroupMatch Match, IReadOnlyList<GroupRule> Rules);

/// <summary>A list somebody brings.</summary>
/// <param name="Name">Of the file, where it came from one.</param>
/// <param name="Table">Its lines (CSV): number, name, then a column for each gap of the template.</param>
public sealed record AudienceList(string? Name, string Table);
