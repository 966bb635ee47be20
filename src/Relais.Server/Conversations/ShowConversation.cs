using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Security;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Conversations;

/// <summary>What the screen of one conversation needs besides its messages.</summary>
public static class ShowConversation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/conversations/{id:guid}", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ShowConversation").WithTags("Conversations").WithSummary("One conversation with its contact, reply window and drafts");

    private static async Task<Results<Ok<ConversationView>, NotFound>> Handle(
        Guid id, RelaisDb db, CurrentMember me, ContactCard card, ConnectedChannels channels, TimeProvider clock, CancellationToken cancel)
    {
        var position = await EventFeed.Position(db, cancel);
        var conversation = await db.Conversations.AsNoTracking().VisibleTo(me, db).Find(id, cancel);
        if (conversation is null) return TypedResults.NotFound();

        var thread = await db.Threads.AsNoTracking().FirstAsync(row => row.Id == conversation.ThreadId, cancel);
        var contact = await db.Contacts.AsNoTracking().FirstAsync(row => row.Id == conversation.ContactId, cancel);
        var drafts = await db.Drafts.AsNoTracking().Where(row => row.MemberId == me.Id && row.ConversationId == id).ToListAsync(cancel);
        var hours = await channels.Find(conversation.ChannelId, cancel) is { } channel
            ? channels.CapabilitiesOf(channel).In(thread.Visibility).ReplyWindowHours
            : null;

        return TypedResults.Ok(new ConversationView(
            ConversationRow.Of(conversation, contact),
            await card.Of(contact, me, cancel),
            WindowView.Of(ReplyWindow.Of(thread, hours, clock.GetUtcNow())),
            new DraftsView(TextOf(drafts, DraftMode.Reply), TextOf(drafts, DraftMode.Note), TextOf(drafts, DraftMode.Private)),
            await PreviousTopics(conversation, db, cancel),
            await PostOf(thread, db, cancel),
            position));
    }

    /// <summary>What the contact's conversation before this one was about: a new one starts without topics.</summary>
    private static async Task<IReadOnlyList<Guid>> PreviousTopics(Conversation conversation, RelaisDb db, CancellationToken cancel) =>
        (await db.Conversations.AsNoTracking().Where(row => row.ThreadId == conversation.ThreadId && row.Number < conversation.Number)
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel))?.TopicIds ?? [];

    private static async Task<PostView?> PostOf(Thread thread, RelaisDb db, CancellationToken cancel) =>
        thread.Post.Length > 0 && await db.Posts.AsNoTracking().FirstOrDefaultAsync(row => row.ChannelId == thread.ChannelId && row.ExternalId == thread.Post, cancel) is { } post
            ? PostView.Of(post)
            : null;

    private static string? TextOf(List<Draft> drafts, DraftMode mode) => drafts.Find(draft => draft.Mode == mode)?.Text;
}

public sealed record ConversationView(
    ConversationRow Row,
    ContactView Contact,
    WindowView Window,
    DraftsView Draft,
    IReadOnlyList<Guid> PreviousTopicIds,
    PostView? Post,
    long Position);

/// <summary>Until when a free answer is allowed.</summary>
public sealed record WindowView(DateTimeOffset? ClosesAt, bool Open)
{
    public static WindowView Of(ReplyWindow window) => new(window.ClosesAt, window.IsOpen);
}

public sealed record DraftsView(string? Reply, string? Note, string? Private);
