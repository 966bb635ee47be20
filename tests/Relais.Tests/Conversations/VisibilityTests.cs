using System.Net;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Organisations;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Conversations;

/// <summary>What one may not see does not exist: 404 at every endpoint, and nothing of it in lists, counters and the feed.</summary>
public sealed class VisibilityTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task A_channel_that_is_not_ones_own()
    {
        var row = await post.Write("Bonjour");
        await post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { everyone = false, memberIds = new[] { post.Ana.MemberId }, teamIds = Array.Empty<Guid>() });

        await NothingIsFound(post.Bruno, row);
        (await Row(post.Ana, row.Id())).Id().ShouldBe(row.Id());
    }

    [Fact]
    public async Task Another_organisation_even_for_an_administrator()
    {
        var other = new Organisation("Café Soleil", "fr", post.App.Clock.GetUtcNow());
        await post.Change(db => db.Organisations.Add(other));
        var channel = await post.Connect(other.Id);
        await post.Bring(channel, post.Says("Bonjour"));
        var (conversation, message) = await post.App.Look(async db => (
            await db.Conversations.IgnoreQueryFilters().SingleAsync(one => one.OrganisationId == other.Id),
            await db.Messages.IgnoreQueryFilters().SingleAsync(one => one.OrganisationId == other.Id)));

        await NothingIsFound(post.Shop.Diane, conversation.Id, conversation.ThreadId, message.Id, conversation.ContactId);
    }

    [Fact]
    public async Task A_colleague_who_does_not_see_the_channel_cannot_be_given_the_conversation()
    {
        var row = await post.Write("Bonjour");
        await post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { everyone = false, memberIds = new[] { post.Ana.MemberId }, teamIds = Array.Empty<Guid>() });

        (await Refusal(post.Ana, HttpMethod.Put, $"conversations/{row.Id()}/assignee", new { memberId = post.Bruno.MemberId }))
            .ShouldBe((HttpStatusCode.UnprocessableEntity, "assignee.unknown"));

        await post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { everyone = false, memberIds = Array.Empty<Guid>(), teamIds = new[] { post.Shop.TeamId } });
        await post.Ana.Put($"conversations/{row.Id()}/assignee", new { memberId = post.Bruno.MemberId });
        await post.Ana.Put($"conversations/{row.Id()}/assignee", new { memberId = post.Shop.Diane.MemberId });
    }

    private async Task NothingIsFound(ApiClient member, System.Text.Json.Nodes.JsonNode row)
    {
        var message = (await post.Messages(row.Id("threadId"))).Single().Id();
        await NothingIsFound(member, row.Id(), row.Id("threadId"), message, row["contact"]!.Id());
    }

    private async Task NothingIsFound(ApiClient member, Guid conversation, Guid thread, Guid message, Guid contact)
    {
        var events = await post.App.Look(db => db.Events.IgnoreQueryFilters().CountAsync());
        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Get, $"conversations/{conversation}", null),
            (HttpMethod.Get, $"threads/{thread}/messages", null),
            (HttpMethod.Post, $"conversations/{conversation}/messages", new { clientId = Guid.CreateVersion7(), text = "Bonjour" }),
            (HttpMethod.Post, $"conversations/{conversation}/notes", new { clientId = Guid.CreateVersion7(), text = "Bonjour" }),
            (HttpMethod.Put, $"conversations/{conversation}/assignee", new { memberId = member.MemberId }),
            (HttpMethod.Put, $"conversations/{conversation}/resolution", new { }),
            (HttpMethod.Delete, $"conversations/{conversation}/resolution", null),
            (HttpMethod.Put, $"conversations/{conversation}/pending", null),
            (HttpMethod.Delete, $"conversations/{conversation}/pending", null),
            (HttpMethod.Put, $"conversations/{conversation}/boomerang", new { at = post.App.Clock.GetUtcNow().AddHours(1), then = "pending" }),
            (HttpMethod.Delete, $"conversations/{conversation}/boomerang", null),
            (HttpMethod.Put, $"conversations/{conversation}/draft", new { mode = "reply", text = "Bonjour" }),
            (HttpMethod.Put, $"conversations/{conversation}/read", null),
            (HttpMethod.Delete, $"messages/{message}", null),
            (HttpMethod.Post, $"messages/{message}/attempts", null),
            (HttpMethod.Get, $"contacts/{contact}", null),
            (HttpMethod.Patch, $"contacts/{contact}", new { name = "Zoé" }),
        })
            (await Refusal(member, method, path, body)).ShouldBe((HttpStatusCode.NotFound, "not_found"), $"{method} {path}");

        (await member.Get("conversations?state=new")).Items().ShouldBeEmpty();
        (await member.Get("queue/counters")).Items().ShouldBeEmpty();
        var feed = await member.Get("events?after=0");
        feed.Items().ShouldAllBe(happened => happened["conversation"] == null && happened["message"] == null && happened["contact"] == null);
        (await post.App.Look(db => db.Events.IgnoreQueryFilters().CountAsync())).ShouldBe(events);
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();
}
