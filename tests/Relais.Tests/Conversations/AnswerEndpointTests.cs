using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Conversations;

/// <summary>Writing to the contact over HTTP: once, within the rules of the channel, to be taken back for five seconds.</summary>
public sealed class AnswerEndpointTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private JsonNode row = null!;
    private Guid id;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        row = await post.Write("Bonjour");
        id = row.Id();
    }

    [Fact]
    public async Task An_answer_waits_then_leaves_and_its_author_owns_the_conversation()
    {
        var from = await post.Position();
        var answer = await Answer(post.Ana, id, "Bonjour Zoé");
        answer.Text("delivery", "status").ShouldBe("queued");
        answer["undoUntil"]!.GetValue<DateTimeOffset>().ShouldBe(post.App.Clock.GetUtcNow().AddSeconds(5), TimeSpan.FromMilliseconds(1));
        post.Pigeon.Flights.ShouldBeEmpty();

        await post.App.UntilNothingWaits();

        post.Pigeon.Flights.ShouldHaveSingleItem().Answer.Text.ShouldBe("Bonjour Zoé");
        (await post.Message(row, answer.Id())).Text("delivery", "status").ShouldBe("sent");
        var after = await post.Row(id);
        (after.Text("state"), after.Id("assigneeId"), after.Text("preview", "text")).ShouldBe(("pending", post.Ana.MemberId, "Bonjour Zoé"));
        (await post.Kinds(from)).ShouldBe(["messageQueued", "conversationAssigned", "conversationPended", "messageDelivery"]);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_same_answer_twenty_times_at_once_is_one_answer()
    {
        var body = new { clientId = Guid.CreateVersion7(), text = "Bonjour Zoé", uploadIds = new[] { await Upload(post.Ana, "a.png", "image/png", 10) } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var response = await post.Ana.Send(HttpMethod.Post, $"conversations/{id}/messages", body);
            return (response.StatusCode, Body: JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!);
        }));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(19);
        answers.Select(answer => answer.Body.ToJsonString()).Distinct().ShouldHaveSingleItem();
        await post.App.ShouldBeSound();
        post.Pigeon.Flights.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_note_twice_is_one_note()
    {
        var note = new { clientId = Guid.CreateVersion7(), text = "Cliente fidèle" };

        var first = await post.Ana.Post($"conversations/{id}/notes", note);
        var second = await post.Ana.Post($"conversations/{id}/notes", note);

        second.ToJsonString().ShouldBe(first.ToJsonString());
        (await post.Messages(row.Id("threadId"))).Count.ShouldBe(2);
        (await post.Row(id)).Text("preview", "text").ShouldBe("Bonjour");
    }

    [Fact]
    public async Task Taken_back_in_time_nothing_of_it_remains_but_the_trail()
    {
        var upload = await Upload(post.Ana, "a.png", "image/png", 10);
        var answer = await post.Ana.Post($"conversations/{id}/messages", new { clientId = Guid.CreateVersion7(), text = "Oups", uploadIds = new[] { upload } });
        post.App.Clock.Advance(TimeSpan.FromSeconds(4.9));

        await post.Ana.Delete($"messages/{answer.Id()}");
        await post.App.UntilNothingWaits();

        post.Pigeon.Flights.ShouldBeEmpty();
        (await post.Messages(row.Id("threadId"))).ShouldHaveSingleItem().Text("text").ShouldBe("Bonjour");
        var after = await post.Row(id);
        (after.Text("state"), after["assigneeId"], after.Text("preview", "text")).ShouldBe(("new", null, "Bonjour"));
        var trail = (await post.Ana.Get($"threads/{row.Id("threadId")}/messages"))["trail"]!.AsArray().Select(line => line!.Text("kind")).ToList();
        trail.ShouldContain("messageWithdrawn");
        (await post.Ana.Get("events?after=0")).Items().Where(told => told["trail"]!.GetValue<bool>()).Select(told => told.Text("kind")).ShouldBe(trail);
        var again = await post.Ana.Post($"conversations/{id}/messages", new { clientId = Guid.CreateVersion7(), text = "Voilà", uploadIds = new[] { upload } });
        again["attachments"]!.AsArray().Count.ShouldBe(1);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Taken_back_twice_at_once_it_is_gone_once()
    {
        var answer = (await Answer(post.Ana, id, "Oups")).Id();

        var endings = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await post.Ana.Send(HttpMethod.Delete, $"messages/{answer}")).StatusCode));

        endings.Order().ShouldBe([HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound]);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Too_late_or_by_another_an_answer_stays()
    {
        var answer = (await Answer(post.Ana, id, "Bonjour Zoé")).Id();
        var question = (await post.Messages(row.Id("threadId")))[0].Id();

        (await Refusal(post.Bruno, HttpMethod.Delete, $"messages/{answer}")).ShouldBe((HttpStatusCode.UnprocessableEntity, "message.not_yours"));
        (await Refusal(post.Ana, HttpMethod.Delete, $"messages/{question}")).ShouldBe((HttpStatusCode.UnprocessableEntity, "message.not_yours"));
        (await Refusal(post.Ana, HttpMethod.Delete, $"messages/{Guid.CreateVersion7()}")).ShouldBe((HttpStatusCode.NotFound, "not_found"));
        post.App.Clock.Advance(TimeSpan.FromSeconds(5.01));
        (await Refusal(post.Ana, HttpMethod.Delete, $"messages/{answer}")).ShouldBe((HttpStatusCode.Conflict, "message.already_sent"));

        await post.App.UntilNothingWaits();
        post.Pigeon.Flights.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_to_what_is_over_opens_the_next_conversation()
    {
        await post.Ana.Put($"conversations/{id}/resolution", new { });

        var answer = await Answer(post.Ana, id, "Encore une chose");

        var next = await post.Row(answer.Id("conversationId"));
        next.Id().ShouldNotBe(id);
        (next.Text("state"), next.Id("assigneeId"), next["number"]!.GetValue<int>()).ShouldBe(("pending", post.Ana.MemberId, 2));
        (await Answer(post.Bruno, id, "Et moi aussi")).Id("conversationId").ShouldBe(next.Id());
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task An_answer_to_what_is_over_taken_back_leaves_nothing_open()
    {
        await post.Ana.Put($"conversations/{id}/resolution", new { });
        var answer = await Answer(post.Ana, id, "Oups");

        await post.Ana.Delete($"messages/{answer.Id()}");

        (await post.Rows("new pending")).ShouldBeEmpty();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_the_channel_does_not_take_is_refused_by_name()
    {
        post.Pigeon.Abilities = post.Pigeon.Abilities with { MaxText = 10 };
        var wrong = await Upload(post.Ana, "a.gif", "image/gif", 10);
        var large = await Upload(post.Ana, "b.png", "image/png", 1001);
        var his = await Upload(post.Bruno, "c.png", "image/png", 10);

        (await Refused(new { text = "  " })).ShouldBe("message.empty");
        (await Refused(new { text = "12345678901" })).ShouldBe("message.too_long");
        (await Refused(new { uploadIds = new[] { wrong } })).ShouldBe("attachment.type");
        (await Refused(new { uploadIds = new[] { large } })).ShouldBe("attachment.too_large");
        (await Refused(new { uploadIds = new[] { his } })).ShouldBe("attachment.unknown");
        (await Refused(new { uploadIds = new[] { wrong, large, his } })).ShouldBe("attachment.too_many");
        (await Refused(new { template = new { name = "bonjour", language = "fr", variables = Array.Empty<string>() } })).ShouldBe("template.unsupported");

        async Task<string?> Refused(object body)
        {
            var (status, code) = await Refusal(post.Ana, HttpMethod.Post, $"conversations/{id}/messages", body);
            status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            return code;
        }
    }

    [Fact]
    public async Task A_closed_window_is_shown_and_refuses()
    {
        post.Pigeon.Abilities = post.Pigeon.Abilities with { ReplyWindowHours = 1 };
        (await post.Ana.Get($"conversations/{id}"))["window"]!["open"]!.GetValue<bool>().ShouldBeTrue();

        post.App.Clock.Advance(TimeSpan.FromHours(1));

        (await post.Ana.Get($"conversations/{id}"))["window"]!["open"]!.GetValue<bool>().ShouldBeFalse();
        (await Refusal(post.Ana, HttpMethod.Post, $"conversations/{id}/messages", new { clientId = Guid.CreateVersion7(), text = "Bonjour" }))
            .ShouldBe((HttpStatusCode.UnprocessableEntity, "message.window_closed"));
        await post.Ana.Post($"conversations/{id}/notes", new { clientId = Guid.CreateVersion7(), text = "Trop tard" });
    }

    [Fact]
    public async Task An_answer_quotes_only_what_stands_in_its_thread()
    {
        var question = (await post.Messages(row.Id("threadId")))[0].Id();
        var other = (await post.Messages((await post.Write("Bonsoir", "yann")).Id("threadId")))[0].Id();

        var quoting = await post.Ana.Post($"conversations/{id}/messages", new { clientId = Guid.CreateVersion7(), text = "Oui", replyToId = question });
        quoting["replyTo"]!.Text("text").ShouldBe("Bonjour");
        var astray = await post.Ana.Post($"conversations/{id}/messages", new { clientId = Guid.CreateVersion7(), text = "Oui", replyToId = other });
        astray["replyTo"].ShouldBeNull();
    }

    [Fact]
    public async Task A_file_comes_back_as_a_download_and_as_nothing_else()
    {
        var upload = await Upload(post.Ana, "../évil.html", "text/html", 20);
        var answer = await post.Ana.Post($"conversations/{id}/messages", new { clientId = Guid.CreateVersion7(), uploadIds = new[] { upload } });
        var file = answer["attachments"]!.AsArray().Single()!;
        file.Text("name").ShouldBe("évil.html");

        using var visitor = post.App.CreateClient();
        using var response = await visitor.GetAsync(file.Text("url"), Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("évil.html");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await response.Content.ReadAsByteArrayAsync(Cancel)).Length.ShouldBe(20);
        using var unknown = await visitor.GetAsync(file.Text("url")[..^1] + (file.Text("url")[^1] == 'a' ? 'b' : 'a'), Cancel);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Reading_is_told_to_nobody_who_cannot_hear_it()
    {
        await post.Ana.Put($"conversations/{id}/read");

        (await post.App.Look(db => db.Events.IgnoreQueryFilters().CountAsync(happened => happened.ConversationId == id && happened.Kind == "messageDelivery"))).ShouldBe(0);
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static async Task<Guid> Upload(ApiClient member, string name, string type, int size)
    {
        using var content = new ByteArrayContent(new byte[size]);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var form = new MultipartFormDataContent { { content, "file", name } };
        using var response = await member.Send(HttpMethod.Post, "uploads", form);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!.Id();
    }
}
