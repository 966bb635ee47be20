using Relais.Domain.Shared;

namespace Relais.Domain.Topics;

/// <summary>All topics of an organisation as they hang together: a topic counts as everything above it.</summary>
public sealed class TopicTree
{
    /// <summary>Written <c>A > B > C</c>; a fourth level helps nobody to choose.</summary>
    public const int Levels = 3;

    public static readonly TopicTree Empty = new([]);

    private readonly Dictionary<Guid, Topic> topics;
    private readonly ILookup<Guid, Topic> parts;

    public TopicTree(IEnumerable<Topic> all)
    {
        topics = all.Where(topic => topic.State != TopicState.Removed).ToDictionary(topic => topic.Id);
        parts = topics.Values.Where(topic => topic.ParentId is not null).ToLookup(topic => topic.ParentId!.Value);
    }

    public IEnumerable<Topic> All => topics.Values;

    public Topic? Find(Guid id) => topics.GetValueOrDefault(id);

    /// <summary>The topic itself, then what it is a part of, up to the top.</summary>
    public IEnumerable<Topic> Upwards(Guid id)
    {
        for (var topic = Find(id); topic is not null; topic = topic.ParentId is { } parent ? Find(parent) : null) yield return topic;
    }

    /// <summary>What is directly a part of it.</summary>
    public IEnumerable<Topic> PartsOf(Guid id) => parts[id];

    /// <summary>Everything that is a part of it, not itself.</summary>
    public IEnumerable<Topic> Below(Guid id) => parts[id].SelectMany(part => Below(part.Id).Prepend(part));

    /// <summary>These topics and all they are a part of. What is not known any more is left out.</summary>
    public IReadOnlySet<Guid> Spread(IEnumerable<Guid> ids) => ids.SelectMany(Upwards).Select(topic => topic.Id).ToHashSet();

    /// <summary>As people write it: <c>Livraison > Retard</c>.</summary>
    public string PathOf(Guid id) => string.Join(" > ", Upwards(id).Reverse().Select(topic => topic.Name));

    /// <exception cref="RuleViolation"><c>topic.parent.unknown</c>, <c>topic.parent.itself</c>, <c>topic.too_deep</c>.</exception>
    internal void RefuseBelow(Guid id, Guid parentId)
    {
        if (Find(parentId) is null) throw new RuleViolation("topic.parent.unknown", "Choose a topic that is there.");
        if (Upwards(parentId).Any(topic => topic.Id == id)) throw new RuleViolation("topic.parent.itself", "A topic cannot be a part of itself.");
        if (Upwards(parentId).Count() + Height(id) > Levels)
            throw new RuleViolation("topic.too_deep", "Topics have at most three levels.", new Dictionary<string, object?> { ["limit"] = Levels });
    }

    private int Height(Guid id) => 1 + parts[id].Select(part => Height(part.Id)).DefaultIfEmpty().Max();
}
