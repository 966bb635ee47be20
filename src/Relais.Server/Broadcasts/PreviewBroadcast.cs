using Microsoft.AspNetCore.Mvc;
using Relais.Domain.Broadcasts;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Broadcasts;

/// <summary>Whom a broadcast would reach, how its first messages would read, and who is left out. Nothing is saved.</summary>
public static class PreviewBroadcast
{
    internal const long MaxBytes = 5L * 1024 * 1024;

    private const int Examples = 5;
    private const int ShownLeftOut = 200;

    /// <param name="Reached">So many will be written to.</param>
    /// <param name="LeftOut">How many are not, by reason.</param>
    /// <param name="Messages">The first of those who are.</param>
    /// <param name="People">The first of those who are not; lines of a list with their number.</param>
    public sealed record Answer(int Reached, IReadOnlyList<LeftOutCount> LeftOut, IReadOnlyList<PreviewedMessage> Messages, IReadOnlyList<LeftOutPerson> People);

    /// <param name="Text">How it will read.</param>
    public sealed record PreviewedMessage(string? Name, string Address, string Text);

    /// <param name="Address">Or what stands in its place.</param>
    /// <param name="Line">In the list, from 1.</param>
    public sealed record LeftOutPerson(string? Name, string? Address, int? Line, LeftOutReason Reason);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/broadcasts/preview", Handle)
            .Needs(Permission.SendBroadcasts)
            .WithName("PreviewBroadcast").WithTags("Broadcasts").WithSummary("Whom a broadcast would reach, and how it would read")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes));

    private static async Task<IResult> Handle(BroadcastRequest request, BroadcastDesk desk, Recipients recipients, CancellationToken cancel)
    {
        var (_, drawn) = await request.Draw(desk, recipients, cancel);
        var reached = drawn.People.Where(one => one.Content is not null).ToList();
        var left = drawn.People.Where(one => one.Obstacle is not null).ToList();
        return TypedResults.Ok(new Answer(
            reached.Count,
            LeftOutCount.Of(left.CountBy(one => one.Obstacle!.Value), drawn.WithoutAddress),
            [.. reached.Take(Examples).Select(one => new PreviewedMessage(one.To.Name, one.To.Address!, one.Content!.Text!))],
            [.. left.Take(ShownLeftOut).Select(one => new LeftOutPerson(one.To.Name, one.To.Address, one.To.Line, one.Obstacle!.Value))]));
    }
}
