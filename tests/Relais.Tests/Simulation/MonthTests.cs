using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Tests.Testing;

namespace Relais.Tests.Simulation;

/// <summary>
/// A month of a busy shop, in a minute; where the store is for several nodes, a second one works along. <c>RELAIS_SIMULATED_DAYS=730</c> makes it two years,
/// <c>RELAIS_SIMULATION_SEED</c> has a life again.
/// </summary>
public sealed class MonthTests
{
    private const int Month = 30;
    private const int ActsADay = 7;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_in_bad_weather_leaves_nothing_undone_nothing_done_twice_and_nothing_done_early()
    {
        var days = Number("RELAIS_SIMULATED_DAYS") ?? Month;
        var seed = Number("RELAIS_SIMULATION_SEED") ?? 20261127;
        await using var shop = await BusyShop.Open(seed);
        for (var day = 0; day < days; day++) await shop.Live(ActsADay);
        await shop.Rest(days: 7);

        var chronicle = new Chronicle(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
        var breaches = await shop.Post.App.Look(db => chronicle.Judge(db, shop.Post.App.Clock.GetUtcNow(), Cancel));
        breaches.ShouldBeEmpty($"seed {seed}");
        await shop.Post.App.ShouldBeSound();
        await EverythingArrivedAndLeftOnce(shop);
        await EveryQuestionWasOfARequest(shop, chronicle);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{days} days, seed {seed}: {shop.Letters} letters, {shop.Accidents} accidents, {shop.Deaths} deaths, {chronicle.Greetings} greetings, {chronicle.Rules} rules, "
            + $"{chronicle.Boomerangs} boomerangs, {chronicle.AutoResolved} auto-resolved, {chronicle.Questions} questions.");
        if (days >= Month) new[] { shop.Accidents, chronicle.Greetings, chronicle.Rules, chronicle.Boomerangs, chronicle.AutoResolved, chronicle.Questions }.ShouldAllBe(count => count > 1, "it must reach what it is about");
    }

    private static async Task EverythingArrivedAndLeftOnce(BusyShop shop)
    {
        var messages = await shop.Post.App.Look(db => db.Messages.IgnoreQueryFilters().AsNoTracking().ToListAsync(Cancel));
        messages.Count(message => message.Direction == Direction.In).ShouldBe(shop.Letters);
        var flights = shop.Post.Pigeon.Flights.Select(flight => flight.Answer.MessageId).ToList();
        flights.ShouldBeUnique();
        messages.Where(message => message.Delivery == DeliveryStatus.Sent).Select(message => message.Id).ShouldBe(flights, ignoreOrder: true);
    }

    /// <summary>I21: each end is asked about once, reminded once at most, and its score is told once.</summary>
    private static async Task EveryQuestionWasOfARequest(BusyShop shop, Chronicle chronicle)
    {
        var requests = await shop.Post.App.Look(db => db.SurveyRequests.IgnoreQueryFilters().AsNoTracking().ToListAsync(Cancel));
        var asked = requests.Count(request => request.AskedAt is not null);
        chronicle.Questions.ShouldBeInRange(asked, asked * 2);
        var told = await shop.Post.App.Look(db => db.Events.IgnoreQueryFilters().CountAsync(row => row.Kind == "surveyAnswered", Cancel));
        told.ShouldBe(requests.Count(request => request.Score is not null));
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
