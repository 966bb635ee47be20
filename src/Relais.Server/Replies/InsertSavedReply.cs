using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Replies;
using Relais.Server.Contacts;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Replies;

/// <summary>Fills in a saved reply for one conversation, and gives the one who answers copies of its files. Nothing is sent by it.</summary>
public static class InsertSavedReply
{
    /// <param name="WithFiles">A note takes none.</param>
    public sealed record Request(Guid SavedReplyId, bool WithFiles);

    /// <param name="Text">What could not be filled in still stands there as a placeholder.</param>
    /// <param name="Attachments">To be sent like any upload of one's own.</param>
    public sealed record Answer(string Text, IReadOnlyList<AttachmentView> Attachments);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/conversations/{id:guid}/insertions", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("InsertSavedReply").WithTags("Saved replies").WithSummary("A saved reply filled in for a conversation")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(
        Guid id, Request request, ReplyDesk desk, RelaisDb db, CurrentMember me, FileStore files, CancellationToken cancel)
    {
        if (await db.Conversations.AsNoTracking().VisibleTo(me, db).Find(id, cancel) is not { } conversation) return TypedResults.NotFound();

        var visible = (await desk.Visible(conversation.ChannelId, cancel)).ConvertAll(collection => collection.Id);
        var reply = await db.SavedReplies.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.SavedReplyId && visible.Contains(row.CollectionId), cancel);
        if (reply is null) return TypedResults.NotFound();

        var scene = await SceneOf(conversation, reply, db, me, cancel);
        var copies = request.WithFiles ? await Copies(reply, db, files, me, desk.Now, cancel) : [];
        return TypedResults.Ok(new Answer(Placeholders.Fill(reply.Body, scene.ValueOf), [.. copies.Select(AttachmentView.Of)]));
    }

    private static async Task<ReplyScene> SceneOf(Conversation conversation, SavedReply reply, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var agent = await db.Members.AsNoTracking().FirstAsync(row => row.Id == me.Id, cancel);
        return new ReplyScene(
            await db.Contacts.AsNoTracking().FirstAsync(row => row.Id == conversation.ContactId, cancel),
            agent,
            await db.Channels.Where(row => row.Id == conversation.ChannelId).Select(row => row.Name).FirstAsync(cancel),
            conversation.Number,
            await db.ReadAttributes(me.OrganisationId, cancel),
            reply.Language ?? agent.Language);
    }

    /// <summary>The saved reply keeps its own: what was sent stays when it is deleted, and the other way round.</summary>
    private static async Task<List<Attachment>> Copies(
        SavedReply reply, RelaisDb db, FileStore store, CurrentMember me, DateTimeOffset now, CancellationToken cancel)
    {
        var copies = new List<Attachment>();
        foreach (var file in await db.Attachments.AsNoTracking().Where(row => row.SavedReplyId == reply.Id).OrderBy(row => row.Id).ToListAsync(cancel))
        {
            if (await store.Copy(file.Key!, cancel) is { } copy)
                copies.Add(Attachment.InStore(me.OrganisationId, file.Kind, file.Name, file.ContentType, copy.Key, copy.Size, me.Id, now));
        }

        db.Attachments.AddRange(copies);
        await db.SaveChangesAsync(cancel);
        return copies;
    }
}
