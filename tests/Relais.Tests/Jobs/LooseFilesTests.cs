using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Jobs;

/// <summary>Files nobody refers to are gone a day later; a file in use never is.</summary>
public sealed class LooseFilesTests : IAsyncLifetime
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24.1);

    private PigeonPost post = null!;
    private ApiClient ana = null!;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        ana = post.Ana;
    }

    [Fact]
    public async Task An_upload_that_was_never_sent_is_gone_after_a_day_and_one_that_was_sent_stays()
    {
        var row = await post.Write("Bonjour");
        var (forgotten, sent) = (await Upload("oublié.png"), await Upload("envoyé.png"));
        await Send(row, sent.Id);
        await post.App.UntilNothingWaits();

        await Later(TimeSpan.FromHours(20));
        (await Answers(forgotten.Url), await Answers(sent.Url)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        await Later(TimeSpan.FromHours(5));

        (await Answers(forgotten.Url), await Answers(sent.Url)).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.OK));
        OnDisk().ShouldBe(1);
        (await Refusal(ana, HttpMethod.Post, $"conversations/{row.Id()}/messages", new { clientId = Guid.CreateVersion7(), text = "Voilà", uploadIds = new[] { forgotten.Id } }))
            .ShouldBe((HttpStatusCode.UnprocessableEntity, "attachment.unknown"));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_file_of_an_answer_taken_back_waits_a_day_from_then()
    {
        var row = await post.Write("Bonjour");
        var upload = await Upload("colis.png");
        await Later(TimeSpan.FromHours(20));
        await ana.Delete($"messages/{(await Send(row, upload.Id)).Id()}");

        await Later(TimeSpan.FromHours(20));
        (await Answers(upload.Url)).ShouldBe(HttpStatusCode.OK);
        await Later(TimeSpan.FromHours(5));

        (await Answers(upload.Url)).ShouldBe(HttpStatusCode.NotFound);
        OnDisk().ShouldBe(0);
    }

    [Fact]
    public async Task What_a_crash_leaves_between_a_file_and_its_row_is_gone_after_a_day()
    {
        var files = post.App.Services.GetRequiredService<FileStore>();
        await files.Save(new MemoryStream([1, 2, 3]), 10, channelId: null, Cancel); // Killed before the row.
        await post.Change(db => db.LooseFiles.Add(new LooseFileRow { Key = new string('a', 32), StoredAt = post.App.Clock.GetUtcNow() })); // Killed before the file.
        var removed = await files.Save(new MemoryStream([1, 2, 3]), 10, channelId: null, Cancel);
        files.Delete(removed.Key); // Killed before its note was dropped.
        await post.App.ShouldBeSound();

        await Later(Day);

        OnDisk().ShouldBe(0);
        (await post.App.Look(db => db.LooseFiles.CountAsync(Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_a_message_in_quarantine_names_waits_for_it()
    {
        var stored = await post.App.Services.GetRequiredService<FileStore>().Save(new MemoryStream([1, 2, 3]), 10, post.ChannelId, Cancel);
        var isReadable = false;
        var fact = post.Says("Voici la photo") with { Files = [new InboundFile(AttachmentKind.Image, "photo.png", "image/png", Key: stored.Key, Size: 3)] };
        await post.Knock(post.ChannelId, post.Pigeon.Letter(() => isReadable ? [fact] : throw new FormatException("Not yet.")));
        await Until(() => post.App.Look(db => db.Journal.IgnoreQueryFilters().AnyAsync(item => item.State == JournalState.Quarantined, Cancel)));

        await Later(Day);
        OnDisk().ShouldBe(1);

        isReadable = true;
        var diane = await SignedIn("diane");
        var item = (await diane.Get("quarantine")).Items().Single();
        await diane.Post($"quarantine/{item["id"]}/replay");
        await post.UntilRead();
        await Later(Day);

        OnDisk().ShouldBe(1);
        (await post.App.Look(db => db.LooseFiles.CountAsync(Cancel))).ShouldBe(0);
        await post.App.ShouldBeSound();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    /// <summary>So much later nobody is signed in any more.</summary>
    private async Task Later(TimeSpan passes)
    {
        post.App.Clock.Advance(passes);
        await post.App.Services.GetRequiredService<LooseFiles>().Remove(Cancel);
        ana = await SignedIn("ana");
    }

    private async Task<ApiClient> SignedIn(string name)
    {
        var member = post.App.Visitor();
        await member.SignIn($"{name}@maison-lune.fr", Shop.Password);
        return member;
    }

    private async Task Until(Func<Task<bool>> comes)
    {
        for (var tries = 0; !await comes(); tries++)
        {
            if (tries == 1000) throw new TimeoutException("What the test waits for does not come.");
            await Task.Delay(10, Cancel);
            post.App.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }
    }

    private int OnDisk() => Directory.Exists(post.App.Database.Settings.FilesFolder)
        ? Directory.EnumerateFiles(post.App.Database.Settings.FilesFolder, "*", SearchOption.AllDirectories).Count() : 0;

    private async Task<HttpStatusCode> Answers(string url)
    {
        using var response = await ana.Http.GetAsync(url, Cancel);
        return response.StatusCode;
    }

    private Task<JsonNode> Send(JsonNode row, Guid upload) =>
        ana.Post($"conversations/{row.Id()}/messages", new { clientId = Guid.CreateVersion7(), text = "Voici", uploadIds = new[] { upload } });

    private async Task<(Guid Id, string Url)> Upload(string name)
    {
        using var content = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var form = new MultipartFormDataContent { { content, "file", name } };
        var upload = await ana.Post("uploads", form);
        return (upload.Id(), upload.Text("url"));
    }
}
