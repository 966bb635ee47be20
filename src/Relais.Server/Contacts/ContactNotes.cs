using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Agents write down what colleagues should know of a contact, and correct or remove what anybody wrote.</summary>
public static class ContactNotes
{
    /// <param name="Text">At most 2,000 characters.</param>
    public sealed record Request(string Text);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/contacts/{id:guid}/notes", Add)
            .Needs(Permission.FileConversations)
            .WithName("AddContactNote").WithTags("Contacts").WithSummary("Write a note about a contact")
            .Produces<ContactView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapPatch("/contacts/{id:guid}/notes/{noteId:guid}", Amend)
            .Needs(Permission.FileConversations)
            .WithName("AmendContactNote").WithTags("Contacts").WithSummary("Correct a note about a contact")
            .Produces<ContactView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapDelete("/contacts/{id:guid}/notes/{noteId:guid}", Strike)
            .Needs(Permission.FileConversations)
            .WithName("StrikeContactNote").WithTags("Contacts").WithSummary("Remove a note about a contact")
            .Produces<ContactView>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>By contact, with those of everybody he stands for, the newest first.</summary>
    public static async Task<ILookup<Guid, ContactNote>> NotesOf(this RelaisDb db, IReadOnlyCollection<Guid> contactIds, CancellationToken cancel)
    {
        var everybody = await db.EverybodyIn(contactIds, cancel);
        var ids = everybody.Keys.ToArray();
        var notes = await db.ContactNotes.AsNoTracking().Where(note => ids.Contains(note.ContactId)).OrderByDescending(note => note.Id).ToListAsync(cancel);
        return notes.ToLookup(note => everybody[note.ContactId]);
    }

    private static Task<IResult> Add(Guid id, Request request, HttpContext context, ContactDesk desk, RelaisDb db, CurrentMember me, CancellationToken cancel) =>
        desk.Change(
            id,
            async contact =>
            {
                var noteId = IdempotencyKey.IdFor(context.Request, me, "contact-note");
                if (noteId is { } asked && await db.ContactNotes.AnyAsync(one => one.Id == asked, cancel)) return true;

                db.ContactNotes.Add(new ContactNote(contact, request.Text, desk.By, desk.Now, noteId));
                return true;
            },
            cancel);

    private static Task<IResult> Amend(Guid id, Guid noteId, Request request, ContactDesk desk, RelaisDb db, CancellationToken cancel) =>
        desk.Change(
            id,
            async contact =>
            {
                if (await Find(db, contact, noteId, cancel) is not { } note) return false;

                note.Amend(contact, request.Text, desk.By, desk.Now);
                return true;
            },
            cancel);

    private static Task<IResult> Strike(Guid id, Guid noteId, ContactDesk desk, RelaisDb db, CancellationToken cancel) =>
        desk.Change(
            id,
            async contact =>
            {
                if (await Find(db, contact, noteId, cancel) is not { } note) return false;

                note.Strike(contact, desk.By, desk.Now);
                db.ContactNotes.Remove(note);
                return true;
            },
            cancel);

    private static async Task<ContactNote?> Find(RelaisDb db, Contact contact, Guid noteId, CancellationToken cancel)
    {
        var everybody = (await db.EverybodyIn([contact.Id], cancel)).Keys.ToArray();
        return await db.ContactNotes.FirstOrDefaultAsync(note => note.Id == noteId && everybody.Contains(note.ContactId), cancel);
    }
}

/// <summary>What somebody wrote about a contact.</summary>
/// <param name="By">Who, as he was called then.</param>
/// <param name="EditedBy">Who changed it last; null while nobody has.</param>
public sealed record ContactNoteView(Guid Id, string Text, string By, DateTimeOffset At, string? EditedBy, DateTimeOffset? EditedAt)
{
    public static ContactNoteView Of(ContactNote note) => new(note.Id, note.Text, note.Author, note.At, note.Editor, note.EditedAt);
}
