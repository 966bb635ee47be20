using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Channels.Connect;

/// <summary>Asks the provider whether a channel works, and where it can be told, tells it where our door is.</summary>
public static class CheckChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What the provider said.</summary>
    /// <param name="Works">Null when there is nobody to ask.</param>
    /// <param name="Account">As whom it knows us.</param>
    /// <param name="Problem">Why it does not work, as a channel's problem is written.</param>
    public sealed record Answer(bool? Works, string? Account, string? Problem);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/channels/{id:guid}/check", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("CheckChannel").WithTags("Channels").WithSummary("Ask the provider whether a channel works")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(
        Guid id, HttpRequest request, CurrentMember me, ConnectedChannels channels, ChannelStanding standing, CancellationToken cancel)
    {
        if (await channels.Find(id, cancel) is not { } channel || channel.OrganisationId != me.OrganisationId) return TypedResults.NotFound();

        var settings = request.HttpContext.RequestServices.GetRequiredService<RelaisSettings>();
        var answer = await Ask(channels.KindOf(channel), channel, settings.SeenBy(request), cancel);
        if (answer.Works is null) return TypedResults.Ok(answer);

        await standing.Judge(channel.OrganisationId, channel.Id, answer.Problem, cancel);
        await request.HttpContext.RequestServices.GetRequiredService<AllowanceWatch>().Look(channel.Id, cancel);
        return TypedResults.Ok(answer);
    }

    private static async Task<Answer> Ask(ChannelKind kind, ConnectedChannel channel, Uri publicUrl, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await kind.Check(channel, publicUrl, patience.Token) switch
            {
                Check.Works works => new Answer(true, works.Account, null),
                Check.Fails fails => new Answer(false, null, $"{fails.Code}: {fails.Reason}"),
                _ => new Answer(null, null, null),
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Answer(false, null, "no_answer: The provider did not answer in time.");
        }
    }
}
