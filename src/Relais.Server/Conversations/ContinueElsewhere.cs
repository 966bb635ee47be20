using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Replies;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>
/// Goes on with a conversation's contact on another channel of his: the answer leaves there, and both conversations say where it went on
/// and where it came from.
/// </summary>
public static class ContinueElsewhere
{
    /// <param name="ClientId">Made by the screen: the same id twice is one message.</param>
    /// <param name="ChannelId">Where to.</param>
    /// <param name="Text">The words.</param>
    /// <param name="Template">What is sent instead, where a free text is not allowed.</param>
    /// <param name="SavedReplyIds">The saved replies the text was made of: their use is counted.</param>
    /// <param name="Consent">How one knows that the contact agrees to be written to there, where the network wants that.</param>
    /// <param name="Ending">Why the conversation is over with that; it stays open when left out.</param>
    public sealed record Request(
        Guid ClientId, Guid ChannelId, string? Text, TemplateUse? Template, IReadOnlyList<Guid>? SavedReplyIds, string? Consent, Ending? Ending);

    /// <summary>Why a conversation is over.</summary>
    public sealed record Ending(Guid? ReasonId, string? Comment);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/conversations/{id:guid}/continuations", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("ContinueElsewhere").WithTags("Messages").WithSummary("Goes on with the contact on another channel");

    private static async Task<Results<Created<MessageView>, Ok<MessageView>, NotFound>> Handle(
        Guid id, Request request, ConversationDesk desk, ContactPlaces places, AnswerRules rules, ReplyDesk replies, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        Message? written = null, earlier = null;
        var template = me.MaySee(request.ChannelId) ? await rules.Find(request.Template, request.ChannelId, cancel) : null;
        var found = await desk.Change(id, desk.PrivateThreads(id, request.ChannelId), Write, cancel);

        return !found ? TypedResults.NotFound()
            : earlier is not null ? TypedResults.Ok(MessageView.Of(earlier))
            : TypedResults.Created($"/api/v1/messages/{written!.Id}", MessageView.Of(written));

        async Task Write(Conversation conversation)
        {
            earlier = await desk.WrittenBefore(conversation, request.ClientId, request.ChannelId, cancel);
            if (earlier is not null) return;

            var place = await places.Find(conversation, request.ChannelId, cancel);
            await places.Enter(place, conversation.ContactId, request.Consent, cancel);
            var there = await desk.OpenPrivately(conversation, request.ChannelId, cancel);
            var answer = new AnswerContact.Request(request.ClientId, request.Text, null, null, request.Template, request.SavedReplyIds);
            var (content, channel) = await rules.Check(there, answer, template, desk.By, cancel);
            written = Message.ToContact(there, content, request.ClientId, desk.By, desk.Now, rules.Undo);
            there.Answer(written, channel.AutoAssignOnReply);
            db.Messages.Add(written);
            conversation.GoOnIn(there, desk.By, desk.Now);
            await replies.CountUse(request.SavedReplyIds ?? [], request.ChannelId, cancel);

            // Nobody is asked how it was while it still goes on.
            if (request.Ending is { } ending) await desk.Resolve(conversation, ending.ReasonId, ending.Comment, mayBeSurveyed: false, cancel);
        }
    }
}
