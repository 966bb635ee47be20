using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Tests.Conversations;

/// <summary>Messages, their threads, reply windows, drafts and files.</summary>
public sealed class MessageDomainTests
{
    private readonly Exchange exchange = new();

    [Fact]
    public void An_edit_that_is_older_than_the_last_changes_nothing()
    {
        var message = exchange.Receive("Bonjour");
        message.Edit("Bonsoir", Exchange.Noon.AddMinutes(2));
        message.Edit("Bonjou", Exchange.Noon.AddMinutes(1));

        message.Text.ShouldBe("Bonsoir");
        message.Events.Count.ShouldBe(1);
    }

    [Fact]
    public void What_was_removed_is_no_longer_edited_and_removed_only_once()
    {
        var message = exchange.Receive("Bonjour");
        message.Remove(by: null, Exchange.Noon.AddMinutes(1));
        message.Remove(by: null, Exchange.Noon.AddMinutes(2));
        message.Edit("Bonsoir", Exchange.Noon.AddMinutes(3));

        message.RemovedAt.ShouldBe(Exchange.Noon.AddMinutes(1));
        message.Text.ShouldBe("Bonjour");
        message.Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Who_deleted_a_comment_is_known_even_when_its_network_told_of_it_first()
    {
        var message = exchange.Receive("Nul");
        message.Remove(by: null, Exchange.Noon.AddMinutes(1));
        exchange.Conversation.Delete(message, Exchange.Ana, Exchange.Noon.AddMinutes(2));
        exchange.Conversation.Delete(message, Exchange.Bruno, Exchange.Noon.AddMinutes(3));
        message.Remove(by: null, Exchange.Noon.AddMinutes(4));

        (message.RemovedAt, message.RemovedBy).ShouldBe((Exchange.Noon.AddMinutes(1), Exchange.Ana));
        exchange.Conversation.Events.OfType<CommentDeleted>().Select(told => (told.By, told.Message)).ShouldBe([(Exchange.Ana, message)]);
        message.Events.OfType<MessageChanged>().Count().ShouldBe(2);
    }

    [Fact]
    public void What_its_author_took_back_was_deleted_by_none_of_us()
    {
        var message = exchange.Receive("Oups");
        message.Remove(by: null, Exchange.Noon);

        message.RemovedBy.ShouldBeNull();
        exchange.Conversation.Events.OfType<CommentDeleted>().ShouldBeEmpty();
    }

    [Fact]
    public void Each_side_has_one_reaction()
    {
        var message = exchange.Receive("Merci");
        message.React("❤️", exchange.Zoe.AsActor(), exchange.Later());
        message.React("🎉", exchange.Zoe.AsActor(), exchange.Later());
        message.React("👍", Exchange.Ana, exchange.Later());
        message.React("👍", Exchange.Bruno, exchange.Later());

        message.Reactions.ShouldBe([new Reaction("🎉", ActorKind.Contact), new Reaction("👍", ActorKind.Member)]);
        message.Events.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Taking_a_reaction_back_leaves_none(string? nothing)
    {
        var message = exchange.Receive("Merci");
        message.React("❤️", exchange.Zoe.AsActor(), exchange.Later());
        message.React(nothing, exchange.Zoe.AsActor(), exchange.Later());

        message.Reactions.ShouldBeEmpty();
    }

    [Fact]
    public void A_quote_keeps_the_beginning_of_what_it_quotes()
    {
        var quote = Quote.Of(exchange.Receive(new string('a', 500)));

        quote.Text.Length.ShouldBe(Conversation.PreviewLimit);
        quote.Direction.ShouldBe(Direction.In);
    }

    [Fact]
    public void A_text_is_cut_at_its_limit_without_breaking_a_character()
    {
        Texts.Fit("abc🎉", 4).ShouldBe("abc");
        Texts.Fit("a\0b", 10).ShouldBe("ab");
        Texts.Fit("   ", 10).ShouldBeNull();
    }

    [Fact]
    public void A_thread_hears_only_forward()
    {
        exchange.Thread.Heard(Exchange.Noon.AddHours(2));
        exchange.Thread.Heard(Exchange.Noon.AddHours(1));

        exchange.Thread.LastInboundAt.ShouldBe(Exchange.Noon.AddHours(2));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(24 * 60 - 1, true)]
    [InlineData(24 * 60, false)]
    public void The_reply_window_closes_a_day_after_the_contacts_last_message(int minutes, bool open)
    {
        exchange.Thread.Heard(Exchange.Noon);

        var window = ReplyWindow.Of(exchange.Thread, 24, Exchange.Noon.AddMinutes(minutes));

        window.ShouldBe(new ReplyWindow(Exchange.Noon.AddHours(24), open));
    }

    [Fact]
    public void A_contact_who_never_wrote_has_opened_no_window() =>
        ReplyWindow.Of(exchange.Thread, 24, Exchange.Noon).ShouldBe(new ReplyWindow(null, IsOpen: false));

    [Fact]
    public void Where_the_channel_knows_no_window_it_is_always_open() =>
        ReplyWindow.Of(exchange.Thread, null, Exchange.Noon).ShouldBe(ReplyWindow.Unlimited);

    [Fact]
    public void The_next_conversation_of_a_thread_begins_New_and_with_nobody()
    {
        exchange.Conversation.Assign(Exchange.Ana.Id, Exchange.Ana, exchange.Later());
        exchange.Resolve(Exchange.Ana);

        var next = exchange.Thread.Open(exchange.Zoe.AsActor(), exchange.Later());

        next.State.ShouldBe(ConversationState.New);
        next.AssigneeId.ShouldBeNull();
        next.ThreadId.ShouldBe(exchange.Conversation.ThreadId);
        next.Id.ShouldNotBe(exchange.Conversation.Id);
    }

    [Fact]
    public void A_draft_remembers_the_last_words()
    {
        var draft = new Draft(exchange.Zoe.OrganisationId, Exchange.Ana.Id!.Value, exchange.Conversation.Id, DraftMode.Note);
        draft.Write("À rap", Exchange.Noon);
        draft.Write("À rappeler", Exchange.Noon.AddSeconds(1));

        (draft.Text, draft.UpdatedAt).ShouldBe(("À rappeler", Exchange.Noon.AddSeconds(1)));
    }

    [Fact]
    public void A_file_at_the_providers_is_tried_until_it_arrives_or_is_given_up()
    {
        var file = Attachment.AtProvider(exchange.Zoe.OrganisationId, AttachmentKind.Image, null, null, "media1", Exchange.Noon);
        (file.State, file.Name, file.NextTryAt).ShouldBe((AttachmentState.Fetching, "image", Exchange.Noon));

        file.Try(Exchange.Noon.AddMinutes(2));
        file.Arrive("key", 12, "image/png");
        (file.State, file.Tries, file.NextTryAt, file.ContentType).ShouldBe((AttachmentState.Ready, 1, null, "image/png"));

        file.GiveUp();
        file.State.ShouldBe(AttachmentState.Failed);
    }
}
