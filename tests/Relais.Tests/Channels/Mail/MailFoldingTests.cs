using Relais.Server.Channels;
using Relais.Server.Channels.Mail;

namespace Relais.Tests.Channels.Mail;

/// <summary>What somebody wrote now stands open, what he repeats is folded away.</summary>
[Trait("suite", "pure")]
public sealed class MailFoldingTests
{
    [Theory]
    [InlineData("Merci !\n\nLe lun. 23 nov. 2026 à 10:12, Ana <a@b.example> a écrit :\n> Voici.\n> Ana", "Merci !", "Le lun. 23 nov. 2026")]
    [InlineData("Thanks!\n\nOn Mon, Nov 23, 2026 at 10:12 AM Ana\n<a@b.example> wrote:\n\n> Here.\n", "Thanks!", "On Mon")]
    [InlineData("Danke\n\nAm 23.11.2026 um 10:12 schrieb Ana:\n> Hier.", "Danke", "Am 23")]
    [InlineData("Yes.\n\n-----Original Message-----\nFrom: Ana\nSent: Monday\nTo: Zoé\nSubject: x\n\nHere.", "Yes.", "-----Original")]
    [InlineData("Oui.\n\n________________________________\nDe : Ana\nEnvoyé : lundi\nÀ : Zoé\nObjet : x\n\nVoici.", "Oui.", "____")]
    [InlineData("2026-11-23 16:00 UTC, Ana <a@b.example>:\n> Voici.", "2026-11-23 16:00 UTC, Ana <a@b.example>:\n> Voici.", null)]
    [InlineData("> Voici.\nD’accord avec ceci.\n> Et cela.\nNon.", "> Voici.\nD’accord avec ceci.\n> Et cela.\nNon.", null)]
    [InlineData("Regardez :\n\n---------- Forwarded message ---------\nFrom: Ana", "Regardez :\n\n---------- Forwarded message ---------\nFrom: Ana", null)]
    [InlineData("Bonjour", "Bonjour", null)]
    public void A_quote_is_folded_where_it_only_repeats(string mail, string text, string? quotedBegins)
    {
        var folded = MailFolding.Of(mail);

        folded.Text.ShouldBe(text);
        if (quotedBegins is null) folded.Quoted.ShouldBeNull();
        else folded.Quoted.ShouldNotBeNull().ShouldStartWith(quotedBegins);
    }

    [Theory]
    [InlineData("Bonjour\n-- \nZoé Martin\nLyon", "Bonjour", "Zoé Martin")]
    [InlineData("Bonjour\n\nEnvoyé de mon iPhone", "Bonjour", "Envoyé de mon iPhone")]
    [InlineData("Bonjour -- merci", "Bonjour -- merci", null)]
    public void A_signature_is_folded(string mail, string text, string? signature)
    {
        var folded = MailFolding.Of(mail);

        folded.Text.ShouldBe(text);
        (folded.Signature?.Contains(signature ?? "", StringComparison.Ordinal) ?? signature is null).ShouldBeTrue(folded.Signature);
    }

    [Fact]
    public void Quotes_in_HTML_are_marked_and_folded_alike()
    {
        var folded = MailFolding.Of(HtmlText.ToText("<div>Merci</div><div class=gmail_quote><div>Le 23 nov. 2026, Ana &lt;a@b.example&gt; a écrit :<br></div><blockquote>Voici<blockquote>Où ?</blockquote></blockquote></div>", marksQuotes: true));

        folded.Text.ShouldBe("Merci");
        folded.Quoted.ShouldNotBeNull().ShouldContain("> Voici");
        folded.Quoted.ShouldContain(">> Où ?");
    }

    [Fact]
    public void A_hundred_thousand_lines_cost_nothing() =>
        MailFolding.Of(string.Concat(Enumerable.Repeat("> a\nDe : x\n", 9_000))).ShouldNotBeNull();
}
