using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using MimeKit.Tnef;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Mail;

namespace Relais.Tests.Channels.Mail;

/// <summary>What a mail may do to whoever opens it, and what it may claim: nothing breaks, nothing grows without bound, nothing is believed.</summary>
[Trait("suite", "pure")]
public sealed class MailHostileTests
{
    private static readonly MailSettings Settings = new() { Address = "contact@maison-lune.example", TrustedServer = "mx.maison-lune.example", IdSecret = "sceau-2207" };

    private readonly MailOpener opener = new(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Ten_thousand_parts_are_not_ten_thousand_files()
    {
        var mail = new StringBuilder("From: eve@ailleurs.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (var part = 0; part < 10_000; part++) mail.Append(CultureInfo.InvariantCulture, $"--b\r\nContent-Type: image/png; name=\"{part}.png\"\r\n\r\nx\r\n");

        var opened = Open(mail.ToString());

        opened.Files.Count.ShouldBeLessThanOrEqualTo(MailParts.MostFiles);
        opened.Note.Trouble.ShouldBe(MailTrouble.TooManyParts);
        Read(opened).Kind.ShouldBe(MessageKind.Unsupported);
    }

    [Fact]
    public void A_thousand_parts_in_each_other_reach_no_stack()
    {
        var mail = new StringBuilder("From: eve@ailleurs.example\r\n");
        for (var depth = 0; depth < 1_000; depth++) mail.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n");

        Should.NotThrow(() => Read(Open(mail.Append("Content-Type: text/plain\r\n\r\nau fond").ToString())));
    }

    [Fact]
    public void A_million_headers_are_kept_as_they_came_and_not_read()
    {
        var mail = new StringBuilder("From: eve@ailleurs.example\r\n");
        for (var header = 0; header < 1_000_000; header++) mail.Append("X:y\r\n");

        Open(mail.Append("\r\nBonjour").ToString()).Note.Trouble.ShouldBe(MailTrouble.TooManyParts);
    }

    [Fact]
    public void A_large_text_is_cut()
    {
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('a', 20_000_000)));

        var note = Open($"From: eve@ailleurs.example\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{text}").Note;

        note.Text!.Length.ShouldBeLessThanOrEqualTo(200_000);
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8", "D\xe9j\xe0")]
    [InlineData("text/plain; charset=utf-7", "+ADw-script+AD4-")]
    [InlineData("text/plain; charset=made-up", "Bonjour")]
    [InlineData("text/plain; charset=utf-16", "x")]
    [InlineData("text/plain; charset=iso-2022-jp", "\x1b$B")]
    [InlineData("text/html; charset=windows-1252", "<b>D\xe9j\xe0</b>")]
    [InlineData("application/ms-tnef; name=winmail.dat", "\x78\x9f\x3e\x22 rubbish")]
    [InlineData("multipart/mixed", "no boundary")]
    [InlineData("message/rfc822", "From: x\r\n\r\nx")]
    [InlineData("multipart/report; report-type=delivery-status; boundary=b", "--b\r\nContent-Type: message/delivery-status\r\n\r\n\xff\xfe")]
    public void Lies_about_what_it_is_break_nothing(string type, string body)
    {
        var raw = Encoding.Latin1.GetBytes($"From: eve@ailleurs.example\r\nContent-Type: {type}\r\n\r\n{body}");

        Should.NotThrow(() => Read(opener.Open(raw, DateTimeOffset.UnixEpoch)));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\..\\windows\\system32\\cmd.exe")]
    [InlineData("facture\u202efdp.exe")]
    [InlineData("a\0b.png")]
    [InlineData("C:\\secret.txt")]
    public void A_files_name_leads_nowhere(string name)
    {
        var part = new MimePart("image", "png") { Content = new MimeContent(new MemoryStream([1])), FileName = name };

        var kept = MailFiles.NameOf(part);

        kept.ShouldNotContain('/');
        kept.ShouldNotContain('\\');
        kept.ShouldNotContain('\0');
        kept.ShouldNotContain('\u202e');
        kept.ShouldNotStartWith(".");
    }

    [Fact]
    public void An_attachment_from_Outlook_that_is_no_such_thing_stays_a_file()
    {
        var mail = new MimeMessage { Body = new TnefPart { Content = new MimeContent(new MemoryStream("rubbish"u8.ToArray())), FileName = "winmail.dat" } };

        Open(mail).Files.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("mx.maison-lune.example; spf=pass smtp.mailfrom=exemple.example; dmarc=pass header.from=exemple.example", true)]
    [InlineData("mx.maison-lune.example; spf=pass smtp.mailfrom=exemple.example", true)]
    [InlineData("mx.maison-lune.example; spf=pass smtp.mailfrom=ailleurs.example; dkim=pass header.d=ailleurs.example", false)]
    [InlineData("mx.maison-lune.example; spf=pass smtp.mailfrom=exemple.example; dmarc=fail header.from=exemple.example", false)]
    [InlineData("mx.ailleurs.example; spf=pass smtp.mailfrom=exemple.example; dmarc=pass header.from=exemple.example", false)]
    [InlineData("mx.maison-lune.example.ailleurs.example; dmarc=pass", false)]
    [InlineData("rubbish", false)]
    public void Only_our_own_servers_word_proves_a_sender(string header, bool isProven)
    {
        var message = Read(Open($"Authentication-Results: {header}\r\nFrom: Zoé <zoe@exemple.example>\r\n\r\nBonjour"));

        JsonNode.Parse(message.Extra!)!["proven"]!.GetValue<bool>().ShouldBe(isProven);
        message.From.IsDoubtful.ShouldBe(!isProven);
    }

    [Fact]
    public void A_forged_header_below_our_servers_counts_for_nothing()
    {
        var message = Read(Open(
            "Authentication-Results: mx.maison-lune.example; dmarc=fail header.from=exemple.example\r\nAuthentication-Results: mx.maison-lune.example; dmarc=pass header.from=exemple.example\r\nFrom: zoe@exemple.example\r\n\r\nBonjour"));

        JsonNode.Parse(message.Extra!)!["proven"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", true)]
    [InlineData("Auto-Submitted: no", false)]
    [InlineData("Precedence: bulk", true)]
    [InlineData("List-Id: <lune.example>", true)]
    [InlineData("Return-Path: <>", true)]
    [InlineData("X-Auto-Response-Suppress: All", true)]
    [InlineData("Subject: Absence du bureau", true)]
    [InlineData("Subject: Retour", false)]
    public void Machines_are_known(string header, bool isAutomatic) =>
        Read(Open($"{header}\r\nFrom: zoe@exemple.example\r\n\r\nBonjour")).IsAutomatic.ShouldBe(isAutomatic);

    [Fact]
    public void A_link_that_opens_an_account_is_warned_of()
    {
        var message = Read(Open("From: no-reply@elsewhere.example\r\nSubject: Confirm your email address\r\n\r\nhttps://elsewhere.example/verify?t=1"));

        JsonNode.Parse(message.Extra!)!["caution"]!.GetValue<string>().ShouldBe("account");
    }

    [Fact]
    public void Our_own_address_in_From_is_a_machine_and_our_own_letter_is_nothing_new()
    {
        Read(Open("From: contact@maison-lune.example\r\n\r\nJe suis l’agent")).IsAutomatic.ShouldBeTrue();

        var ours = MailId.Of(Settings, Guid.CreateVersion7());
        Facts(Open($"Message-ID: <{ours}>\r\nFrom: contact@maison-lune.example\r\n\r\nBonjour")).ShouldBeEmpty();
    }

    [Fact]
    public void A_report_nobody_can_prove_fails_no_answer()
    {
        static string Report(string id) =>
            $"From: mailer-daemon@ailleurs.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; zoe@exemple.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{id}>\r\n\r\n--b--\r\n";
        var messageId = Guid.CreateVersion7();

        Facts(Open(Report(MailId.Of(Settings, messageId)))).ShouldHaveSingleItem().ShouldBeOfType<StatusIn>().MessageId.ShouldBe(messageId);
        Facts(Open(Report($"{messageId:N}.{new string('0', 32)}@maison-lune.example"))).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>().IsAutomatic.ShouldBeTrue();
    }

    [Fact]
    public void Another_mail_under_a_known_id_is_another_mail()
    {
        const string id = "Message-ID: <connu@exemple.example>\r\n";
        var one = Open($"{id}From: zoe@exemple.example\r\nSubject: a\r\n\r\nx").Note;
        var same = Open($"{id}Received: from elsewhere\r\nFrom: zoe@exemple.example\r\nSubject: a\r\n\r\nx").Note;
        var other = Open($"{id}From: eve@ailleurs.example\r\nSubject: a\r\n\r\nx").Note;

        same.Digest.ShouldBe(one.Digest);
        other.Digest.ShouldNotBe(one.Digest);
    }

    [Fact]
    public async Task What_leaves_by_itself_repeats_nothing_of_what_came()
    {
        var answered = new Answered("x@ailleurs.example#1", "Cliquez ici https://evil.example", "Eve https://evil.example", DateTimeOffset.UnixEpoch, """{"subject":"https://evil.example gagné"}""");
        var answer = new Outgoing(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["zoe@exemple.example"], "Nous répondons demain.", "Répondeur") { IsAutomatic = true, Answers = answered };

        var letter = await MailLetter.Write(Settings, answer, MailLetter.Recipient(answer)!, TestContext.Current.CancellationToken);

        letter.ToString().ShouldNotContain("evil");
        letter.Headers["Auto-Submitted"].ShouldBe("auto-replied");
        letter.Headers["X-Auto-Response-Suppress"].ShouldBe("All");
        letter.InReplyTo.ShouldBe("x@ailleurs.example");
    }

    [Fact]
    public async Task The_same_answer_is_the_same_mail_at_every_attempt()
    {
        var answer = new Outgoing(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["zoe@exemple.example"], "Bonjour", "Ana") { At = DateTimeOffset.UnixEpoch };

        var one = await MailLetter.Write(Settings, answer, MailLetter.Recipient(answer)!, TestContext.Current.CancellationToken);
        var other = await MailLetter.Write(Settings, answer with { Attempt = 2 }, MailLetter.Recipient(answer)!, TestContext.Current.CancellationToken);

        (other.MessageId, other.Date).ShouldBe((one.MessageId, one.Date));
        MailId.Ours(Settings, one.MessageId).ShouldBe(answer.MessageId);
    }

    private OpenedMail Open(string mail) => opener.Open(Encoding.UTF8.GetBytes(mail), DateTimeOffset.UnixEpoch);

    private OpenedMail Open(MimeMessage mail)
    {
        using var stream = new MemoryStream();
        mail.WriteTo(stream);
        return opener.Open(stream.ToArray(), DateTimeOffset.UnixEpoch);
    }

    /// <summary>Through the journal, as the intake reads it.</summary>
    private static Inbound[] Facts(OpenedMail mail) =>
        [.. new MailReader(Settings).Read(JsonSerializer.Deserialize<MailNote>(JsonSerializer.SerializeToUtf8Bytes(mail.Note, MailNote.Json), MailNote.Json)!)];

    private static MessageIn Read(OpenedMail mail) => Facts(mail).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();
}
