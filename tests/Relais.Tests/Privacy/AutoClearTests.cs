using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Privacy;

/// <summary>What is known of a contact goes by itself, some time after his last conversation was resolved.</summary>
public sealed class AutoClearTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private JsonNode zoe = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        await Write("Bonjour");
        zoe = (await post.Rows()).Single();
        await post.Ana.Patch($"contacts/{zoe["contact"]!.Id()}", new { phone = "+33612345678" });
    }

    [Fact]
    public async Task Everything_goes_whoever_said_it_and_the_times_stay()
    {
        await Choose("oneHour");
        await Resolve();
        post.App.Clock.Advance(TimeSpan.FromMinutes(59));
        await post.App.UntilNothingWaits();
        (await Card()).Text("phone").ShouldBe("+33612345678");

        post.App.Clock.Advance(TimeSpan.FromMinutes(2));
        await post.App.UntilNothingWaits();

        var card = await Card();
        (card["phone"], card["email"], card["attributes"]!.AsArray().Count).ShouldBe((null, null, 0));
        card.Text("name").ShouldBe("Zoé Martin", "how he is called is no attribute");
        var values = await post.App.Look(db => db.Contacts.IgnoreQueryFilters().Select(row => row.Values).SingleAsync(Cancel));
        values.ShouldAllBe(value => value.Value == null && value.UpdatedAt > value.CreatedAt);
        values.Select(value => value.Source).Distinct().Order().ShouldBe([AttributeSource.Agent, AttributeSource.Medium]);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Never_is_the_beginning()
    {
        (await Diane.Get("auto-clear")).Text("option").ShouldBe("never");
        await Resolve();
        await Pass(TimeSpan.FromDays(400));
        (await Card()).Text("phone").ShouldBe("+33612345678");
    }

    [Fact]
    public async Task At_once_is_at_once()
    {
        await Choose("atOnce");
        await Resolve();
        await post.App.UntilNothingWaits();
        (await Card())["phone"].ShouldBeNull();
    }

    [Fact]
    public async Task Back_in_new_it_stops_and_the_next_resolve_starts_it_anew()
    {
        await Choose("oneDay");
        await Resolve();
        await Pass(TimeSpan.FromHours(23));
        await Write("Encore une chose");
        await Pass(TimeSpan.FromHours(23));
        (await Card()).Text("phone").ShouldBe("+33612345678");

        var next = (await post.Rows("new")).Single();
        await post.Ana.Put($"conversations/{next.Id()}/resolution");
        await Pass(TimeSpan.FromHours(23));
        (await Card()).Text("phone").ShouldBe("+33612345678");
        await Pass(TimeSpan.FromHours(2));
        (await Card())["phone"].ShouldBeNull();
    }

    [Fact]
    public async Task With_several_threads_it_runs_only_while_all_are_resolved()
    {
        await Choose("oneHour");
        await post.Write("Ici aussi", "yann", await post.Connect(post.OrganisationId));
        var other = (await post.Rows()).Single(row => row.Text("preview", "text") == "Ici aussi");
        await Diane.Post($"contacts/{zoe["contact"]!.Id()}/merges", new { other = other["contact"]!.Id() });
        await Resolve();
        await Pass(TimeSpan.FromHours(2));
        (await Card()).Text("phone").ShouldBe("+33612345678");

        await post.Ana.Put($"conversations/{other.Id()}/resolution");
        await Pass(TimeSpan.FromHours(2));
        (await Card())["phone"].ShouldBeNull();
        (await post.App.Look(db => db.Contacts.IgnoreQueryFilters().Select(row => row.Values).ToListAsync(Cancel)))
            .SelectMany(values => values).ShouldAllBe(value => value.Value == null, "nor does the one who became part of him");
    }

    [Fact]
    public async Task A_longer_choice_holds_for_those_who_wait_and_never_lets_them_be()
    {
        await Choose("oneHour");
        await Resolve();
        await Choose("sevenDays");
        await Pass(TimeSpan.FromHours(2));
        (await Card()).Text("phone").ShouldBe("+33612345678");
        await Choose("never");
        await Pass(TimeSpan.FromDays(8));
        (await Card()).Text("phone").ShouldBe("+33612345678");
    }

    [Fact]
    public async Task Groups_follow()
    {
        await Diane.Post("contact-groups", new { name = "Joignables", match = "all", rules = new[] { new { alias = "phone", @operator = "notEmpty", values = Array.Empty<string>() } } });
        await post.Until(async db => await db.GroupMembers.IgnoreQueryFilters().AnyAsync());
        await Choose("atOnce");
        await Resolve();
        await post.App.UntilNothingWaits();
        (await Card())["groups"]!.AsArray().ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private Task Write(string text) =>
        post.Bring(post.Says(text) with { From = new Sender(["zoe"], new Profile("Zoé Martin", Email: "zoe@example.com", Language: "fr")) });

    private Task<JsonNode> Choose(string option) => Diane.Put("auto-clear", new { option });

    private Task<JsonNode> Resolve() => post.Ana.Put($"conversations/{zoe.Id()}/resolution");

    private async Task Pass(TimeSpan time)
    {
        await post.Later(time);
        await post.App.UntilNothingWaits();
    }

    private Task<JsonNode> Card() => Diane.Get($"contacts/{zoe["contact"]!.Id()}");
}
