using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Domain.Conversations;
using Relais.Server.Demo;
using Relais.Server.Persistence;
using Relais.Tests.Testing;

namespace Relais.Tests.Demo;

/// <summary>The living shop, told in a hurry against the whole program.</summary>
public sealed class DemoStoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shop_lives_on_four_channels_in_all_three_states_and_in_public()
    {
        await using var app = await Start();
        await Until(app, db => db.Messages.IgnoreQueryFilters().CountAsync(message => message.Direction == Direction.In, Stop), atLeast: 130);

        var conversations = await app.Look(db => db.Conversations.IgnoreQueryFilters().AsNoTracking().ToListAsync(Stop));
        var channels = await app.Look(db => db.Channels.IgnoreQueryFilters().AsNoTracking().ToListAsync(Stop));
        conversations.Count.ShouldBeGreaterThan(39);
        conversations.Select(it => it.State).Distinct().Count().ShouldBe(3);
        conversations.Select(it => it.ChannelId).Distinct().Count().ShouldBe(4);
        conversations.Count(it => it.Visibility == Visibility.Public).ShouldBeGreaterThanOrEqualTo(3);
        conversations.ShouldContain(it => it.ResolvedAt < app.Clock.GetUtcNow().AddDays(-3), "the past lies in the past");
        channels.ShouldAllBe(channel => channel.Problem == null);
        (await app.Look(db => db.Messages.IgnoreQueryFilters().CountAsync(message => message.Delivery == DeliveryStatus.Failed, Stop))).ShouldBe(0);
        (await app.Look(db => db.Messages.IgnoreQueryFilters().CountAsync(message => message.Delivery == DeliveryStatus.Read, Stop))).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task An_administrator_finds_rules_that_teach_and_conversations_that_follow_them()
    {
        await using var app = await Start();
        await Until(app, db => db.Conversations.IgnoreQueryFilters().CountAsync(it => it.State == ConversationState.New && it.Priority >= 3, Stop), atLeast: 1);

        var sets = await app.Look(db => db.SkillSets.IgnoreQueryFilters().AsNoTracking().ToListAsync(Stop));
        sets.ShouldAllBe(set => set.Filter.IsComplete && set.TeamIds.Count == 1);
        sets.ShouldContain(set => set.Filter.Groups.Count == 2);
        (await app.Look(db => db.ContactGroups.IgnoreQueryFilters().CountAsync(group => group.IsCounted, Stop))).ShouldBe(2);
        (await app.Look(db => db.AwayStates.IgnoreQueryFilters().CountAsync(Stop))).ShouldBe(3);
        (await app.Look(db => db.ConversationTeams.IgnoreQueryFilters().Select(row => row.TeamId).Distinct().CountAsync(Stop))).ShouldBe(3);
        (await app.Look(db => db.RoutingDecisions.IgnoreQueryFilters().AnyAsync(row => row.Body.Contains("Clients anglophones"), Stop))).ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_restart_the_story_goes_on_instead_of_beginning_again()
    {
        var first = await Start();
        await Until(first, Scenes, atLeast: 6);
        var past = await first.Look(Past);
        var begun = await first.Look(Scenes);
        var database = await first.Keep();

        await using var second = await Start(database);
        await Until(second, Scenes, atLeast: begun + 3);

        (await second.Look(db => db.Organisations.CountAsync(Stop))).ShouldBe(1);
        (await second.Look(Past)).ShouldBe(past);
        (await second.Look(db => db.Channels.IgnoreQueryFilters().CountAsync(Stop))).ShouldBe(4);
    }

    [Fact]
    public async Task A_store_that_is_not_empty_stays_as_it_is()
    {
        var app = await RelaisApp.Empty();
        await app.Visitor().SetUp("Autre maison", "Diane", "diane@autre.example", "une phrase de passe assez longue");
        var database = await app.Keep();

        await using var again = await Start(database);
        await Task.Delay(500, Stop);

        (await again.Look(db => db.Channels.IgnoreQueryFilters().CountAsync(Stop))).ShouldBe(1);
        (await again.Look(db => db.Messages.IgnoreQueryFilters().CountAsync(Stop))).ShouldBe(0);
    }

    [Fact]
    public void Every_line_of_the_story_can_be_played()
    {
        var story = Story.Load();
        var dialogues = story.Past.Concat(story.Scenes).ToList();

        dialogues.SelectMany(dialogue => dialogue.Read()).Where(line => line.Kind == LineKind.Writes).Count().ShouldBeGreaterThan(100);
        dialogues.ShouldAllBe(dialogue => story.Who(dialogue).Name.Length > 0);
        story.Past.ShouldAllBe(dialogue => dialogue.Since() > TimeSpan.Zero && story.Who(dialogue).On != "web");
        story.Past.Select(dialogue => dialogue.Since()).ShouldBeInOrder(SortDirection.Descending);
        dialogues.SelectMany(dialogue => dialogue.Read()).Where(line => line.Kind == LineKind.Files).ShouldAllBe(line => ShopRules.TopicNames.Contains(line.Words));
        foreach (var dialogue in dialogues)
            dialogue.Read().Where(line => line.Kind == LineKind.Resolves).ShouldAllBe(line => (line.Words.Length > 0) == (story.Who(dialogue).On == "whatsapp"), "only there a reason is asked for");
        foreach (var picture in dialogues.SelectMany(dialogue => dialogue.Read()).Select(line => line.Picture).OfType<string>())
            typeof(Story).Assembly.GetManifestResourceInfo($"Relais.Server.Demo.pictures.{picture}.png").ShouldNotBeNull(picture);
    }

    /// <summary>What was said before the curtain rose.</summary>
    private static Task<int> Past(RelaisDb db) => db.Messages.IgnoreQueryFilters().CountAsync(
        message => message.At < db.Organisations.Min(organisation => organisation.CreatedAt), Stop);

    /// <summary>What customers have written since.</summary>
    private static Task<int> Scenes(RelaisDb db) => db.Messages.IgnoreQueryFilters().CountAsync(
        message => message.Direction == Direction.In && message.At >= db.Organisations.Min(organisation => organisation.CreatedAt), Stop);

    private static async Task<RelaisApp> Start(TestDatabase? database = null)
    {
        var line = new LateLine();
        var app = new RelaisApp(database ?? await TestDatabase.Create(), services =>
        {
            services.AddDemo();
            services.Replace(ServiceDescriptor.Singleton(TimeProvider.System));
            services.Replace(ServiceDescriptor.Singleton(new Pace(TimeProvider.System, 0.01)));
            services.AddHttpClient(DemoStory.ClientName).ConfigurePrimaryHttpMessageHandler(() => line);
        });
        app.CreateClient().Dispose();
        line.Connect(app.Server.CreateHandler());
        return app;
    }

    private static async Task Until(RelaisApp app, Func<RelaisDb, Task<int>> count, int atLeast)
    {
        var begin = TimeProvider.System.GetTimestamp();
        var reached = 0;
        while ((reached = await app.Look(count)) < atLeast)
        {
            if (TimeProvider.System.GetElapsedTime(begin) > TimeSpan.FromMinutes(5)) throw new TimeoutException($"{reached} of {atLeast} after five minutes.");
            await Task.Delay(100, Stop);
        }
    }

    /// <summary>The story begins while the server is still starting: asking for it then would start another.</summary>
    private sealed class LateLine : HttpMessageHandler
    {
        private readonly TaskCompletionSource<HttpMessageInvoker> connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Connect(HttpMessageHandler handler) => connected.SetResult(new HttpMessageInvoker(handler));

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            await (await connected.Task.WaitAsync(cancellationToken)).SendAsync(request, cancellationToken);
    }
}
