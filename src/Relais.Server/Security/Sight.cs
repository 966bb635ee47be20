namespace Relais.Server.Security;

/// <summary>
/// What one member may see. Of some channels he sees all conversations, of others only what was routed to his teams, to
/// nobody in particular, or is his own. Pages, feed and live line ask the same one.
/// </summary>
/// <param name="MemberId">Who looks.</param>
/// <param name="ChannelIds">The channels he sees anything of; null = all of the organisation, and everything of them.</param>
/// <param name="RoutedChannelIds">Those of them that he sees only through teams that see only what is routed to them.</param>
/// <param name="TeamIds">These teams.</param>
public sealed record Sight(
    Guid MemberId, IReadOnlySet<Guid>? ChannelIds, IReadOnlySet<Guid> RoutedChannelIds, IReadOnlySet<Guid> TeamIds)
{
    private static readonly IReadOnlySet<Guid> None = new HashSet<Guid>();

    /// <summary>Whether there is a channel of which he does not see all.</summary>
    public bool IsPartial => RoutedChannelIds.Count > 0;

    /// <summary>The same for all who see the same: they can be told together.</summary>
    public string Name => ChannelIds is null ? "all"
        : IsPartial ? $"{Ids(ChannelIds)}:{Ids(RoutedChannelIds)}:{Ids(TeamIds)}:{MemberId:N}"
        : Ids(ChannelIds);

    public static Sight OfAll(Guid memberId) => new(memberId, null, None, None);

    public static Sight OfChannels(Guid memberId, IReadOnlySet<Guid> channelIds) => new(memberId, channelIds, None, None);

    /// <summary>Whether he sees anything of a channel.</summary>
    public bool MaySee(Guid channelId) => ChannelIds is null || ChannelIds.Contains(channelId);

    public bool SeesAllOf(Guid channelId) => MaySee(channelId) && !RoutedChannelIds.Contains(channelId);

    public bool MaySee(Guid channelId, IReadOnlyCollection<Guid> teamIds, Guid? assigneeId) =>
        SeesAllOf(channelId)
        || (MaySee(channelId) && (teamIds.Count == 0 || assigneeId == MemberId || teamIds.Any(TeamIds.Contains)));

    private static string Ids(IEnumerable<Guid> ids) => string.Join(',', ids.Order().Select(id => id.ToString("N")));
}
