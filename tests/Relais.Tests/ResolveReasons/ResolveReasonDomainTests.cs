using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Tests.Conversations;
using static Relais.Domain.Conversations.ConversationState;

namespace Relais.Tests.ResolveReasons;

/// <summary>What is asked for before a conversation ends, on every way there.</summary>
public sealed class ResolveReasonDomainTests
{
    private static readonly ResolveScopes Everywhere = new([], Bulk: true, AutoResolve: true, Automation: true);

    private readonly Exchange exchange = Exchange.In(Pending);

    [Fact]
    public void Where_nothing_is_asked_for_a_conversation_ends_at_once()
    {
        Resolve(Resolution.ByHand, Policy());

        exchange.Conversation.IsResolved.ShouldBeTrue();
        exchange.Conversation.ResolveReasonId.ShouldBeNull();
    }

    [Theory]
    [InlineData(Visibility.Private, "resolution.reason.required")]
    [InlineData(Visibility.Public, null)]
    public void A_reason_is_asked_for_on_one_kind_of_conversations_of_a_channel_and_not_on_the_other(Visibility asked, string? refusal)
    {
        var policy = Policy(reasons: On(asked));

        Refusal(() => Resolve(Resolution.ByHand, policy)).ShouldBe(refusal);
        exchange.Conversation.IsResolved.ShouldBe(refusal is null);
    }

    [Theory]
    [InlineData(ResolveWay.ByHand, false)]
    [InlineData(ResolveWay.Bulk, true)]
    [InlineData(ResolveWay.AutoResolve, true)]
    [InlineData(ResolveWay.Automation, true)]
    public void Every_other_way_has_its_own_scope(ResolveWay way, bool isRefused)
    {
        Refusal(() => Resolve(new Resolution(way), Policy(reasons: Everywhere))).ShouldBe(isRefused ? "resolution.reason.required" : null);
        Refusal(() => Resolve(new Resolution(way), Policy(topics: On(Visibility.Private)))).ShouldBe(null);
    }

    [Fact]
    public void A_reason_and_a_comment_are_kept_and_told_and_forgotten_when_it_is_reopened()
    {
        var reason = Reason(CommentRule.Optional);

        Resolve(new Resolution(ResolveWay.ByHand, reason, "  Vu au téléphone "), Policy(reasons: On(Visibility.Private)));

        (exchange.Conversation.ResolveReasonId, exchange.Conversation.ResolveComment).ShouldBe((reason.Id, "Vu au téléphone"));
        var told = exchange.Conversation.Events.ShouldHaveSingleItem().ShouldBeOfType<ConversationResolved>();
        told.Resolution.ShouldBe(new Resolution(ResolveWay.ByHand, reason, "Vu au téléphone"));

        exchange.Conversation.Reopen(Exchange.Bruno, exchange.Later());
        (exchange.Conversation.ResolveReasonId, exchange.Conversation.ResolveComment).ShouldBe(((Guid?)null, null));
    }

    [Theory]
    [InlineData(CommentRule.Off, null, null)]
    [InlineData(CommentRule.Off, "Vu", "resolution.comment.off")]
    [InlineData(CommentRule.Optional, null, null)]
    [InlineData(CommentRule.Optional, "Vu", null)]
    [InlineData(CommentRule.Required, " ", "resolution.comment.required")]
    [InlineData(CommentRule.Required, "Vu", null)]
    public void Each_reason_says_whether_it_takes_a_comment(CommentRule rule, string? comment, string? refusal) =>
        Refusal(() => Resolve(new Resolution(ResolveWay.ByHand, Reason(rule), comment), Policy())).ShouldBe(refusal);

    [Fact]
    public void A_reason_that_is_not_in_use_ends_nothing()
    {
        var reason = Reason();
        reason.Use(false, Exchange.Ana, Exchange.Noon);
        Refusal(() => Resolve(new Resolution(ResolveWay.ByHand, reason), Policy())).ShouldBe("resolution.reason.unused");

        reason.Use(true, Exchange.Ana, Exchange.Noon);
        reason.Archive(Exchange.Ana, Exchange.Noon);
        Refusal(() => Resolve(new Resolution(ResolveWay.ByHand, reason), Policy())).ShouldBe("resolution.reason.unused");
        exchange.Told().ShouldBeEmpty();
    }

    [Fact]
    public void A_topic_is_asked_for_before_the_reason()
    {
        var policy = Policy(reasons: On(Visibility.Private), topics: On(Visibility.Private));
        Refusal(() => Resolve(Resolution.ByHand, policy)).ShouldBe("resolution.topic.required");

        exchange.Conversation.ChangeTopics([new(exchange.Zoe.OrganisationId, "Livraison", null, Exchange.Ana, Exchange.Noon)], [], Exchange.Ana, exchange.Later());
        Refusal(() => Resolve(Resolution.ByHand, policy)).ShouldBe("resolution.reason.required");
        Refusal(() => Resolve(new Resolution(ResolveWay.ByHand, Reason()), policy)).ShouldBeNull();
    }

    [Fact]
    public void What_is_over_stays_over_whatever_is_asked_for()
    {
        var over = Exchange.In(Resolved);
        over.Conversation.Resolve(Resolution.ByHand, Policy(reasons: On(Visibility.Private)), Exchange.Ana, over.Later());
        over.Told().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fr", "Solution apportée")]
    [InlineData("en", "Resolution provided")]
    public void An_organisation_begins_with_reasons_in_its_language_and_keeps_the_one_surveys_need(string language, string first)
    {
        var reasons = ResolveReason.Defaults(Guid.CreateVersion7(), language, Exchange.Noon);

        reasons.Count.ShouldBe(6);
        reasons.Select(reason => reason.Place).ShouldBe([0, 1, 2, 3, 4, 5]);
        (reasons[0].Name, reasons.Count(reason => reason.IsSystem)).ShouldBe((first, 1));
        Refusal(() => reasons[0].Archive(Exchange.Ana, Exchange.Noon)).ShouldBe("resolve_reason.system");
        reasons[0].Describe("Réglé", null, Exchange.Ana, Exchange.Noon);
        reasons[0].Name.ShouldBe("Réglé");
        reasons[1].Archive(Exchange.Ana, Exchange.Noon);
        reasons[1].IsOffered.ShouldBeFalse();
    }

    private static ResolveReason Reason(CommentRule comment = CommentRule.Off) =>
        new(Guid.CreateVersion7(), "Doublon", comment, 0, Exchange.Ana, Exchange.Noon);

    private static string? Refusal(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RuleViolation refused)
        {
            return refused.Code;
        }
    }

    private ResolveScopes On(Visibility visibility) =>
        ResolveScopes.Nowhere with { Channels = [new ChannelScope(exchange.Conversation.ChannelId, visibility)] };

    private ResolvePolicy Policy(ResolveScopes? reasons = null, ResolveScopes? topics = null)
    {
        var policy = new ResolvePolicy(exchange.Zoe.OrganisationId);
        policy.Ask(reasons, topics, Exchange.Ana, Exchange.Noon);
        return policy;
    }

    private void Resolve(Resolution resolution, ResolvePolicy policy) =>
        exchange.Conversation.Resolve(resolution, policy, Exchange.Ana, exchange.Later());
}
