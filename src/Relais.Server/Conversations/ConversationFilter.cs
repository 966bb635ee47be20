namespace Relais.Server.Conversations;

/// <summary>Which of the conversations one may see. All of it must be true; what is not said leaves all.</summary>
/// <param name="Assignee"><c>me</c>, <c>none</c>, <c>any</c> or a member's id. Whose teams do not let them filter ask for no colleague.</param>
/// <param name="ChannelId">Only for members whose teams let them choose channels.</param>
/// <param name="Team">The id of a team it was routed to, or <c>none</c>.</param>
/// <param name="TopicId">Or a part of it.</param>
/// <param name="TagId">On one of its messages.</param>
/// <param name="GroupId">A group of its contact.</param>
/// <param name="Vip">Only of contacts who matter most.</param>
/// <param name="Language">The language of its contact, for instance <c>fr</c>.</param>
/// <param name="Visibility"><c>private</c> or <c>public</c>.</param>
/// <param name="PostId">Under this post.</param>
/// <param name="Priority">At least so much.</param>
/// <param name="Waiting">In its state for at least so many minutes.</param>
/// <param name="Boomerang">Only what comes back by itself.</param>
/// <param name="ReasonId">Resolved for this reason.</param>
/// <param name="Score">Its contact gave exactly so many of five.</param>
/// <param name="From">Something was written since.</param>
/// <param name="To">It had begun by then.</param>
#nullable disable annotations // the generator of endpoints writes typeof(string?) for these, which the compiler refuses
public sealed record ConversationFilter(
    string Assignee = null,
    Guid? ChannelId = null,
    string Team = null,
    Guid? TopicId = null,
    Guid? TagId = null,
    Guid? GroupId = null,
    bool Vip = false,
    string Language = null,
    string Visibility = null,
    Guid? PostId = null,
    int? Priority = null,
    int? Waiting = null,
    bool Boomerang = false,
    Guid? ReasonId = null,
    int? Score = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null)
{
    /// <summary>Whether it asks for more than a channel, one's own or nobody's.</summary>
    internal bool IsNarrow => this with { Assignee = Assignee == "any" ? Assignee : null, ChannelId = null } != new ConversationFilter();
}
#nullable restore annotations
