using Relais.Domain.Shared;

namespace Relais.Server.Broadcasts;

/// <summary>A broadcast as it is being made.</summary>
/// <param name="Name">What colleagues call it; customers do not see it.</param>
/// <param name="Values">
/// What fills the gaps of the template, in its order: words, and placeholders such as <c>{{contact.first_name|Madame, Monsieur}}</c>. With a
/// list one may be empty, where every line brings its own.
/// </param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Consent">How one knows that they agree to be written to, where nobody has said so yet; without it they are left out.</param>
/// <param name="StartAt">When it begins; at once when left out.</param>
public sealed record BroadcastRequest(
    string? Name,
    Guid ChannelId,
    string Template,
    string Language,
    IReadOnlyList<string?> Values,
    AudienceRequest Audience,
    string? Consent,
    DateTimeOffset? StartAt)
{
    /// <summary>Whom it is for and what each will read.</summary>
    /// <exception cref="RuleViolation">What <see cref="BroadcastDesk.Plan"/> and <see cref="Recipients.Draw"/> refuse.</exception>
    internal async Task<(BroadcastPlan Plan, Drawn Drawn)> Draw(BroadcastDesk desk, Recipients recipients, CancellationToken cancel)
    {
        var plan = await desk.Plan(ChannelId, Template, Language, Values ?? [], Consent, mayBeEmpty: Audience?.List is not null, cancel);
        return (plan, await recipients.Draw(plan, Audience ?? new AudienceRequest(null, null, null), cancel));
    }
}
