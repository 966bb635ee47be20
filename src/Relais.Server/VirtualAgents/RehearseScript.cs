using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Persistence;
using Relais.Server.Security;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.VirtualAgents;

/// <summary>
/// Plays a script that is being written: the administrator is the customer. The very same methods act as in real conversations, on one
/// that nobody keeps. Nothing is remembered between two calls: each brings everything the customer did so far.
/// </summary>
public static class RehearseScript
{
    private const int MostActs = 60;

    /// <param name="Draft">As it stands in the editor.</param>
    /// <param name="Language">Which of its languages; its first when left out.</param>
    /// <param name="IsOpen">Whether the channel is open.</param>
    /// <param name="ChannelId">Where it is played, for its buttons; none shows buttons as they are written.</param>
    /// <param name="ContactName">What the customer is called.</param>
    /// <param name="Acts">What the customer did, in order.</param>
    public sealed record Request(
        ResponderDraftView Draft, string? Language, bool IsOpen, Guid? ChannelId, string? ContactName, IReadOnlyList<CustomerAct>? Acts);

    /// <param name="Text">What he wrote.</param>
    /// <param name="IsSilent">He let the time run out.</param>
    public sealed record CustomerAct(string? Text, bool IsSilent = false);

    /// <param name="Lines">What was said, and what was done beside it, in order.</param>
    /// <param name="WaitsAt">The step whose answer is waited for; null = the script has come to its end.</param>
    public sealed record Answer(IReadOnlyList<Line> Lines, string? WaitsAt);

    /// <summary>One thing that happened.</summary>
    /// <param name="Kind">said, wrote, stored, filed, handedOver, resolved, silent or nothing.</param>
    /// <param name="Text">The words, or the value that was kept.</param>
    /// <param name="Choices">The buttons below it.</param>
    /// <param name="Subject">The attribute, the topic, the resolve reason; or why people go on.</param>
    public sealed record Line(string Kind, string Text, IReadOnlyList<string> Choices, string? Subject);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/auto-responders/rehearsals", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RehearseScript").WithTags("Virtual agents").WithSummary("Play a script as its customer")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, RelaisDb db, ResponderShelf shelf, ConnectedChannels channels, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var draft = request.Draft?.ToDraft() ?? throw new RuleViolation("auto_responder.script.required", "Bring the script to play.");
        var responder = new AutoResponder(me.OrganisationId, draft, me.AsActor(), clock.GetUtcNow());
        var language = responder.Languages.FirstOrDefault(one => one.Language == request.Language) ?? (responder.Languages.Count > 0 ? responder.Languages[0] : null);
        if (ScriptPlan.Of(responder, language, request.IsOpen) is not { } plan) return TypedResults.Ok(new Answer([new Line("nothing", "", [], null)], null));

        var can = new Capabilities { Choices = new ChoiceLimits(Script.AnswerLimit, Script.LabelLimit, int.MaxValue) };
        if (request.ChannelId is { } id && await channels.Find(id, cancel) is { } channel && channel.OrganisationId == me.OrganisationId) can = channels.CapabilitiesOf(channel);

        var rehearsal = new ScriptRehearsal(responder, plan, request.ContactName, can, clock.GetUtcNow());
        await rehearsal.Play(await shelf.PropsOf(rehearsal.Run, await db.ReadAttributes(me.OrganisationId, cancel), cancel), [.. (request.Acts ?? []).Take(MostActs)]);
        return TypedResults.Ok(new Answer(rehearsal.Lines, rehearsal.Run.Position?.StepId));
    }
}
