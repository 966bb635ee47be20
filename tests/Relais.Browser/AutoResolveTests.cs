using Microsoft.Data.Sqlite;
using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>Step 3 of the guide: all New and all Pending conversations are resolved after a time, with reasons.</summary>
public sealed class AutoResolveTests : InboxJourney
{
    private const string Reason = "Le contact ne répond plus";

    [Theory]
    [InlineData("fr", "Paramètres", "File d’attente", "Préférences de résolution automatique", "Nouvelles", "En attente", "Enregistrer")]
    [InlineData("en", "Settings", "Queue", "Auto-resolve preferences", "New", "Pending", "Save")]
    public async Task The_guide_is_followed_word_by_word_and_what_nobody_goes_on_with_ends_at_its_time(
        string language, string settings, string group, string name, string fresh, string pending, string save)
    {
        await Diane.Put("resolve-reasons/scopes", new { reasons = new { channels = Array.Empty<object>(), bulk = false, autoResolve = true, automation = false } });
        await Writes("Zoé Martin", "Bonjour");
        await Writes("Yann", "Livrez-vous demain ?");
        var inbox = await Inbox(Ana, language);
        await Open(inbox, "Yann");
        await Composer(inbox).FillAsync("Oui !");
        await inbox.Keyboard.PressAsync("Enter");

        var page = await Inbox(Diane, language);
        await page.GetByRole(AriaRole.Link, new() { Name = settings, Exact = true }).ClickAsync();
        var section = page.Locator("section").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = group, Exact = true }) });
        await section.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await After(page, language, fresh, "1");
        await After(page, language, pending, "2");
        await NoBarrier(page);
        await Picture(page, $"auto-resolve-{language}");
        await Press(page, save);
        await NoBarrier(page);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).Last.ClickAsync();
        await Assertions.Expect(page.GetByText(Say(language, "autoResolve.saved"))).ToBeVisibleAsync();

        await Pass(TimeSpan.FromHours(25));
        await Resolved(inbox, language, "Zoé Martin");
        await Assertions.Expect(inbox.GetByText(Say(language, "conversations.trail.conversationResolved.autoResolve"))).ToBeVisibleAsync();
        await Assertions.Expect(inbox.GetByText(Reason).First).ToBeVisibleAsync();
        await Pass(TimeSpan.FromHours(24));
        await Resolved(inbox, language, "Yann");
        await Picture(inbox, $"auto-resolved-{language}");
        NoComplaint("net::ERR_", "WebSocket"); // The server was away twice.
    }

    /// <summary>So many days, and why.</summary>
    private static async Task After(IPage page, string language, string state, string days)
    {
        var section = page.Locator("section").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = state, Exact = true }) });
        await Choose(page, section.Locator(".select-button").First, Say(language, "autoResolve.after"));
        await section.GetByLabel(Say(language, "autoResolve.amount")).FillAsync(days);
        await Choose(page, section.Locator(".select-button").Last, Reason);
    }

    private static async Task Choose(IPage page, ILocator select, string what)
    {
        await select.ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = what, Exact = true }).ClickAsync();
    }

    private static async Task Resolved(IPage inbox, string language, string name)
    {
        await inbox.GotoAsync("/inbox");
        await inbox.GetByRole(AriaRole.Link, new() { Name = Say(language, "conversations.state.resolved") }).ClickAsync();
        await Row(inbox, name).First.ClickAsync();
        await Assertions.Expect(inbox.Locator(".thread-header")).ToContainTextAsync(name);
    }

    /// <summary>The time goes by while the server is down: what was due then is due when it is back.</summary>
    private async Task Pass(TimeSpan time)
    {
        Server.Kill();
        await using (var store = new SqliteConnection($"Data Source={Path.Combine(Server.Folder, "relais.db")};Pooling=False"))
        {
            await store.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = store.CreateCommand();
            command.CommandText = "UPDATE timers SET due_at = due_at - $time, since = since - $time; UPDATE conversations SET state_since = state_since - $time, last_message_at = last_message_at - $time";
            command.Parameters.AddWithValue("$time", (long)time.TotalMilliseconds);
            (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBePositive();
        }

        await Server.Start(TestContext.Current.CancellationToken);
    }
}
