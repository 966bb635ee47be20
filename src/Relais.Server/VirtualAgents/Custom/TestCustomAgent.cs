using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>
/// Tells a program an event that never happened, and shows everything: what was sent, what came back, how long that took, and what would
/// be done. Nothing is.
/// </summary>
public static class TestCustomAgent
{
    /// <param name="Kind">Which event; a message of the contact when left out.</param>
    /// <param name="Text">What the contact writes.</param>
    /// <param name="ContactName">What the contact is called.</param>
    public sealed record Request(AgentEventKind? Kind, string? Text, string? ContactName);

    /// <param name="Url">Where it was posted.</param>
    /// <param name="Headers">What stood above the body.</param>
    /// <param name="Body">What was posted.</param>
    /// <param name="Status">What the web hook answered; null when it did not.</param>
    /// <param name="Response">What came back.</param>
    /// <param name="Problem">Why a person would have had to take over, as a code; null when all is well.</param>
    /// <param name="Lines">What would be done, in order.</param>
    public sealed record Answer(
        string Url, IReadOnlyDictionary<string, string> Headers, string Body, int? Status, int Milliseconds, string Response, string? Problem, IReadOnlyList<Line> Lines);

    /// <summary>One thing that would be done.</summary>
    /// <param name="Kind">said, stored, filed, tagged, noted, typing, handedOver, resolved or ignored.</param>
    /// <param name="Text">The words, the value or the name.</param>
    /// <param name="Choices">The buttons below it.</param>
    /// <param name="Subject">The attribute; or what was ignored, and why, as <c>topic.unknown</c>.</param>
    public sealed record Line(string Kind, string Text, IReadOnlyList<string> Choices, string? Subject);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/custom-agents/{id:guid}/tests", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("TestCustomAgent").WithTags("Virtual agents").WithSummary("Send a custom virtual agent a test event")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Guid id, Request request, HttpContext context, RelaisDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.CustomAgents.AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } agent) return TypedResults.NotFound();
        if (agent.WebhookUrl.Length == 0) throw new RuleViolation("custom_agent.address.required", "Say where its web hook is first.");

        var caller = context.RequestServices.GetRequiredService<AgentCaller>();
        var body = (await Invented(agent, request, db, clock.GetUtcNow(), cancel)).ToBytes();
        var headers = caller.Headers(agent, body, 1);
        var reply = await caller.Try(agent, body, 1, cancel);
        var (problem, lines) = reply.Problem is null ? await WouldDo(agent, reply, db, cancel) : (reply.Problem, []);
        return TypedResults.Ok(new Answer(
            agent.WebhookUrl, headers, Encoding.UTF8.GetString(body), reply.Status, (int)reply.Time.TotalMilliseconds, Texts.Fit(reply.Text, 20_000) ?? "", problem, lines));
    }

    private static async Task<AgentEvent> Invented(CustomAgent agent, Request request, RelaisDb db, DateTimeOffset now, CancellationToken cancel)
    {
        Guid[] channelIds = [.. agent.Channels.Select(one => one.ChannelId)];
        var channel = await db.Channels.AsNoTracking().Where(row => channelIds.Contains(row.Id)).OrderBy(row => row.Name).FirstOrDefaultAsync(cancel);
        var row = new AgentEventRow { Id = Ids.Next(), AgentId = agent.Id, Kind = request.Kind ?? AgentEventKind.Received, At = now };
        var message = new AgentMessage(Ids.Next(), "contact", "text", Texts.Optional(request.Text, Domain.Conversations.Message.TextLimit, "note") ?? "Bonjour", now, []);
        var content = new AgentEventContent(
            agent.Id,
            new AgentConversation(Ids.Next(), 0, channel?.Id ?? Guid.Empty, channel?.Kind ?? "", channel?.Name ?? "", []),
            new AgentContact(Ids.Next(), Texts.Fit(request.ContactName, 100) ?? "Camille Martin", null, null, null, new Dictionary<string, string>())) { Test = true };
        return AgentEvent.Of(row, row.Kind switch
        {
            AgentEventKind.Received => content with { Message = message },
            AgentEventKind.Delegated => content with { Messages = [message], DelegatedBy = "Test" },
            _ => content,
        });
    }

    private static async Task<(string? Problem, IReadOnlyList<Line> Lines)> WouldDo(CustomAgent agent, AgentReply reply, RelaisDb db, CancellationToken cancel)
    {
        try
        {
            var answer = AgentAnswer.Parse(reply.Body);
            return (null, [.. Lines(answer, await new Understanding(db, agent.OrganisationId).Of(answer, cancel))]);
        }
        catch (RuleViolation broken)
        {
            return (broken.Code, []);
        }
    }

    private static IEnumerable<Line> Lines(AgentAnswer answer, Understood wanted)
    {
        foreach (var act in wanted.Acts)
        {
            if (act is ScriptAct.Store store) yield return new Line("stored", store.Value, [], store.Attribute);
            if (act is ScriptAct.File file) yield return new Line("filed", wanted.Props.Topics[file.TopicId].Name, [], null);
        }

        foreach (var (_, tag) in wanted.Tags) yield return new Line("tagged", tag.Name, [], null);
        foreach (var note in answer.ApplyConversationNotes ?? []) yield return new Line("noted", note, [], null);
        if (answer.IndicateTyping == true) yield return new Line("typing", "", [], null);
        foreach (var saying in answer.Sayings) yield return new Line("said", saying.Text ?? "", saying.Choices ?? [], saying.Attachment?.ToString());
        if (wanted.End is ScriptAct.HandOver) yield return new Line("handedOver", "", [], null);
        if (wanted.End is ScriptAct.Resolve over) yield return new Line("resolved", over.ReasonId is { } id ? wanted.Props.Reasons[id].Name : "", [], null);
        foreach (var one in wanted.Ignored) yield return new Line("ignored", one.Name, [], $"{one.What}.{JsonNamingPolicy.CamelCase.ConvertName(one.Why)}");
    }
}
