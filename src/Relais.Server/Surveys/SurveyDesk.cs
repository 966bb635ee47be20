using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Domain.Surveys;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Surveys;

/// <summary>Where an administrator changes surveys: names differ, and each channel has one at most that is on.</summary>
public sealed class SurveyDesk(RelaisDb db, CurrentMember me, TimeProvider clock)
{
    public Actor By => me.AsActor();

    public DateTimeOffset Now => clock.GetUtcNow();

    public Guid OrganisationId => me.OrganisationId;

    public Task<Survey?> Find(Guid id, CancellationToken cancel) => db.Surveys.SingleOrDefaultAsync(row => row.Id == id, cancel);

    /// <exception cref="RuleViolation"><c>survey.name.taken</c>, <c>survey.channel.unknown</c>, <c>survey.channel.taken</c>, <c>survey.channel.none</c>.</exception>
    public async Task Check(Survey survey, CancellationToken cancel)
    {
        if (await db.Surveys.AnyAsync(other => other.Key == survey.Key && other.Id != survey.Id, cancel))
            throw new RuleViolation("survey.name.taken", "Choose a name no other survey has.");

        Guid[] wanted = [.. survey.Channels.Select(one => one.ChannelId)];
        if (await db.Channels.CountAsync(channel => wanted.Contains(channel.Id), cancel) != wanted.Length)
            throw new RuleViolation("survey.channel.unknown", "Choose among the channels of this organisation.");
        if (!survey.IsEnabled) return;

        if (wanted.Length == 0) throw new RuleViolation("survey.channel.none", "Choose where it asks first.");
        await RefuseSecond(survey, wanted, cancel);
    }

    private async Task RefuseSecond(Survey survey, Guid[] wanted, CancellationToken cancel)
    {
        var first = await db.Surveys.AsNoTracking()
            .Where(other => other.Id != survey.Id && other.Channels.Any(one => one.IsActive && wanted.Contains(one.ChannelId)))
            .OrderBy(other => other.Id).FirstOrDefaultAsync(cancel);
        if (first is null) return;

        var taken = first.Channels.Select(one => one.ChannelId).Intersect(wanted).ToArray();
        var names = await db.Channels.Where(channel => taken.Contains(channel.Id)).OrderBy(channel => channel.Name).Select(channel => channel.Name).ToListAsync(cancel);
        throw new RuleViolation(
            "survey.channel.taken",
            $"'{first.Name}' asks there already.",
            new Dictionary<string, object?> { ["name"] = first.Name, ["channels"] = string.Join(", ", names) });
    }
}
