using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels;

/// <summary>Under which posts people write.</summary>
internal sealed partial class IntakeState
{
    private readonly Dictionary<(Guid Channel, string ExternalId), Post> posts = [];

    /// <summary>Remembers the post a comment stands under, and what is told of it with the comment.</summary>
    public void Keep(Fact fact, MessageIn comment)
    {
        if (comment.PostUnder() is not { } id) return;

        if (!posts.TryGetValue((fact.Channel.Id, id), out var post))
        {
            post = new Post(fact.Channel.OrganisationId, fact.Channel.Id, id, fact.Kind.ShowsPosts ? now : null);
            posts[(fact.Channel.Id, id)] = post;
            changes.New(post);
        }

        if (comment.PostCard is { } told) Touch(post).Learn(told, now);
    }

    /// <summary>Whether the post it stands under is muted.</summary>
    public bool IsMuted(ConnectedChannel channel, MessageIn comment) =>
        comment.PostUnder() is { } id && posts.GetValueOrDefault((channel.Id, id))?.MutedAt is not null;

    private async Task LoadPosts(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        var ids = facts.Select(fact => (fact.Inbound as MessageIn)?.PostUnder()).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (ids.Length == 0) return;

        var channelIds = facts.Select(fact => fact.Channel.Id).Distinct().ToArray();
        foreach (var post in await db.Posts.IgnoreQueryFilters().AsNoTracking()
            .Where(row => channelIds.Contains(row.ChannelId) && ids.Contains(row.ExternalId)).ToListAsync(cancel))
        {
            posts[(post.ChannelId, post.ExternalId)] = post;
            changes.Watch(post);
        }
    }
}
