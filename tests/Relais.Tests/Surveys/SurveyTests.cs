using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using Relais.Tests.VirtualAgents;
using static Relais.Tests.Channels.Spine.PigeonPost;
using static Relais.Tests.Surveys.Asking;

namespace Relais.Tests.Surveys;

/// <summary>Step 13 of the guide: a survey is sent once a conversation is resolved, in several languages, with versions for channels.</summary>
public sealed class SurveyTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    [Fact]
    public async Task It_asks_hears_the_score_asks_what_went_wrong_thanks_and_leaves_the_end_as_it_was()
    {
        await new Asking().On(Diane, post.ChannelId);
        var row = await Ended(post);
        (row.Text("state"), row["holder"]!.Text("name")).ShouldBe(("held", "CSAT VA"));
        (await post.Rows("new pending resolved")).ShouldBeEmpty("it is not in New");
        (await post.Said(row))[^1].ShouldBe("Comment était-ce ?\n\nRépondez par un chiffre de 1 (mauvais) à 5 (excellent).");
        var (resolvedAt, reason) = (row["resolvedAt"]!.ToString(), row.Id("resolveReasonId"));

        await Says("2");
        row = await post.Row(row.Id());
        (row.Text("state"), row["score"]!.GetValue<int>()).ShouldBe(("held", 2));
        await Says("Le livreur n’est jamais venu");
        row = await post.Row(row.Id());
        (row.Text("state"), row["resolvedAt"]!.ToString(), row.Id("resolveReasonId"), row["holder"]).ShouldBe(("resolved", resolvedAt, reason, null));
        (await post.Said(row))[^2..].ShouldBe(["Qu’est-ce qui n’a pas été ?", "Merci !"]);
        (await post.Rows("new pending held")).ShouldBeEmpty("answers open no conversation");

        (await post.Trail("surveyAnswered"))["detail"]!["score"]!.GetValue<int>().ShouldBe(2);
        (await post.Trail("surveyCommented"))["detail"]!.Text("comment").ShouldBe("Le livreur n’est jamais venu");
        var end = await post.Trail("conversationResolved");
        (end["detail"]!.Text("way"), end["detail"]!["reason"]!.Text("name"), end["actor"]!.Text("name")).ShouldBe(("survey", "Solution apportée", "CSAT VA"));
        var asked = await Only();
        (asked.ResolverId, asked.Raw, asked.Score, asked.Comment).ShouldBe((post.Ana.MemberId, 2, 2, "Le livreur n’est jamais venu"));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_good_score_is_thanked_for_at_once_and_the_next_word_begins_a_new_conversation()
    {
        await new Asking().On(Diane, post.ChannelId);
        var row = await Ended(post);
        await Says("cinq !");
        (await post.Row(row.Id())).Text("state").ShouldBe("resolved");
        (await post.Said(row))[^1].ShouldBe("Merci !");

        await Says("Encore une question");
        var next = (await post.Rows("new")).ShouldHaveSingleItem();
        (next.Id() != row.Id(), next["score"]).ShouldBe((true, null));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_same_answer_twice_counts_once()
    {
        await new Asking { Negative = null }.On(Diane, post.ChannelId);
        var row = await Ended(post);
        var once = post.Says("1");
        await post.Bring(once, once);
        await post.Bring(once);
        (await post.Row(row.Id())).Text("state").ShouldBe("resolved");
        (await Only()).Score.ShouldBe(1);
        (await Events("surveyAnswered")).ShouldBe(1);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_is_no_score_is_asked_again_once_and_then_it_is_a_message_for_people()
    {
        await new Asking().On(Diane, post.ChannelId);
        await post.App.Screen(post.Ana);
        await post.Ana.Patch("session/member", new { availability = "available" });
        var row = await Ended(post);
        await Says("ah bon");
        (await post.Said(row)).Count(text => text.StartsWith("Comment", StringComparison.Ordinal)).ShouldBe(2);
        (await post.Row(row.Id())).Text("state").ShouldBe("held");

        await Says("toujours rien");
        (await post.Row(row.Id())).Text("state").ShouldBe("resolved");
        var next = (await post.Rows("new")).ShouldHaveSingleItem();
        (next.Text("preview", "text"), next.Id("assigneeId")).ShouldBe(("toujours rien", post.Ana.MemberId), "whoever ended it goes on");
        (await Only()).Score.ShouldBeNull();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_complaint_goes_to_people_at_once()
    {
        await new Asking().On(Diane, post.ChannelId);
        var row = await Ended(post);
        await Says("Votre collègue m’a promis un rappel et je n’ai toujours aucune nouvelle de ma commande");
        (await post.Rows("new")).ShouldHaveSingleItem()["assigneeId"].ShouldBeNull("Ana is not there");
        (await post.Row(row.Id())).Text("state").ShouldBe("resolved");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Whoever_is_silent_is_left_alone_and_a_score_still_counts_for_three_days()
    {
        await new Asking().On(Diane, post.ChannelId);
        var row = await Ended(post);
        await Passes(TimeSpan.FromHours(22));
        (await post.Row(row.Id())).Text("state").ShouldBe("held");
        await Passes(TimeSpan.FromHours(2));
        (await post.Row(row.Id())).Text("state").ShouldBe("resolved");
        (await Events("surveyUnanswered")).ShouldBe(1);

        await Says("4");
        row = await post.Row(row.Id());
        (row.Text("state"), row["score"]!.GetValue<int>()).ShouldBe(("resolved", 4));
        (await post.Said(row))[^1].ShouldBe("Merci !");
        (await post.Rows("new pending held")).ShouldBeEmpty();

        await Says("5");
        (await post.Rows("new")).ShouldHaveSingleItem("it has its score already");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task After_three_days_and_after_another_conversation_a_number_is_a_message()
    {
        await new Asking().On(Diane, post.ChannelId);
        await Ended(post);
        await Passes(TimeSpan.FromHours(73));
        await Says("4");
        (await post.Rows("new")).ShouldHaveSingleItem();
        (await Only()).Score.ShouldBeNull();
    }

    [Fact]
    public async Task With_a_delay_it_waits_and_a_contact_who_writes_again_is_not_asked()
    {
        await new Asking { DelayMinutes = 60 }.On(Diane, post.ChannelId);
        var row = await Ended(post);
        row.Text("state").ShouldBe("resolved");
        await Passes(TimeSpan.FromMinutes(59));
        (await post.Row(row.Id())).Text("state").ShouldBe("resolved");
        await Passes(TimeSpan.FromMinutes(2));
        (await post.Row(row.Id())).Text("state").ShouldBe("held");

        await Ended(post, "yann");
        await Passes(TimeSpan.FromMinutes(30));
        await post.Bring(post.Says("Encore moi", "yann"));
        await Passes(TimeSpan.FromMinutes(31));
        (await post.Trail("surveyNotSent"))["detail"]!.Text("obstacle").ShouldBe("wroteAgain");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Why_nobody_was_asked_stands_in_the_trail()
    {
        await new Asking { LeastLength = 20, RestHours = 24, OnlyInTheirLanguage = false }.On(Diane, post.ChannelId);
        await Ended(post, "a", "Oui.");
        (await Obstacle()).ShouldBe("tooShort");
        await Ended(post, "b", withoutSurvey: true);
        (await Obstacle()).ShouldBe("notWanted");

        await post.Bring(post.Says("Bonjour", "c"));
        var other = (await post.Rows("new")).Last();
        await post.Ana.Put($"conversations/{other.Id()}/resolution", new { });
        await post.App.UntilNothingWaits();
        (await Obstacle()).ShouldBe("reason");

        await Ended(post, "d");
        await post.Bring(post.Says("5", "d"));
        await Ended(post, "d");
        (await Obstacle()).ShouldBe("rest");

        post.Pigeon.Abilities = post.Pigeon.Abilities with { ReplyWindowHours = 24 };
        await post.Bring(post.Says("Bonjour", "e"));
        var late = (await post.Rows("new")).Last();
        await Answer(post.Ana, late.Id(), "Votre colis arrive demain.");
        await Passes(TimeSpan.FromHours(25));
        await post.Ana.Put($"conversations/{late.Id()}/resolution", new { reasonId = await Reason(Diane) });
        await post.App.UntilNothingWaits();
        (await Obstacle()).ShouldBe("windowClosed");
        (await post.Rows("held")).ShouldBeEmpty();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_is_reopened_before_it_asks_is_not_asked_about_and_its_next_end_is()
    {
        await new Asking { DelayMinutes = 10 }.On(Diane, post.ChannelId);
        var row = await Ended(post);
        await post.Ana.Delete($"conversations/{row.Id()}/resolution");
        await Passes(TimeSpan.FromMinutes(11));
        (await post.Row(row.Id())).Text("state").ShouldBe("new");
        (await post.App.Look(db => db.SurveyRequests.IgnoreQueryFilters().CountAsync())).ShouldBe(0);

        await post.Ana.Put($"conversations/{row.Id()}/resolution", new { reasonId = await Reason(Diane) });
        await Passes(TimeSpan.FromMinutes(11));
        (await post.Row(row.Id())).Text("state").ShouldBe("held");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task An_agent_who_goes_on_ends_it_and_whoever_resolves_what_is_asked_about_changes_nothing_of_the_end()
    {
        await new Asking().On(Diane, post.ChannelId);
        var row = await Ended(post);
        await Answer(post.Bruno, row.Id(), "Encore une chose");
        row = await post.Row(row.Id());
        (row.Text("state"), row["resolvedAt"]).ShouldBe(("pending", null));
        await Says("5");
        (await post.Row(row.Id())).Text("state").ShouldBe("new", "it is a message again");

        var undone = await Ended(post, "noor");
        await post.Ana.Delete($"conversations/{undone.Id()}/resolution");
        (await post.Row(undone.Id())).Text("state").ShouldBe("new", "whoever takes the end back does so while its contact is asked, too");

        var other = await Ended(post, "yann");
        await post.Bruno.Put($"conversations/{other.Id()}/resolution", new { });
        var after = await post.Row(other.Id());
        (after.Text("state"), after["resolvedAt"]!.ToString(), after.Id("resolveReasonId")).ShouldBe(("resolved", other["resolvedAt"]!.ToString(), other.Id("resolveReasonId")));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_bad_score_is_told_to_administrators_and_to_supervisors_who_see_the_channel()
    {
        await new Asking().On(Diane, post.ChannelId);
        await Ended(post);
        await Says("1");
        foreach (var told in new[] { Diane, post.Shop.Chloe }) (await told.Get("notifications")).Items().ShouldContain(one => one.Text("kind") == "lowScore");
        (await post.Ana.Get("notifications")).Items().ShouldNotContain(one => one.Text("kind") == "lowScore");

        await Ended(post, "yann");
        await post.Bring(post.Says("4", "yann"));
        (await Diane.Get("notifications")).Items().Count(one => one.Text("kind") == "lowScore").ShouldBe(1);
    }

    [Fact]
    public async Task Buttons_are_shown_where_there_are_enough_and_words_elsewhere()
    {
        post.Pigeon.Abilities = post.Pigeon.Abilities with { Choices = new ChoiceLimits(5, 20, 500) };
        var id = await new Asking { Question = "stars" }.On(Diane, post.ChannelId);
        await Ended(post);
        post.Pigeon.Flights.Last().Answer.Choices.ShouldBe(["⭐", "⭐⭐", "⭐⭐⭐", "⭐⭐⭐⭐", "⭐⭐⭐⭐⭐"]);
        await Says("⭐⭐⭐⭐⭐");
        (await Only()).Score.ShouldBe(5);

        await Diane.Patch($"surveys/{id}", new { draft = new Asking { Question = "recommendation" }.Body });
        await Ended(post, "yann");
        post.Pigeon.Flights.Last().Answer.Choices.ShouldBeEmpty();
        post.Pigeon.Flights.Last().Answer.Text.ShouldEndWith("Répondez par un chiffre de 0 (non) à 10 (oui, sans hésiter).");
    }

    [Fact]
    public async Task Words_of_a_survey_are_only_words()
    {
        var id = (await Diane.Post("surveys", new { name = "S", question = "numbers", share = 100, languages = new[] { new { language = "en", question = "{{contact.name}} ${7*7} @Model" } } })).Id();
        await Diane.Patch($"surveys/{id}", new { channelIds = new[] { post.ChannelId }, enabled = true });
        var row = await Ended(post);
        (await post.Said(row))[^1].ShouldStartWith("{{contact.name}} ${7*7} @Model\n");
    }

    [Fact]
    public async Task One_survey_asks_on_a_channel_and_the_second_is_told_which()
    {
        await new Asking().On(Diane, post.ChannelId);
        var second = (await Diane.Post("surveys", new Asking { Name = "Autre" }.Body)).Id();
        await Diane.Patch($"surveys/{second}", new { channelIds = new[] { post.ChannelId } });
        using var refused = await Diane.Send(HttpMethod.Patch, $"surveys/{second}", new { enabled = true });
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancel))!;
        (refused.StatusCode, problem.Text("code"), problem["params"]!.Text("name")).ShouldBe((HttpStatusCode.UnprocessableEntity, "survey.channel.taken", "Après l’échange"));
        (await Refusal(Diane, HttpMethod.Post, "surveys", new Asking { Name = "après l’échange" }.Body)).Code.ShouldBe("survey.name.taken");
        (await Refusal(Diane, HttpMethod.Post, "surveys", new Asking { Name = "X", Share = 0 }.Body)).Code.ShouldBe("survey.share.range");
        (await Refusal(post.Ana, HttpMethod.Get, "surveys")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Diane.Get("surveys"))["supplied"]!.AsArray().Select(one => one!.Text("language")).ShouldBe(["fr", "en"]);
    }

    [Fact]
    public async Task Turned_off_it_asks_nobody_any_more_and_whom_it_has_asked_may_answer()
    {
        var id = await new Asking { DelayMinutes = 5 }.On(Diane, post.ChannelId);
        var row = await Ended(post);
        await Passes(TimeSpan.FromMinutes(6));
        await Ended(post, "yann");
        await Diane.Delete($"surveys/{id}");
        await Passes(TimeSpan.FromMinutes(6));
        (await Obstacle()).ShouldBe("turnedOff");
        await Says("5");
        (await post.Row(row.Id()))["score"]!.GetValue<int>().ShouldBe(5);
        await post.App.ShouldBeSound();
    }

    private Task Says(string text) => post.Bring(post.Says(text));

    private async Task<string> Obstacle() => (await post.Trail("surveyNotSent"))["detail"]!.Text("obstacle");

    private async Task<int> Events(string kind) => (await Diane.Get("events?after=0&limit=500")).Items().Count(one => one.Text("kind") == kind);

    private Task<Domain.Surveys.SurveyRequest> Only() => post.App.Look(db => db.SurveyRequests.IgnoreQueryFilters().AsNoTracking().Where(row => row.AskedAt != null).OrderBy(row => row.AskedAt).FirstAsync());

    private async Task Passes(TimeSpan time)
    {
        await post.App.UntilNothingWaits();
        await post.Later(time);
        await post.App.UntilNothingWaits();
    }
}
