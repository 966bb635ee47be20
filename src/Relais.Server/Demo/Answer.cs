namespace Relais.Server.Demo;

/// <summary>What the shop told a customer, as it reached his side.</summary>
/// <param name="On">The channel.</param>
/// <param name="To">What the channel calls the customer.</param>
/// <param name="Words">What he reads.</param>
/// <param name="ExternalId">The channel's id of it.</param>
public sealed record Answer(string On, string To, string Words, string ExternalId);
