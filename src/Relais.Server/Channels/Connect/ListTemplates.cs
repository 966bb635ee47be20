using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Channels.Connect;

/// <summary>The approved templates of a channel, as its provider lists them now.</summary>
public static class ListTemplates
{
    public sealed record Answer(IReadOnlyList<Template> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/channels/{id:guid}/templates", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("ListTemplates").WithTags("Channels").WithSummary("The approved templates of a channel")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, CurrentMember me, ConnectedChannels channels, CancellationToken cancel)
    {
        var channel = me.MaySee(id) ? await channels.Find(id, cancel) : null;
        if (channel is null || channel.OrganisationId != me.OrganisationId) return TypedResults.NotFound();

        return TypedResults.Ok(new Answer(await channels.KindOf(channel).Templates(channel, cancel)));
    }
}
