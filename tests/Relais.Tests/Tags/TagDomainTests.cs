using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Domain.Tags;
using Relais.Tests.Conversations;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.Tags;

/// <summary>Tags say what a message is; archived ones stay where they are.</summary>
public sealed class TagDomainTests
{
    private static readonly Guid House = Guid.CreateVersion7();

    private readonly Tag praise = Named("Compliment");
    private readonly Tag anger = Named("Mécontentement");

    [Fact]
    public void A_message_takes_and_gives_back_tags_and_says_so_once()
    {
        var (exchange, message) = Written();
        exchange.Conversation.Tag(message, [anger, praise, anger], [], Ana, Noon);
        exchange.Conversation.Tag(message, [praise], [], Bruno, Noon);
        message.TagIds.ShouldBe([anger.Id, praise.Id]);

        exchange.Conversation.Tag(message, [], [anger], Bruno, Noon);
        message.TagIds.ShouldBe([praise.Id]);
        exchange.Conversation.Events.OfType<MessageTagsChanged>().Select(about => (string.Join(' ', about.Added.Select(tag => tag.Name)), string.Join(' ', about.Removed.Select(tag => tag.Name))))
            .ShouldBe([("Mécontentement Compliment", ""), ("", "Mécontentement")]);
    }

    [Fact]
    public void What_is_archived_or_too_much_is_refused()
    {
        var (exchange, message) = Written();
        exchange.Conversation.Tag(message, [anger], [], Ana, Noon);
        anger.Offer(false, Ana, Noon);
        praise.Offer(false, Ana, Noon);
        Code(() => exchange.Conversation.Tag(message, [praise], [], Ana, Noon)).ShouldBe("tag.archived");
        message.TagIds.ShouldBe([anger.Id], "what is archived stays where it is");

        Tag[] many = [.. Enumerable.Range(0, Message.TagLimit).Select(number => Named($"Tag {number}"))];
        Code(() => exchange.Conversation.Tag(message, many, [], Ana, Noon)).ShouldBe("message.tags.too_many");
    }

    [Fact]
    public void A_name_is_short_and_a_removed_tag_does_not_come_back()
    {
        Code(() => Named(new string('x', Tag.NameLimit + 1))).ShouldBe("tag.name.too_long");
        Code(() => Named(" ")).ShouldBe("tag.name.required");
        praise.Remove(Ana, Noon);
        praise.Offer(true, Ana, Noon);
        praise.State.ShouldBe(TagState.Removed);
    }

    private static (Exchange Exchange, Message Message) Written()
    {
        var exchange = In(ConversationState.New);
        return (exchange, exchange.Receive("Enfin !"));
    }

    private static Tag Named(string name) => new(House, name, null, Ana, Noon);

    private static string Code(Action act) => Should.Throw<RuleViolation>(act).Code;
}
