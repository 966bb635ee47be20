using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Replies;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Replies;

/// <summary>
/// Reads shared replies from a table. A title a collection has already is changed, any other is added; a collection nobody knows is
/// made as a draft. What is wrong is told by its line, and the rest is taken all the same.
/// </summary>
public static class ImportSavedReplies
{
    private const long MaxBytes = 5L * 1024 * 1024;
    private const int MaxRows = 2000;

    public sealed record Answer(int Added, int Changed, int Unchanged, IReadOnlyList<RefusedRow> Refused);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/saved-replies/table", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ImportSavedReplies").WithTags("Saved replies").WithSummary("Add or change shared replies from a table (CSV)")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .DisableAntiforgery();

    private static async Task<IResult> Handle(IFormFile file, ReplyDesk desk, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var rows = await Rows(file, cancel);
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.Lock(db, Locks.ReplyShortcuts, cancel);
        var shelf = await SharedShelf.Load(db, me.OrganisationId, desk.By, desk.Now, cancel);
        foreach (var row in rows) shelf.Place(row);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(shelf.Answer());
    }

    private static async Task<List<ReplyRow>> Rows(IFormFile file, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        try
        {
            List<ReplyRow> rows = [.. ReplySheet.Read(content.ToArray()).Take(MaxRows + 1)];
            if (rows.Count is > 0 and <= MaxRows) return rows;
        }
        catch (CsvFormatException)
        {
            // Said below.
        }

        throw new RuleViolation(
            "saved_replies.table", $"Bring a CSV table of 1 to {MaxRows} rows with the columns collection, title and body.", new Dictionary<string, object?> { ["limit"] = MaxRows });
    }
}

/// <summary>A row of the table that was not taken, and why.</summary>
/// <param name="Line">In the file, from 1.</param>
public sealed record RefusedRow(int Line, string Title, string Code, IReadOnlyDictionary<string, object?> Params);

/// <summary>All shared replies, while a table is read into them.</summary>
internal sealed class SharedShelf(RelaisDb db, Guid organisationId, Actor by, DateTimeOffset at)
{
    private readonly Dictionary<string, ReplyCollection> collections = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid CollectionId, string Title), SavedReply> replies = [];
    private readonly Dictionary<string, SavedReply> shortcuts = new(StringComparer.Ordinal);
    private readonly List<RefusedRow> refused = [];
    private int added;
    private int changed;
    private int unchanged;

    public static async Task<SharedShelf> Load(RelaisDb db, Guid organisationId, Actor by, DateTimeOffset at, CancellationToken cancel)
    {
        var shelf = new SharedShelf(db, organisationId, by, at);
        foreach (var collection in await db.ReplyCollections.Where(row => row.OwnerId == null).ToListAsync(cancel)) shelf.collections[collection.Key] = collection;

        var ids = shelf.collections.Values.Select(collection => collection.Id).ToArray();
        foreach (var reply in await db.SavedReplies.Where(row => ids.Contains(row.CollectionId)).OrderBy(row => row.Id).ToListAsync(cancel)) shelf.Keep(reply);
        return shelf;
    }

    public void Place(ReplyRow row)
    {
        try
        {
            Put(CollectionOf(row.Collection), new ReplyText(row.Title, row.Body, row.Language, row.Shortcut));
        }
        catch (RuleViolation violation)
        {
            refused.Add(new RefusedRow(row.Line, Texts.Fit(row.Title, SavedReply.TitleLimit) ?? "", violation.Code, violation.Facts));
        }
    }

    public ImportSavedReplies.Answer Answer() => new(added, changed, unchanged, refused);

    /// <summary>What the text comes to is found out on a reply nobody keeps: the one that is kept changes as a whole or not at all.</summary>
    private void Put(ReplyCollection collection, ReplyText wanted)
    {
        var made = new SavedReply(collection, wanted, by, at);
        var known = replies.GetValueOrDefault((collection.Id, made.Title));
        if (known?.Text == made.Text)
        {
            unchanged++;
            return;
        }

        RefuseTaken(made, known);
        if (known is null)
        {
            added++;
            if (db.Entry(collection).State == EntityState.Detached) db.ReplyCollections.Add(collection);
            db.SavedReplies.Add(made);
            Keep(made);
            return;
        }

        changed++;
        if (known.Shortcut is { } former) shortcuts.Remove(former);
        known.Change(wanted, collection, by, at);
        Keep(known);
    }

    private void RefuseTaken(SavedReply made, SavedReply? known)
    {
        if (made.Shortcut is { } word && shortcuts.TryGetValue(word, out var other) && other != known)
            throw new RuleViolation(
                "saved_reply.shortcut.taken", "Choose a shortcut no other reply has.", new Dictionary<string, object?> { ["title"] = other.Title });
    }

    private ReplyCollection CollectionOf(string name)
    {
        var collection = new ReplyCollection(organisationId, name, ownerId: null, by, at);
        if (collections.TryGetValue(collection.Key, out var known)) return known;

        collections[collection.Key] = collection;
        return collection;
    }

    private void Keep(SavedReply reply)
    {
        replies[(reply.CollectionId, reply.Title)] = reply;
        if (reply.Shortcut is { } word) shortcuts[word] = reply;
    }
}
