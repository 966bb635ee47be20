using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Relais.Tests.Channels.Messenger;
using Relais.Tests.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.Hours;

/// <summary>Step 5 of the guide by HTTP: « Ajouter les heures d'ouverture », time zone and hours, and the channels that keep them.</summary>
public sealed class HoursEndpointTests : IAsyncLifetime
{
    private Shop shop = null!;

    public async ValueTask InitializeAsync() => shop = await Shop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task An_administrator_adds_changes_and_deletes_hours_and_every_agent_sees_what_a_channel_keeps()
    {
        (await Channel(shop.Ana))["hours"].ShouldBeNull();

        var added = await shop.Diane.Post("business-hours", new { name = " Service client ", timetable = Office(), channelIds = new[] { shop.MessengerId } });
        added.Text("name").ShouldBe("Service client");
        (await shop.Diane.Get("business-hours")).Items().Single()["channelIds"]!.AsArray().Single()!.GetValue<Guid>().ShouldBe(shop.MessengerId);
        var kept = (await Channel(shop.Ana))["hours"]!;
        kept.Text("name").ShouldBe("Service client");
        kept["openings"]!.AsArray().Count.ShouldBeInRange(10, 11);

        await shop.Diane.Patch($"business-hours/{added.Id()}", new { timetable = new { zone = "Europe/Paris", week = Nothing(), holidays = Array.Empty<object>() } });
        (await Channel(shop.Ana))["hours"]!["openings"]!.AsArray().ShouldBeEmpty();

        (await shop.Diane.Send(HttpMethod.Delete, $"business-hours/{added.Id()}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Channel(shop.Ana))["hours"].ShouldBeNull();
        (await shop.Diane.Get("business-hours")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_keeps_one_at_most_and_is_moved_only_when_that_is_said()
    {
        var first = await shop.Diane.Post("business-hours", new { name = "Service client", timetable = Office(), channelIds = new[] { shop.MessengerId } });
        var wanted = new { name = "Nuit", timetable = Office(), channelIds = new[] { shop.MessengerId } };

        await Refused("business-hours", wanted, "business_hours.channel.taken");
        var second = await shop.Diane.Post("business-hours", new { wanted.name, wanted.timetable, wanted.channelIds, move = true });
        (await Channel(shop.Ana))["hours"]!.Id().ShouldBe(second.Id());

        await shop.Diane.Put($"channels/{shop.MessengerId}/business-hours", new { hoursId = first.Id() });
        (await Channel(shop.Ana))["hours"]!.Id().ShouldBe(first.Id());
        await shop.Diane.Put($"channels/{shop.MessengerId}/business-hours", new { hoursId = (Guid?)null });
        (await Channel(shop.Ana))["hours"].ShouldBeNull();
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_a_sentence()
    {
        await shop.Diane.Post("business-hours", new { name = "Service client", timetable = Office() });

        await Refused("business-hours", new { name = "SERVICE client", timetable = Office() }, "business_hours.name.taken");
        await Refused("business-hours", new { name = " ", timetable = Office() }, "business_hours.name.required");
        await Refused("business-hours", new { name = "Sans rien" }, "business_hours.zone");
        await Refused("business-hours", new { name = "Court", timetable = new { zone = "Europe/Paris", week = Array.Empty<object>() } }, "business_hours.week");
        await Refused("business-hours", new { name = "Ailleurs", timetable = new { zone = "Europe/Atlantis", week = Nothing() } }, "business_hours.zone");
        await Refused("business-hours", new { name = "Ailleurs", timetable = Office(), channelIds = new[] { Guid.CreateVersion7() } }, "business_hours.channel.unknown");
        (await shop.Diane.Send(HttpMethod.Patch, $"business-hours/{Guid.CreateVersion7()}", new { name = "Autre" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await shop.Ana.Send(HttpMethod.Get, "business-hours")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task France_has_eleven_public_holidays_of_which_eight_return_on_their_day()
    {
        var listed = await shop.Diane.Get("public-holidays?country=FR");

        listed["countries"]!.AsArray().Select(code => code!.GetValue<string>()).ShouldContain("FR");
        listed.Items().Where(day => day["everyYear"]!.GetValue<bool>()).Select(day => day.Text("date")[5..])
            .ShouldBe(["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"], ignoreOrder: true);
        listed.Items().Count(day => !day["everyYear"]!.GetValue<bool>()).ShouldBe(9);
    }

    [Fact]
    public async Task A_public_calendar_is_read_as_holidays()
    {
        var year = shop.App.Clock.GetUtcNow().Year;
        var read = await Import($"""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//test//FR
            BEGIN:VEVENT
            UID:1
            DTSTART;VALUE=DATE:20200714
            DTEND;VALUE=DATE:20200715
            RRULE:FREQ=YEARLY
            SUMMARY:Fête nationale
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            DTSTART;VALUE=DATE:{year}1224
            DTEND;VALUE=DATE:{year}1227
            SUMMARY:Fermeture\, inventaire
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            DTSTART:{year}1224T090000Z
            DTEND:{year}1224T100000Z
            SUMMARY:Réunion
            END:VEVENT
            END:VCALENDAR
            """);

        read.Items().Select(day => (day.Text("name"), day.Text("date"), day["everyYear"]!.GetValue<bool>())).ShouldBe(
        [
            ("Fête nationale", "2020-07-14", true), ("Fermeture, inventaire", $"{year}-12-24", false),
            ("Fermeture, inventaire", $"{year}-12-25", false), ("Fermeture, inventaire", $"{year}-12-26", false),
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name;date\nNoël;25/12")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:tomorrow\nEND:VEVENT")]
    public async Task A_file_that_is_no_calendar_is_refused(string content)
    {
        using var form = Form(content);
        await shop.Diane.Send(HttpMethod.Post, "public-holidays/calendar", form).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "holiday_calendar.unreadable");
    }

    [Fact]
    public async Task The_messenger_tells_its_visitors_when_somebody_is_there()
    {
        var zoe = new VisitorBrowser(shop.App.CreateClient(), shop.MessengerId);
        (await Config(zoe))["openings"].ShouldBeNull();

        await shop.Diane.Post("business-hours", new { name = "Service client", timetable = Office(), channelIds = new[] { shop.MessengerId } });
        (await Config(zoe))["openings"]!.AsArray().Count.ShouldBeInRange(10, 11);
    }

    private static async Task<JsonNode> Config(VisitorBrowser browser) => await VisitorBrowser.Read(await browser.Send(HttpMethod.Get, "config"));

    private async Task<JsonNode> Channel(ApiClient who) => (await who.Get("channels")).Items().Single(channel => channel.Id() == shop.MessengerId);

    private async Task<JsonNode> Import(string calendar)
    {
        using var form = Form(calendar);
        return await shop.Diane.Post("public-holidays/calendar", form);
    }

    private static MultipartFormDataContent Form(string content) =>
        new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", "holidays.ics" } };

    private Task Refused(string path, object body, string code) =>
        shop.Diane.Send(HttpMethod.Post, path, body).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code);

    internal static object Office() => new
    {
        zone = "Europe/Paris",
        week = Enumerable.Range(0, 7).Select(day => day < 5 ? new[] { new { from = 540, to = 1020 } } : []).ToArray(),
        holidays = new[] { new { name = "Noël", date = "2020-12-25", everyYear = true } },
    };

    private static object[] Nothing() => [.. Enumerable.Range(0, 7).Select(_ => Array.Empty<object>())];
}
