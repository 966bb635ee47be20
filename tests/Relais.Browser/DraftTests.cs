namespace Relais.Browser;

/// <summary>What somebody has begun to write is not lost, and is nobody else's.</summary>
public sealed class DraftTests : InboxJourney
{
    [Fact]
    public async Task A_draft_survives_a_killed_tab_and_a_killed_server_and_stays_in_its_conversation_and_box()
    {
        var page = await Inbox(Ana);
        await Writes("Zoé", "Où est mon colis ?");
        await Writes("Yann", "Avez-vous ce vase en bleu ?");
        await Open(page, "Zoé");
        await Begin(page, "Zoé, votre colis");
        await Turn(page, "note");
        await Assertions.Expect(Composer(page)).ToHaveValueAsync("");
        await Begin(page, "Voir avec le transporteur");
        await Open(page, "Yann");
        await Holds(page, reply: "", note: "");
        await Turn(page, "reply");
        await Begin(page, "Yann, le vase bleu");

        await Kill(page);
        Server.Kill();
        await Server.Start(TestContext.Current.CancellationToken);
        page = await Inbox(Ana);
        await Open(page, "Zoé");
        await Holds(page, reply: "Zoé, votre colis", note: "Voir avec le transporteur");
        await Open(page, "Yann");
        await Holds(page, reply: "Yann, le vase bleu", note: "");
        NoComplaint(NoServer);
    }

    [Fact]
    public async Task What_is_written_while_the_server_is_dead_is_kept_once_it_is_back()
    {
        var page = await Inbox(Ana);
        await Writes("Zoé", "Où est mon colis ?");
        await Open(page, "Zoé");
        await Begin(page, "Zoé, ");
        Server.Kill();
        await Composer(page).PressSequentiallyAsync("il part demain");
        var saved = Saved(page, "Zoé, il part demain");
        await Server.Start(TestContext.Current.CancellationToken);
        await saved;

        await Kill(page);
        page = await Inbox(Ana);
        await Open(page, "Zoé");
        await Holds(page, reply: "Zoé, il part demain", note: "");
        NoComplaint(NoServer);
    }

    [Fact]
    public async Task A_draft_survives_a_reassignment_and_is_not_the_new_assignees()
    {
        var (page, bruno) = (await Inbox(Ana), await Inbox(Bruno));
        await Writes("Zoé", "Où est mon colis ?");
        await Open(page, "Zoé");
        var row = (await Ana.Get("conversations?state=new"))["items"]![0]!["id"]!.GetValue<Guid>();
        await Ana.Put($"conversations/{row}/assignee", new { memberId = Ana.MemberId });
        await Begin(page, "Zoé, votre colis");

        await Diane.Put($"conversations/{row}/assignee", new { memberId = Bruno.MemberId });
        await Assertions.Expect(Button(page, Say("fr", "conversations.assign.change", ("name", "Bruno")))).ToBeVisibleAsync();
        await Assertions.Expect(Composer(page)).ToHaveValueAsync("Zoé, votre colis");
        await Open(bruno, "Zoé");
        await Holds(bruno, reply: "", note: "");
        await Begin(bruno, "Note de Bruno");

        await Kill(page);
        page = await Inbox(Ana);
        await Open(page, "Zoé");
        await Holds(page, reply: "Zoé, votre colis", note: "");
        NoComplaint();
    }

    private const string NoServer = "ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket|Failed to load resource";

    /// <summary>Writes, and waits for the server to say that it has it.</summary>
    private static async Task Begin(IPage page, string text)
    {
        var saved = Saved(page, text);
        await Composer(page).PressSequentiallyAsync(text);
        await saved;
    }

    private static Task<IResponse> Saved(IPage page, string text) => page.WaitForResponseAsync(response =>
        response.Ok && response.Request.Method == "PUT" && response.Url.EndsWith("/draft", StringComparison.Ordinal) && response.Request.PostData!.Contains($"\"{text}\"", StringComparison.Ordinal));

    private static Task Turn(IPage page, string box) =>
        page.GetByRole(AriaRole.Button, new() { Name = Say("fr", $"conversations.mode.{box}"), Exact = true }).ClickAsync();

    private static async Task Holds(IPage page, string reply, string note)
    {
        foreach (var (box, text) in new[] { ("note", note), ("reply", reply) })
        {
            await Turn(page, box);
            await Assertions.Expect(Composer(page)).ToHaveValueAsync(text);
        }
    }

    /// <summary>The tab's process dies: no goodbye, no last save.</summary>
    private static async Task Kill(IPage page)
    {
        var dead = new TaskCompletionSource();
        page.Crash += (_, _) => dead.TrySetResult();
        var line = await page.Context.NewCDPSessionAsync(page);
        _ = line.SendAsync("Page.crash");
        await dead.Task.WaitAsync(TimeSpan.FromSeconds(40));
        await page.CloseAsync();
    }
}
