using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>An agent marks a contact as one who matters most, or takes that back.</summary>
public static class MarkVip
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/contacts/{id:guid}/vip", Mark)
            .Needs(Permission.EditContacts)
            .WithName("MarkVip").WithTags("Contacts").WithSummary("Mark a contact as VIP")
            .Produces<ContactView>().ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapDelete("/contacts/{id:guid}/vip", Unmark)
            .Needs(Permission.EditContacts)
            .WithName("UnmarkVip").WithTags("Contacts").WithSummary("Take the VIP mark away")
            .Produces<ContactView>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> Mark(Guid id, ContactDesk desk, CancellationToken cancel) =>
        desk.Change(id, contact => contact.Mark(true, desk.By, desk.Now), cancel);

    private static Task<IResult> Unmark(Guid id, ContactDesk desk, CancellationToken cancel) =>
        desk.Change(id, contact => contact.Mark(false, desk.By, desk.Now), cancel);
}
