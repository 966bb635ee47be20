using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>A supervisor blocks a contact who only disturbs, or lets him through again.</summary>
public static class BlockContact
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/contacts/{id:guid}/block", Block)
            .Needs(Permission.Supervise)
            .WithName("BlockContact").WithTags("Contacts").WithSummary("Block a contact")
            .WithDescription("What he writes from now on is kept, and resolved at once: it asks nobody for anything.")
            .Produces<ContactView>().ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapDelete("/contacts/{id:guid}/block", Unblock)
            .Needs(Permission.Supervise)
            .WithName("UnblockContact").WithTags("Contacts").WithSummary("Let a blocked contact through again")
            .Produces<ContactView>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> Block(Guid id, ContactDesk desk, CancellationToken cancel) =>
        desk.Change(id, contact => contact.Block(true, desk.By, desk.Now), cancel);

    private static Task<IResult> Unblock(Guid id, ContactDesk desk, CancellationToken cancel) =>
        desk.Change(id, contact => contact.Block(false, desk.By, desk.Now), cancel);
}
