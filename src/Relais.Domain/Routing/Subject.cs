using Relais.Domain.Conversations;
using Relais.Domain.Topics;

namespace Relais.Domain.Routing;

/// <summary>A conversation as the rules look at it.</summary>
public sealed class Subject
{
    private static readonly IReadOnlySet<Guid> Nothing = new HashSet<Guid>();

    public Subject(
        Guid channelId, Visibility visibility, IReadOnlyCollection<Guid> topicIds, IReadOnlySet<Guid>? groups, string? language, TopicTree tree)
    {
        ChannelId = channelId;
        Visibility = visibility;
        Topics = topicIds.Count == 0 ? Nothing : topicIds.Where(id => tree.Find(id) is not null).ToHashSet();
        TopicsAndAbove = topicIds.Count == 0 ? Nothing : tree.Spread(topicIds);
        Groups = groups ?? Nothing;
        Language = language?.Split('-', '_')[0].ToLowerInvariant();
    }

    private Subject(Subject like, IReadOnlySet<Guid> groups)
    {
        (ChannelId, Visibility, Topics, TopicsAndAbove, Language) = (like.ChannelId, like.Visibility, like.Topics, like.TopicsAndAbove, like.Language);
        Groups = groups;
    }

    public Guid ChannelId { get; }

    public Visibility Visibility { get; }

    public IReadOnlySet<Guid> Topics { get; }

    /// <summary>Its topics and all they are a part of.</summary>
    public IReadOnlySet<Guid> TopicsAndAbove { get; }

    /// <summary>The contact's groups.</summary>
    public IReadOnlySet<Guid> Groups { get; }

    /// <summary>The contact's language without its region; null while nobody knows.</summary>
    public string? Language { get; }

    /// <summary>The same, were its contact in these groups.</summary>
    public Subject InGroups(IReadOnlySet<Guid> groups) => new(this, groups);

    internal string VisibilityWord => Visibility == Visibility.Private ? "private" : "public";
}
