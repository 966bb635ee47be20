using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Relais.Server.Notifications;
using Relais.Server.Persistence;
using Relais.Server.Surveys;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using Relais.Tests.VirtualAgents;

namespace Relais.Tests.Surveys;

/// <summary>Who can no longer be written to on his channel answers by a link: S51.</summary>
public sealed partial class SurveyPageTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private HttpClient contact = null!;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open(services => services.AddSingleton(new SmtpSettings("127.0.0.1", 1, SmtpSecurity.None, null, null, "relais@maison-lune.fr")).AddSingleton<SurveyMail>());
        contact = post.App.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        contact.Dispose();
        await post.DisposeAsync();
    }

    [Fact]
    public async Task Whose_window_has_closed_is_asked_by_mail_and_answers_once()
    {
        var (row, path) = await Mailed();
        row.Text("state").ShouldBe("resolved");
        (await post.Trail("surveyMailed"))["actor"]!.Text("name").ShouldBe("CSAT VA");

        var page = await Get(path);
        page.Html.ShouldContain("Comment &#233;tait-ce ?");
        page.Html.ShouldNotContain("colis", Case.Insensitive);
        page.Html.ShouldNotContain("<script", Case.Insensitive);
        await Get(path);
        using var head = await contact.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), PigeonPost.Cancel);
        (await Only()).Score.ShouldBeNull("looking is not answering");

        (await Send(path, ("comment", "?"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Send(path, ("rating", "9"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Send(path, ("rating", "2"), ("comment", "<script>alert(1)</script>"))).Html.ShouldContain("Merci !");
        (await Send(path, ("rating", "5"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);

        var asked = await Only();
        (asked.Score, asked.Comment).ShouldBe((2, "<script>alert(1)</script>"));
        (await post.Row(row.Id()))["score"]!.GetValue<int>().ShouldBe(2);
        (await post.Shop.Diane.Get("notifications")).Items().ShouldContain(one => one.Text("kind") == "lowScore");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_link_is_long_and_dies_after_three_days_and_nobody_may_try_many()
    {
        var (_, path) = await Mailed();
        var token = path.Split('/')[^1];
        token.Length.ShouldBeGreaterThanOrEqualTo(43, "256 bits");
        (await Get(path[..^1] + (path[^1] == 'A' ? 'B' : 'A'))).Status.ShouldBe(HttpStatusCode.NotFound);

        await post.Later(TimeSpan.FromHours(73));
        (await Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Send(path, ("rating", "5"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Only()).Score.ShouldBeNull();

        var statuses = new List<HttpStatusCode>();
        for (var tries = 0; tries < 45; tries++) statuses.Add((await Get(path)).Status);
        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Two_who_press_at_once_are_counted_once()
    {
        var (_, path) = await Mailed();
        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(score => Send(path, ("rating", $"{score}"))));
        answers.Count(one => one.Status == HttpStatusCode.OK).ShouldBe(1);
        await post.App.ShouldBeSound();
    }

    private async Task<(System.Text.Json.Nodes.JsonNode Row, string Path)> Mailed()
    {
        await new Asking { ByMail = true, LeastLength = 0 }.On(post.Shop.Diane, post.ChannelId);
        post.Pigeon.Abilities = post.Pigeon.Abilities with { ReplyWindowHours = 24 };
        await post.Bring(post.Says("Bonjour"));
        var row = (await post.Rows("new")).Single();
        await post.Shop.Diane.Patch($"contacts/{row["contact"]!.Id()}", new { email = "zoe@example.org" });
        await post.Later(TimeSpan.FromHours(25));
        await post.Ana.Put($"conversations/{row.Id()}/resolution", new { reasonId = await Asking.Reason(post.Shop.Diane) });
        await post.App.UntilNothingWaits();
        var mail = await post.App.Look(db => db.Mails.IgnoreQueryFilters().SingleAsync());
        using var message = await MimeMessage.LoadAsync(new MemoryStream(mail.Content));
        message.To.Mailboxes.Single().Address.ShouldBe("zoe@example.org");
        return (await post.Row(row.Id()), new Uri(Link().Match(message.TextBody!).Value).AbsolutePath);
    }

    private Task<Domain.Surveys.SurveyRequest> Only() => post.App.Look(db => db.SurveyRequests.IgnoreQueryFilters().AsNoTracking().SingleAsync());

    private async Task<(HttpStatusCode Status, string Html)> Get(string path)
    {
        using var response = await contact.GetAsync(new Uri(path, UriKind.Relative), PigeonPost.Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(PigeonPost.Cancel));
    }

    private async Task<(HttpStatusCode Status, string Html)> Send(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await contact.PostAsync(new Uri(path, UriKind.Relative), form, PigeonPost.Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(PigeonPost.Cancel));
    }

    [GeneratedRegex(@"https?://\S+survey-page\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
