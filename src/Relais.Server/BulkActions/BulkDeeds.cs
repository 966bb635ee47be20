using Microsoft.EntityFrameworkCore;
using Relais.Domain.AutoResolve;
using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Domain.Topics;
using Relais.Server.AutoResolve;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.ResolveReasons;
using Relais.Server.Security;
using Relais.Server.Topics;

namespace Relais.Server.BulkActions;

/// <summary>What a bulk action does to each conversation: the method of the domain that does it to one alone.</summary>
public sealed class BulkDeeds(RelaisDb db, CurrentMember me, TimeProvider clock)
{
    private readonly Dictionary<Guid, bool> mayAnswer = [];

    /// <exception cref="RuleViolation"><c>resolution.reason.unknown</c>, <c>topic.unknown</c>.</exception>
    public async Task<Func<Conversation, Task>> Of(ActInBulk.Request request, CancellationToken cancel) => request.Kind switch
    {
        BulkKind.Resolve => await Resolving(request, cancel),
        BulkKind.Pend => Pending(await AutoResolves.Policy(db, me.OrganisationId, cancel)),
        BulkKind.Assign => conversation => Assign(conversation, request.MemberId, cancel),
        BulkKind.AddTopic => Filing([await Topic(request, cancel)], []),
        _ => Filing([], [await Topic(request, cancel)]),
    };

    private Actor By => me.AsActor();

    private DateTimeOffset Now => clock.GetUtcNow();

    private static Func<Conversation, Task> At(Action<Conversation> act) => conversation =>
    {
        act(conversation);
        return Task.CompletedTask;
    };

    private async Task<Func<Conversation, Task>> Resolving(ActInBulk.Request request, CancellationToken cancel)
    {
        var resolution = new Resolution(ResolveWay.Bulk, await db.PickReason(request.ReasonId, cancel), request.Comment);
        var policy = await db.ResolvePolicy(cancel);
        return At(conversation => conversation.Resolve(resolution, policy, By, Now));
    }

    /// <summary>The boomerang that follows belongs to the deed: undoing takes both back.</summary>
    private Func<Conversation, Task> Pending(AutoResolvePolicy policy) => At(conversation =>
    {
        if (conversation.State == ConversationState.Pending) return;

        conversation.Pend(By, Now);
        PendingBoomerangs.Throw(conversation, policy);
    });

    private async Task Assign(Conversation conversation, Guid? memberId, CancellationToken cancel)
    {
        if (memberId is { } id && !await MayAnswer(id, conversation.ChannelId, cancel)) throw AssignConversation.Unknown();

        conversation.Assign(memberId, By, Now);
    }

    private async Task<bool> MayAnswer(Guid memberId, Guid channelId, CancellationToken cancel)
    {
        if (!mayAnswer.TryGetValue(channelId, out var may)) mayAnswer[channelId] = may = await AssignConversation.MayAnswer(db, memberId, channelId, cancel);
        return may;
    }

    private Func<Conversation, Task> Filing(Topic[] added, Topic[] removed) =>
        At(conversation => conversation.ChangeTopics(added, removed, By, Now));

    private async Task<Topic> Topic(ActInBulk.Request request, CancellationToken cancel) =>
        (request.TopicId is { } id ? await db.FindTopic(id, cancel) : null)
        ?? throw new RuleViolation("topic.unknown", "Choose among the topics of this organisation.");
}
