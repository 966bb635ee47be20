using Relais.Domain.Automations;
using Relais.Domain.Routing;
using Relais.Domain.Shared;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.Automations;

/// <summary>What a condition finds in a message: without case, on word boundaries, however the accents were typed.</summary>
[Trait("suite", "pure")]
public sealed class KeywordTests
{
    [Theory]
    [InlineData("spam, promo", "spam|promo")]
    [InlineData(" spam ,, promo , ", "spam|promo")]
    [InlineData("bonjour\nau revoir", "bonjour|au revoir")]
    [InlineData("\"oui, merci\", non", "oui, merci|non")]
    [InlineData("« trop, c’est trop », fini", "trop, c’est trop|fini")]
    [InlineData("“a, b”,c", "a, b|c")]
    [InlineData("\"dit \"\"oui\"\"\", x", "dit \"oui\"|x")]
    [InlineData("écran 27\", souris", "écran 27\"|souris")]
    [InlineData("\"jamais fermé, deux", "\"jamais fermé|deux")]
    [InlineData("\"bon\" jour, deux", "\"bon\" jour|deux")]
    [InlineData("\"\", ,", "")]
    public void Keywords_stand_apart_by_commas_and_in_quotes_keep_theirs(string written, string expected) =>
        string.Join('|', Keywords.In(written)).ShouldBe(expected);

    [Theory]
    [InlineData(SaysTest.ContainsAny, "remboursement", "Je veux un REMBOURSEMENT !", true)]
    [InlineData(SaysTest.ContainsAny, "rembourse", "Je veux un remboursement", false)]
    [InlineData(SaysTest.ContainsAny, "a bientot", "À bientôt", true)]
    [InlineData(SaysTest.ContainsAny, "j'ai reçu", "J’ai reçu le colis", true)]
    [InlineData(SaysTest.ContainsAny, "au revoir", "Au   \n revoir.", true)]
    [InlineData(SaysTest.ContainsAny, "coeur", "De tout cœur", true)]
    [InlineData(SaysTest.ContainsAny, "👍", "Parfait 👍🏽", true)]
    [InlineData(SaysTest.ContainsAny, "❤", "Merci ❤️", true)]
    [InlineData(SaysTest.ContainsAny, "👩", "👩‍💻 au travail", false)]
    [InlineData(SaysTest.ContainsAny, "spam", "s\u00adp\u200bam", true)]
    [InlineData(SaysTest.ContainsAny, "spam", "ＳＰＡＭ", true)]
    [InlineData(SaysTest.ContainsAny, "返品", "商品を返品したい", true)]
    [InlineData(SaysTest.ContainsAny, "C++", "Un livre sur C++ ?", true)]
    [InlineData(SaysTest.BeginsWithAny, "bonjour, salut", "« Salut » l’équipe", true)]
    [InlineData(SaysTest.BeginsWithAny, "bonjour", "Rebonjour", false)]
    [InlineData(SaysTest.BeginsWithAny, "équipe", "Chère équipe", false)]
    [InlineData(SaysTest.EndsWithAny, "merci", "Tout est là, merci !! 🙂", true)]
    [InlineData(SaysTest.EndsWithAny, "merci", "Merci pour tout", false)]
    [InlineData(SaysTest.EndsWithAny, "!", "Enfin !!", true)]
    [InlineData(SaysTest.ContainsAll, "facture, double", "Facture payée en double", true)]
    [InlineData(SaysTest.ContainsAll, "facture, double", "Facture payée", false)]
    [InlineData(SaysTest.ContainsNone, "facture, double", "Où est mon colis ?", true)]
    [InlineData(SaysTest.ContainsNone, "facture, double", "Une facture", false)]
    [InlineData(SaysTest.MissesOne, "facture, double", "Une facture", true)]
    [InlineData(SaysTest.MissesOne, "facture, double", "Facture en double", false)]
    [InlineData(SaysTest.ContainsNone, "facture", "", true)]
    public void A_message_says_it_or_does_not(SaysTest test, string keywords, string text, bool expected) =>
        Finding(new Says(test, keywords), text).Holds.ShouldBe(expected);

    [Fact]
    public void Accents_and_parts_of_words_count_where_that_is_chosen()
    {
        Finding(new Says(SaysTest.ContainsAny, "taché", IgnoresAccents: false), "Ma tache de naissance").Holds.ShouldBeFalse();
        Finding(new Says(SaysTest.ContainsAny, "taché", IgnoresAccents: false), "Il est tache\u0301").Holds.ShouldBeTrue("the accent was typed apart");
        Finding(new Says(SaysTest.ContainsAny, "tache", IgnoresAccents: false, Inside: true), "détache\u0301").Holds.ShouldBeFalse("it would cut é in two");
        Finding(new Says(SaysTest.ContainsAny, "rembours", Inside: true), "Un remboursement").Holds.ShouldBeTrue();
        Finding(new Says(SaysTest.BeginsWithAny, "rembours", Inside: true), "Un remboursement").Holds.ShouldBeFalse();
    }

    [Fact]
    public void What_was_found_is_shown_where_it_was_written()
    {
        const string text = "  Ma  facture, e\u0301tonnante";
        var finding = Finding(new Says(SaysTest.ContainsAny, "étonnante, facture, ma facture"), text);
        finding.Spots.Select(spot => text.Substring(spot.At, spot.Length)).ShouldBe(["Ma  facture", "facture", "e\u0301tonnante"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n ", 0)]
    [InlineData("Merci !", 1)]
    [InlineData("👍 👍", 0)]
    [InlineData("Voir https://exemple.fr/a-b?c=d @maison_lune", 3)]
    [InlineData("Aujourd’hui, c’est peut-être l’été", 4)]
    [InlineData("返品", 2)]
    public void Words_are_counted_between_spaces(string text, int count)
    {
        Finding(new HasWords(Comparison.Exactly, count), text).ShouldBe(new Finding(true, [], count), new SameFinding());
        if (count > 0) Finding(new HasWords(Comparison.AtMost, count - 1), text).Holds.ShouldBeFalse();
        Finding(new HasWords(Comparison.AtLeast, count), text).Holds.ShouldBeTrue();
        Finding(new HasWords(Comparison.AtLeast, count + 1), text).Holds.ShouldBeFalse();
    }

    /// <summary>A hostile text of 100 KB and hostile keywords: the work is bounded by the text and the longest keyword, not by how many there are.</summary>
    [Fact]
    public void The_work_does_not_grow_with_the_number_of_keywords()
    {
        var text = new string('a', 100_000);
        var reading = new Reading(text, ignoresAccents: false);
        WorkOf(reading, Enumerable.Range(1, Says.KeywordLimit - 1).Select(length => new string('a', length) + 'b')).ShouldBeLessThanOrEqualTo(2 * text.Length);
        var nested = WorkOf(reading, Enumerable.Range(1, Says.KeywordLimit).Select(length => new string('a', length)));
        nested.ShouldBeLessThanOrEqualTo((Says.KeywordLimit + 2) * text.Length);

        var many = Enumerable.Range(1, 2000).Select(number => new string('a', (number % (Says.KeywordLimit - 4)) + 1) + $"{(char)('b' + (number % 7))}{number}");
        WorkOf(reading, many).ShouldBeLessThanOrEqualTo(2 * text.Length);
    }

    /// <summary>What brings down searches that go back and forth: each of them is one more word here, and costs no more than its text.</summary>
    [Fact]
    public void Evil_patterns_cost_no_more_than_others()
    {
        string[] parts = ["a", "ab", "aab", "(a+)+$", "(a|aa)*b", "(.*a){20}", "^(([a-z])+.)+[A-Z]([a-z])+$", "[\\s\\S]*?x", "%%%", "e\u0301", "👩‍💻", "\u200d", "\ud83d", "ﷺ", "\\", "*", "?", ".", "  ", "\""];
        string[] evil = [.. parts.SelectMany(part => Enumerable.Range(0, 12).Select(turn => Repeated(part, 1 + (turn * 8)) + (turn % 2 == 0 ? "" : "!")))
            .Where(keyword => keyword.Trim().Length > 0 && keyword.Length <= Says.KeywordLimit)];
        evil.Length.ShouldBeGreaterThanOrEqualTo(200);
        foreach (var reading in parts.Select(part => new Reading(Repeated(part, 10_000), ignoresAccents: false)))
        {
            foreach (var keyword in evil) WorkOf(reading, [keyword]).ShouldBeLessThanOrEqualTo(3 * reading.Text.Length, keyword);
        }

        static string Repeated(string part, int length) => string.Concat(Enumerable.Repeat(part, 1 + (length / part.Length)));
    }

    [Fact]
    public void A_sign_with_endless_accents_and_halves_of_signs_are_read_as_they_are()
    {
        var zalgo = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 50_000));
        new Reading(zalgo, ignoresAccents: true).Text.Length.ShouldBe(zalgo.Length);
        Finding(new Says(SaysTest.ContainsAny, "oui"), "\ud83d oui \udc4d").Holds.ShouldBeTrue();
    }

    [Fact]
    public void What_cannot_be_looked_for_is_refused()
    {
        Code(new Says(SaysTest.ContainsAny, " , ")).ShouldBe("automation.keywords.required");
        Code(new Says(SaysTest.ContainsAny, new string('x', Says.KeywordLimit + 1))).ShouldBe("automation.keyword.too_long");
        Code(new Says(SaysTest.ContainsAny, new string(',', Says.TextLimit + 1))).ShouldBe("automation.keywords.too_long");
        Code(new HasWords(Comparison.Exactly, -1)).ShouldBe("automation.words");
    }

    internal static Finding Finding(Condition condition, string text) => Rules(condition).Explain(text).Single().Groups.Single().Single();

    internal static AutomationRules Rules(params Condition[] conditions) =>
        new([new Automation(Guid.CreateVersion7(), AutomationDomainTests.Plan("Essai", conditions, [new ResolveConversation(null)]), 0, Ana, Noon)], AutomationDomainTests.EmptyWorld);

    private static int WorkOf(Reading reading, IEnumerable<string> keywords) =>
        new KeywordSearch(keywords.Select(text => new Needle(text, IgnoresAccents: false, Place.Anywhere, Inside: true))).Find(reading, []);

    private static string Code(Condition condition) => Should.Throw<RuleViolation>(condition.Check).Code;

    private sealed class SameFinding : IEqualityComparer<Finding>
    {
        public bool Equals(Finding? one, Finding? other) => (one!.Holds, one.Words, one.Spots.Count) == (other!.Holds, other.Words, other.Spots.Count);

        public int GetHashCode(Finding one) => one.Spots.Count;
    }
}
