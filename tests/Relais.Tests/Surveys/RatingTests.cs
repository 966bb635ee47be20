using Relais.Domain.Surveys;

namespace Relais.Tests.Surveys;

/// <summary>How an answer in somebody's own words becomes a score, or none.</summary>
public sealed class RatingTests
{
    [Theory]
    [InlineData("5", 5)]
    [InlineData(" 5! ", 5)]
    [InlineData("5.", 5)]
    [InlineData("5️⃣", 5)]
    [InlineData("five", 5)]
    [InlineData("Cinq !", 5)]
    [InlineData("quatre", 4)]
    [InlineData("4/5", 4)]
    [InlineData("4 sur 5", 4)]
    [InlineData("4 out of 5", 4)]
    [InlineData("3 étoiles", 3)]
    [InlineData("⭐⭐⭐⭐", 4)]
    [InlineData("★★", 2)]
    [InlineData("⭐", 1)]
    public void A_score_is_understood_as_it_is_written(string text, int score) => Ratings.Read(QuestionKind.Stars, text)!.Score.ShouldBe(score);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("55")]
    [InlineData("-5")]
    [InlineData("4,5")]
    [InlineData("9/10")]
    [InlineData("⭐⭐⭐⭐⭐⭐")]
    [InlineData("5 jours de retard")]
    [InlineData("cinq fois que j’appelle")]
    [InlineData("merci")]
    [InlineData("2 colis manquent, rappelez-moi au plus vite")]
    public void What_is_no_score_is_none(string text) => Ratings.Read(QuestionKind.Stars, text).ShouldBeNull();

    [Theory]
    [InlineData(QuestionKind.Smileys, "😀", 5)]
    [InlineData(QuestionKind.Smileys, "2", 2)]
    [InlineData(QuestionKind.Thumbs, "👍", 5)]
    [InlineData(QuestionKind.Thumbs, "👎🏽", 1)]
    [InlineData(QuestionKind.Thumbs, "Oui", 5)]
    [InlineData(QuestionKind.Recommendation, "10", 5)]
    [InlineData(QuestionKind.Recommendation, "🔟", 5)]
    [InlineData(QuestionKind.Recommendation, "8/10", 4)]
    [InlineData(QuestionKind.Recommendation, "six", 3)]
    [InlineData(QuestionKind.Recommendation, "0", 1)]
    public void Each_kind_of_question_becomes_one_to_five(QuestionKind kind, string text, int score) => Ratings.Read(kind, text)!.Score.ShouldBe(score);

    [Fact]
    public void What_stands_on_a_button_is_always_understood()
    {
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            foreach (var value in kind.Values()) Ratings.Read(kind, kind.Label(value))!.Raw.ShouldBe(value, $"{kind} {value}");
        }
    }

    [Fact]
    public void Four_and_five_are_satisfied_and_one_and_two_are_told_to_supervisors() =>
        Enumerable.Range(1, 5).Select(score => new Rating(score, score).Mood).ShouldBe([Mood.Negative, Mood.Negative, Mood.Neutral, Mood.Positive, Mood.Positive]);
}
