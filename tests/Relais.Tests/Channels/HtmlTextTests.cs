using Relais.Server.Channels;

namespace Relais.Tests.Channels;

/// <summary>HTML from outside becomes the words a person would read.</summary>
public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>Bonjour,</p><p>ma commande n’est <b>pas</b> arrivée.</p>", "Bonjour,\n\nma commande n’est pas arrivée.")]
    [InlineData("Une ligne<br>une autre", "Une ligne\nune autre")]
    [InlineData("<ul><li>pull</li><li>écharpe</li></ul>", "• pull\n• écharpe")]
    [InlineData("""<a href="https://maison-lune.example/suivi">suivre</a>""", "suivre (https://maison-lune.example/suivi)")]
    [InlineData("""<a href="https://maison-lune.example">https://maison-lune.example</a>""", "https://maison-lune.example")]
    [InlineData("""<a href="javascript:alert(1)">ici</a>""", "ici")]
    [InlineData("<script>alert(1)</script>Bonjour<style>p{}</style>", "Bonjour")]
    [InlineData("<img src=x onerror=alert(1) alt='une photo'>", "une photo")]
    [InlineData("1 &lt; 2 &amp;&nbsp;merci", "1 < 2 &\u00a0merci")]
    [InlineData("<svg><script>alert(1)</script></svg>ok", "ok")]
    public void Words_stay_and_markup_goes(string html, string text) => HtmlText.ToText(html).ShouldBe(text);

    [Fact]
    public void A_hundred_thousand_nested_elements_cost_nothing() =>
        HtmlText.ToText(string.Concat(Enumerable.Repeat("<b>", 100_000)) + "fin").ShouldBe("fin");
}
