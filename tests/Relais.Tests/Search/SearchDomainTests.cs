using Relais.Domain.Search;

namespace Relais.Tests.Search;

/// <summary>How a text is cut into words, and what is a hit.</summary>
public sealed class SearchDomainTests
{
    [Theory]
    [InlineData("Ma Commande n° FR-2024, s'il vous plaît !", "ma commande n fr 2024 s il vou plait")]
    [InlineData("ÉTÉ été Été", "ete")]
    [InlineData("cœur Straße", "coeur strasse")]
    [InlineData("commandes COMMANDE", "commande")]
    [InlineData("marie.dupont@exemple.fr", "marie dupont exemple fr")]
    [InlineData("東京 tower", "東 京 tower")]
    [InlineData("  …  ", "")]
    public void A_text_is_cut_into_words_without_case_accents_and_plurals(string text, string roots) =>
        string.Join(' ', Words.RootsOf(text)).ShouldBe(roots);

    [Theory]
    [InlineData("commande", "Mes commandes sont là", true)]
    [InlineData("COMMANDÉS", "ma commande", true)]
    [InlineData("com", "ma commande", true)]
    [InlineData("com ma", "ma commande", false)]
    [InlineData("co", "ma commande", true)]
    [InlineData("ma com", "ma commande", true)]
    [InlineData("colis cassé", "Le colis est arrivé cassé", true)]
    [InlineData("colis perdu", "Le colis est arrivé cassé", false)]
    [InlineData("\"est arrivé\"", "Le colis est arrivé cassé", true)]
    [InlineData("\"arrivé est\"", "Le colis est arrivé cassé", false)]
    [InlineData("« colis cassé »", "Le colis est arrivé cassé", false)]
    [InlineData("東京", "東京タワー", true)]
    [InlineData("京東", "東京タワー", false)]
    [InlineData("06 12 34", "Appelez le +33612345678", true)]
    [InlineData("0612345678", "+33612345678", true)]
    [InlineData("0712345678", "+33612345678", false)]
    public void A_text_is_found_by_all_words_the_last_perhaps_unfinished(string looked, string text, bool isFound) =>
        SearchTerms.Of(looked)!.AreIn(text).ShouldBe(isFound);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("!?")]
    [InlineData("\"\"")]
    [InlineData(null)]
    public void Nothing_is_looked_for_without_a_word(string? looked) => SearchTerms.Of(looked).ShouldBeNull();

    [Fact]
    public void A_telephone_number_is_kept_by_its_ends() =>
        Words.EndsOf("+33 612").ShouldBe(["33612", "3612"]);

    [Fact]
    public void An_excerpt_shows_the_hits_as_they_were_written()
    {
        var parts = Excerpt.Of("Bonjour,\nmes Commandés  arrivent", SearchTerms.Of("commande")!);

        parts.ShouldBe([new ExcerptPart("Bonjour, mes ", false), new ExcerptPart("Commandés", true), new ExcerptPart(" arrivent", false)]);
    }

    [Fact]
    public void An_excerpt_of_a_long_text_begins_shortly_before_the_first_hit_and_ends_with_a_word()
    {
        var words = string.Join(' ', Enumerable.Range(0, 200).Select(number => $"mot{number}"));
        var parts = Excerpt.Of(words, SearchTerms.Of("mot150")!);

        parts[0].Text.ShouldBe("…");
        parts[^1].Text.ShouldBe("…");
        parts.Single(part => part.IsHit).Text.ShouldBe("mot150");
        string.Concat(parts.Select(part => part.Text)).Length.ShouldBeLessThan(200);
        parts[^2].Text[^4..].ShouldNotContain(" ");
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("a\udc00\"b")]
    [InlineData("☃︎ ﷽ ﷽")]
    [InlineData("' OR 1=1 -- ':* & | ! ( ) § NEAR")]
    public void Hostile_texts_are_cut_like_others(string text)
    {
        Words.RootsOf(text).ShouldAllBe(root => root.All(char.IsLetterOrDigit) || root.Length <= 2);
        Excerpt.Of(text, SearchTerms.Of("a")!).ShouldNotBeNull();
    }
}
