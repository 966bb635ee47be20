using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Domain.Topics;
using Relais.Server.Persistence;

namespace Relais.Server.Topics;

/// <summary>A topic with its place among the others.</summary>
/// <param name="Path">As people write it: <c>Livraison > Retard</c>.</param>
public sealed record TopicView(Guid Id, string Name, string? Description, Guid? ParentId, string Path, bool Active)
{
    public static TopicView Of(Topic topic, TopicTree tree) =>
        new(topic.Id, topic.Name, topic.Description, topic.ParentId, tree.PathOf(topic.Id), topic.IsActive);
}

/// <summary>Finding topics, and keeping their names apart.</summary>
internal static class TopicShelf
{
    public static async Task<TopicTree> TopicTree(this RelaisDb db, CancellationToken cancel) =>
        new(await db.Topics.Where(topic => topic.State != TopicState.Removed).ToListAsync(cancel));

    public static Task<Topic?> FindTopic(this RelaisDb db, Guid id, CancellationToken cancel) =>
        db.Topics.SingleOrDefaultAsync(topic => topic.Id == id && topic.State != TopicState.Removed, cancel);

    /// <exception cref="RuleViolation"><c>topic.name.taken</c>.</exception>
    public static async Task RefuseTakenName(this RelaisDb db, Topic topic, CancellationToken cancel)
    {
        if (await db.Topics.AnyAsync(one => one.Key == topic.Key && one.Id != topic.Id && one.State != TopicState.Removed, cancel))
            throw new RuleViolation("topic.name.taken", "Choose a name no other topic has.");
    }
}
