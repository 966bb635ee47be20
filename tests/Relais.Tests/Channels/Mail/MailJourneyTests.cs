using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Relais.Domain.Conversations;

namespace Relais.Tests.Channels.Mail;

/// <summary>From a customer's mail program to an agent and back, over real mail servers.</summary>
[Collection(MailShopCollection.Name)]
public sealed class MailJourneyTests(MailShop shop)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [CheckedBy("Dovecot and Postfix", "bring a mail with picture and file, and take an answer that threads")]
    [Fact]
    public async Task A_mail_with_picture_and_file_becomes_a_message_and_its_answer_threads()
    {
        var mail = MailShop.From($"Zoé Martin <{MailServers.Zoe}>", MailServers.Contact, "Où est ma commande ?", "");
        mail.Cc.Add(MailboxAddress.Parse(MailServers.Sales));
        mail.Body = Letter("Voici la photo du colis.", Pixel, "facture.pdf");
        await shop.Servers.Send(mail);

        var message = (await shop.Received(MailServers.Zoe, 1)).ShouldHaveSingleItem();
        message.Text.ShouldBe("Voici la photo du colis.");
        message.AuthorName.ShouldBe("Zoé Martin");
        var extra = JsonNode.Parse(message.Extra!)!;
        extra["subject"]!.GetValue<string>().ShouldBe("Où est ma commande ?");
        extra["cc"]![0]!["address"]!.GetValue<string>().ShouldBe(MailServers.Sales);
        message.Attachments.Select(file => (file.Name, file.ContentType, file.State)).ShouldBe(
        [
            ("colis.png", "image/png", AttachmentState.Ready), ("facture.pdf", "application/pdf", AttachmentState.Ready), ("message.eml", "message/rfc822", AttachmentState.Ready),
        ]);
        (await Bytes(message.Attachments[0])).ShouldBe(Pixel);
        extra["original"]!.GetValue<string>().ShouldBe(message.Attachments[2].Key);

        var answer = await shop.Answer(message.ConversationId, "Elle arrive demain.");
        answer.Delivery.ShouldBe(DeliveryStatus.Sent);
        var letter = (await shop.Servers.Look(MailServers.Zoe, 1)).ShouldHaveSingleItem();
        letter.From.ToString().ShouldContain($"<{MailServers.Contact}>");
        letter.Subject.ShouldBe("Re: Où est ma commande ?");
        letter.InReplyTo.ShouldBe(mail.MessageId);
        letter.Headers["Auto-Submitted"].ShouldBeNull();
        letter.TextBody.ShouldStartWith("Elle arrive demain.\n\n-- \nMaison Lune, 12 rue des Lilas");
        letter.TextBody.ShouldNotBeNull().ShouldContain("> Voici la photo du colis.");
        letter.HtmlBody.ShouldNotBeNull().ShouldContain("<blockquote type=\"cite\"");
        await shop.Servers.Append(MailServers.Zoe, mail);
        (await shop.Servers.ThreadsOf(MailServers.Zoe)).ShouldBe("(2 1)", "Dovecot, to which the answer came first, hangs it below what it answers");
        (await shop.Servers.Look(MailServers.Contact, 1, "Sent")).ShouldContain(sent => sent.MessageId == letter.MessageId);
    }

    [CheckedBy("Dovecot and Postfix", "bring a reply to the conversation it belongs to")]
    [Fact]
    public async Task A_reply_goes_on_where_it_belongs_and_folds_what_it_quotes()
    {
        const string lea = "lea@exemple.example";
        await shop.Servers.Send(MailShop.From($"Léa <{lea}>", MailServers.Contact, "Échange", "La taille 40 est-elle là ?"));
        var first = (await shop.Received(lea, 1)).ShouldHaveSingleItem();
        var answer = await shop.Answer(first.ConversationId, "Oui, il en reste deux.");

        var reply = MailShop.From($"Léa <{lea}>", MailServers.Contact, "tout autre chose", "Parfait !\r\n\r\nLe lun. 23 nov. 2026, Maison Lune <contact@maison-lune.example> a écrit :\r\n> Oui, il en reste deux.\r\n");
        reply.InReplyTo = answer.ExternalId;
        await shop.Servers.Send(reply);

        var second = (await shop.Received(lea, 2))[1];
        second.ConversationId.ShouldBe(first.ConversationId);
        second.Text.ShouldBe("Parfait !");
        JsonNode.Parse(second.Extra!)!["quoted"]!.GetValue<string>().ShouldEndWith("> Oui, il en reste deux.");
    }

    [Fact]
    public async Task Somebody_else_who_answers_is_shown_as_another_and_gets_nothing()
    {
        const string marc = "marc@exemple.example";
        await shop.Servers.Send(MailShop.From($"Marc <{marc}>", MailServers.Contact, "Facture", "Il me faut une facture."));
        var first = (await shop.Received(marc, 1)).ShouldHaveSingleItem();
        var answer = await shop.Answer(first.ConversationId, "La voici.");

        var forwarded = MailShop.From($"Yann <{MailServers.Yann}>", MailServers.Contact, "Fwd: Facture", "Marc m’a passé ceci : il manque la TVA.");
        forwarded.References.Add(answer.ExternalId!);
        await shop.Servers.Send(forwarded);

        var second = (await shop.Received(marc, 2))[1];
        (second.ConversationId, second.AuthorName).ShouldBe((first.ConversationId, "Yann"));
        JsonNode.Parse(second.Extra!)!["participant"]!["id"]!.GetValue<string>().ShouldBe(MailServers.Yann);
        (await shop.App.Look(db => db.ContactIdentities.IgnoreQueryFilters().AnyAsync(row => row.ExternalId == MailServers.Yann))).ShouldBeFalse();

        await shop.Answer(first.ConversationId, "Corrigée.");
        var letters = await shop.Servers.Look(marc, 2);
        letters[^1].TextBody.ShouldNotBeNull().ShouldContain("> Il me faut une facture.");
        letters[^1].TextBody.ShouldNotBeNull().ShouldNotContain("TVA");
        (await shop.Servers.Look(MailServers.Yann, 0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_joins_a_conversation_by_a_guess()
    {
        const string paul = "paul@exemple.example";
        await shop.Servers.Send(MailShop.From($"Paul <{paul}>", MailServers.Contact, "Remboursement", "Où en est-il ?"));
        var first = (await shop.Received(paul, 1)).ShouldHaveSingleItem();
        var answer = await shop.Answer(first.ConversationId, "Il est parti.");

        const string eve = "eve@ailleurs.example";
        var guess = MailShop.From($"Paul <{eve}>", MailServers.Contact, "Re: Remboursement", "Envoyez-le sur mon autre compte.");
        guess.InReplyTo = $"{answer.Id:N}.{new string('0', 32)}@maison-lune.example";
        guess.References.Add(first.ExternalId!.Split('#')[0]);
        await shop.Servers.Send(guess);

        var other = (await shop.Received(eve, 1)).ShouldHaveSingleItem();
        other.ConversationId.ShouldNotBe(first.ConversationId);
        (await shop.Received(paul, 1)).Count.ShouldBe(1);
    }

    [CheckedBy("Postfix", "sends back what it cannot deliver, and we know which answer it was")]
    [Fact]
    public async Task An_answer_that_comes_back_has_failed_and_says_why()
    {
        const string lost = "perdu@nowhere.example";
        await shop.Servers.Append(MailServers.Contact, MailShop.From($"Perdu <{lost}>", MailServers.Contact, "Allô", "Vous êtes là ?"));
        var first = (await shop.Received(lost, 1)).ShouldHaveSingleItem();

        var answer = await shop.Answer(first.ConversationId, "Oui !");
        await shop.Holds(async () => (await shop.Reload(answer.Id)).Delivery == DeliveryStatus.Failed, "the answer failed");

        var failed = await shop.Reload(answer.Id);
        failed.DeliveryCode.ShouldBe("address_unknown");
        failed.DeliveryReason.ShouldNotBeNull().ShouldContain("There is no such customer");
    }

    [Fact]
    public async Task What_was_there_before_stays_where_it_is()
    {
        await shop.Servers.Send(MailShop.From("premier@exemple.example", MailServers.Contact, "Bonjour", "Bonjour"));
        await shop.Received("premier@exemple.example", 1);

        (await shop.App.Look(db => db.Messages.IgnoreQueryFilters().AnyAsync(row => row.Text == "Trop vieux pour Relais."))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_test_button_names_the_account_or_what_is_wrong()
    {
        (await shop.Diane.Post($"channels/{shop.ContactBoxId}/check"))["account"]!.GetValue<string>().ShouldBe(MailServers.Contact);

        foreach (var (wrong, code) in new (object, string)[]
        {
            (new { password = "fausse-clef" }, "password_refused"),
            (new { imapPort = 1 }, "host_unreachable"),
            (new { imapSecurity = "startTls" }, "starttls_missing"),
            (new { imapSecurity = "tls" }, "no_tls"),
            (new { folder = "Nulle part" }, "folder_missing"),
            (new { signIn = "oauth", tokenUrl = "http://127.0.0.1:1/token" }, "host_unreachable"),
        })
        {
            var created = await shop.Diane.Post("channels", new { kind = "mail", name = code, settings = shop.Servers.SettingsOf(MailServers.Yann, wrong) });
            var id = created["id"]!.GetValue<Guid>();
            (await shop.Diane.Post($"channels/{id}/check"))["problem"]!.GetValue<string>().ShouldStartWith($"{code}: ");
            await shop.Diane.Patch($"channels/{id}", new { status = "disabled" });
        }
    }

    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static Multipart Letter(string words, byte[] picture, string file)
    {
        var image = new MimePart("image", "png") { ContentId = "colis@client.example", FileName = "colis.png", ContentTransferEncoding = ContentEncoding.Base64, Content = new MimeContent(new MemoryStream(picture)) };
        var html = new MultipartRelated { new TextPart("html") { Text = $"<p>{words}</p><img src=\"cid:colis@client.example\">" }, image };
        var both = new MultipartAlternative { new TextPart("plain") { Text = words }, html };
        var paper = new MimePart("application", "pdf") { FileName = file, ContentTransferEncoding = ContentEncoding.Base64, Content = new MimeContent(new MemoryStream("%PDF-1.4"u8.ToArray())) };
        return new Multipart("mixed") { both, paper };
    }

    private async Task<byte[]> Bytes(Attachment file)
    {
        using var answer = await shop.Ana.Send(HttpMethod.Get, $"attachments/{file.Key}");
        return await answer.Content.ReadAsByteArrayAsync(Cancel);
    }

}
