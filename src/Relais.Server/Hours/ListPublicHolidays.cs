using Microsoft.AspNetCore.Http.HttpResults;
using PublicHoliday;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Security;

namespace Relais.Server.Hours;

/// <summary>The public holidays of a country, this year and the two after it, to be taken into business hours.</summary>
public static class ListPublicHolidays
{
    private const int Years = 3;

    private static readonly Dictionary<string, IPublicHolidays> Countries = new(StringComparer.Ordinal)
    {
        ["AT"] = new AustriaPublicHoliday(), ["AU"] = new AustraliaPublicHoliday(), ["BE"] = new BelgiumPublicHoliday(),
        ["BR"] = new BrazilPublicHoliday(), ["CH"] = new SwitzerlandPublicHoliday(true, true, false), ["CZ"] = new CzechRepublicPublicHoliday(),
        ["DE"] = new GermanPublicHoliday(), ["DK"] = new DenmarkPublicHoliday(), ["EE"] = new EstoniaPublicHoliday(),
        ["ES"] = new SpainPublicHoliday(), ["FI"] = new FinlandPublicHoliday(false), ["FR"] = new FrancePublicHoliday(),
        ["GB"] = new UKBankHoliday(), ["GR"] = new GreecePublicHoliday(), ["HR"] = new CroatiaPublicHoliday(),
        ["HU"] = new HungaryPublicHoliday(), ["IE"] = new IrelandPublicHoliday(), ["IT"] = new ItalyPublicHoliday(),
        ["JP"] = new JapanPublicHoliday(), ["LT"] = new LithuaniaPublicHoliday(), ["LU"] = new LuxembourgPublicHoliday(),
        ["LV"] = new LatviaPublicHoliday(), ["MX"] = new MexicoPublicHoliday(), ["NL"] = new DutchPublicHoliday(),
        ["NO"] = new NorwayPublicHoliday(), ["NZ"] = new NewZealandPublicHoliday(), ["PL"] = new PolandPublicHoliday(),
        ["PT"] = new PortugalPublicHoliday(), ["RO"] = new RomanianPublicHoliday(), ["SE"] = new SwedenPublicHoliday(),
        ["SI"] = new SloveniaPublicHoliday(), ["SK"] = new SlovakiaPublicHoliday(), ["US"] = new USAPublicHoliday(),
    };

    /// <param name="Countries">Those whose holidays are known, as ISO codes.</param>
    /// <param name="Items">The holidays of the country that was asked for.</param>
    public sealed record Answer(IReadOnlyList<string> Countries, IReadOnlyList<HolidayView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/public-holidays", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ListPublicHolidays").WithTags("Business hours").WithSummary("The public holidays of a country")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Ok<Answer> Handle(string? country, TimeProvider clock) => TypedResults.Ok(new Answer(
        [.. Countries.Keys.Order(StringComparer.Ordinal)], country is null ? [] : Of(country, clock.GetUtcNow().Year)));

    /// <summary>What falls on the same day in all those years returns every year; the others are named with theirs.</summary>
    internal static IReadOnlyList<HolidayView> Of(string country, int firstYear)
    {
        if (!Countries.TryGetValue(country, out var known))
            throw new RuleViolation("public_holidays.country", "Choose a country of the list.");

        var all = Enumerable.Range(firstYear, Years).SelectMany(year => known.PublicHolidayNames(year))
            .Select(day => (Date: DateOnly.FromDateTime(day.Key), Name: day.Value)).ToList();
        return [.. all.GroupBy(day => (day.Date.Month, day.Date.Day, day.Name)).SelectMany(same => same.Count() == Years
            ? [new HolidayView(same.Key.Name, same.Min(day => day.Date), EveryYear: true, [])]
            : same.Select(day => new HolidayView(day.Name, day.Date, EveryYear: false, []))).OrderBy(day => day.Date)];
    }
}
