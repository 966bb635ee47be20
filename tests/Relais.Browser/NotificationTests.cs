namespace Relais.Browser;

/// <summary>Being told of what concerns one, and choosing of what.</summary>
public sealed class NotificationTests : InboxJourney
{
    [Fact]
    public async Task A_mention_in_a_note_rings_the_colleagues_bell_until_he_no_longer_wants_to_be_told_of_it()
    {
        await Writes("Zoé", "Ma lampe est arrivée cassée");
        var (ana, bruno) = (await Inbox(Ana), await Inbox(Bruno));
        await Open(ana, "Zoé");
        await Press(ana, Say("fr", "conversations.mode.note"));
        await Mention(ana, "tu connais ce transporteur ?");

        await Button(bruno, Say("fr", "notifications.bell", ("count", 1)).Replace("notifications non lues", "notification non lue", StringComparison.Ordinal)).ClickAsync();
        var told = bruno.Locator(".notification").Filter(new() { HasText = Say("fr", "notifications.told.mentioned", ("by", "Ana"), ("name", "Zoé")) });
        await Assertions.Expect(told).ToContainTextAsync("ce transporteur");
        await NoBarrier(bruno);
        await Picture(bruno, "bell");
        await told.ClickAsync();
        await Assertions.Expect(bruno.Locator(".history article").Last).ToContainTextAsync("ce transporteur");
        await Assertions.Expect(bruno.Locator(".bell-count")).ToHaveCountAsync(0);

        await Button(bruno, Say("fr", "notifications.title")).ClickAsync();
        await Press(bruno, Say("fr", "notifications.preferences"));
        var choice = bruno.GetByRole(AriaRole.Checkbox, new() { Name = Say("fr", "notifications.told.by", ("kind", Say("fr", "notifications.kind.mentioned")), ("way", Say("fr", "notifications.way.inApp"))) });
        var saved = bruno.WaitForResponseAsync(response => response.Url.EndsWith("/notification-preferences", StringComparison.Ordinal) && response.Request.Method == "PUT");
        await choice.Locator("xpath=ancestor-or-self::label").ClickAsync();
        await saved;
        await Assertions.Expect(choice).Not.ToBeCheckedAsync();
        await NoBarrier(bruno);
        await Picture(bruno, "notification-preferences");
        await Mention(ana, "et celui-ci ?");
        await Assertions.Expect(ana.Locator(".history article").Last).ToContainTextAsync("et celui-ci");
        var row = (await Ana.Get("conversations?state=new"))["items"]![0]!["id"]!.GetValue<Guid>();
        await Ana.Put($"conversations/{row}/assignee", new { memberId = Bruno.MemberId });

        await Assertions.Expect(bruno.Locator(".bell-count")).ToHaveTextAsync("1");
        await Button(bruno, "1 notification").ClickAsync();
        await Assertions.Expect(bruno.Locator(".notifications [data-unread]")).ToContainTextAsync(Say("fr", "notifications.told.assigned", ("by", "Ana"), ("name", "Zoé")));
        NoComplaint();
    }

    /// <summary>Calls Bruno with an @ that finds him by two letters.</summary>
    private static async Task Mention(IPage ana, string text)
    {
        await Composer(ana).PressSequentiallyAsync("@Br");
        await Assertions.Expect(ana.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option)).ToContainTextAsync("Bruno");
        await ana.Keyboard.PressAsync("Enter");
        await Composer(ana).PressSequentiallyAsync(text);
        await ana.Keyboard.PressAsync("Enter");
    }
}
