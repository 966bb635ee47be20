using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Channels.Spine;

/// <summary>Channels whose provider does not call us: somebody listens, one at a time, for as long as they are connected.</summary>
public sealed class ListenersTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<string> sounds = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly Channel<bool> put = System.Threading.Channels.Channel.CreateUnbounded<bool>();
    private PigeonPost post = null!;
    private int begun;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    [Fact]
    public async Task What_is_heard_twice_is_stored_once()
    {
        await ListenFromNowOn();
        var letter = post.Pigeon.Letter(() => [post.Says("Coucou du toit")]);

        (await Hear(letter)).ShouldBeTrue();
        (await Hear(letter)).ShouldBeFalse();

        await post.UntilRead();
        (await post.App.Look(db => db.Messages.IgnoreQueryFilters().Select(message => message.Text).ToListAsync())).ShouldBe(["Coucou du toit"]);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_line_that_broke_is_taken_up_again()
    {
        await ListenFromNowOn();

        sounds.Writer.TryWrite("break");
        await Until(() => begun == 2);

        (await Hear(post.Pigeon.Letter(() => [post.Says("Après la coupure")]))).ShouldBeTrue();
    }

    [Fact]
    public async Task What_an_administrator_must_mend_is_shown_until_the_line_stands_again()
    {
        await ListenFromNowOn();

        sounds.Writer.TryWrite("refuse");
        await UntilStatus("failing");
        (await Shown()).Text("problem").ShouldBe("ring_refused: The ring is rusty.");

        await Until(() => begun == 2);
        sounds.Writer.TryWrite("stand");
        await UntilStatus("active");
    }

    [Fact]
    public async Task New_settings_begin_anew_and_a_disconnected_channel_is_left_alone()
    {
        var ended = 0;
        await ListenFromNowOn(() => Interlocked.Increment(ref ended));

        await post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { settings = new { } });
        await Until(() => (begun, ended) == (2, 1));

        await post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { status = "disabled" });
        await Until(() => ended == 2);
        begun.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_nodes_one_listens_and_the_other_follows_when_it_is_silent()
    {
        var memory = post.App.Services.GetRequiredService<ChannelMemory>();
        var lease = TimeSpan.FromSeconds(30);
        (await memory.Hold(post.ChannelId, "post", "north", lease, Cancel)).ShouldBeTrue();
        (await memory.Hold(post.ChannelId, "post", "south", lease, Cancel)).ShouldBeFalse();

        post.App.Clock.Advance(TimeSpan.FromSeconds(20));
        (await memory.Hold(post.ChannelId, "post", "north", lease, Cancel)).ShouldBeTrue();
        post.App.Clock.Advance(TimeSpan.FromSeconds(20));
        (await memory.Hold(post.ChannelId, "post", "south", lease, Cancel)).ShouldBeFalse();

        post.App.Clock.Advance(TimeSpan.FromSeconds(11));
        (await memory.Hold(post.ChannelId, "post", "south", lease, Cancel)).ShouldBeTrue();
        await memory.LetGo(post.ChannelId, "post", "north", Cancel);
        (await memory.Hold(post.ChannelId, "post", "north", lease, Cancel)).ShouldBeFalse();
        await memory.LetGo(post.ChannelId, "post", "south", Cancel);
        (await memory.Hold(post.ChannelId, "post", "north", lease, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_provider_can_be_asked_whether_a_channel_works()
    {
        var path = $"channels/{post.ChannelId}/check";
        (await post.Shop.Diane.Post(path))["works"].ShouldBeNull();

        post.Pigeon.Account = new Check.Fails("ring_refused", "The ring is rusty.");
        var refused = await post.Shop.Diane.Post(path);
        (refused["works"]!.GetValue<bool>(), refused.Text("problem")).ShouldBe((false, "ring_refused: The ring is rusty."));
        (await Shown()).Text("status").ShouldBe("failing");

        post.Pigeon.Account = new Check.Works("Loft 7");
        var works = await post.Shop.Diane.Post(path);
        (works["works"]!.GetValue<bool>(), works.Text("account")).ShouldBe((true, "Loft 7"));
        (await Shown()).Text("status").ShouldBe("active");

        (await post.Ana.Send(HttpMethod.Post, path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task ListenFromNowOn(Action? ended = null)
    {
        post.Pigeon.Hear = async (letterbox, cancel) =>
        {
            Interlocked.Increment(ref begun);
            try
            {
                await foreach (var sound in sounds.Reader.ReadAllAsync(cancel)) await Obey(sound, letterbox, cancel);
            }
            finally
            {
                ended?.Invoke();
            }
        };
        await post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { name = "Pigeonnier" });
        await Until(() => begun == 1);
    }

    private async Task Obey(string sound, Letterbox letterbox, CancellationToken cancel)
    {
        switch (sound)
        {
            case "break":
                throw new IOException("The line broke.");
            case "refuse":
                throw new ListeningFailed("ring_refused", "The ring is rusty.");
            case "stand":
                await letterbox.Stands(cancel);
                break;
            default:
                put.Writer.TryWrite(await letterbox.Put($"heard-{sound}", Encoding.UTF8.GetBytes(sound), cancel));
                break;
        }
    }

    private async Task<bool> Hear(string letter)
    {
        sounds.Writer.TryWrite(letter);
        return await put.Reader.ReadAsync(Cancel).AsTask().WaitAsync(Patience, Cancel);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Shown() => await post.Shop.Diane.Get($"channels/{post.ChannelId}");

    private Task UntilStatus(string status) => Until(async () => (await Shown()).Text("status") == status);

    private Task Until(Func<bool> isSo) => Until(() => Task.FromResult(isSo()));

    /// <summary>The shop's time passes meanwhile: a pause is over soon.</summary>
    private async Task Until(Func<Task<bool>> isSo)
    {
        for (var look = 0; look < 400; look++)
        {
            if (await isSo()) return;

            post.App.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(20, Cancel);
        }

        throw new TimeoutException($"It did not come to be; listening was begun {begun} times.");
    }
}
