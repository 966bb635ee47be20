using System.Globalization;
using System.Net;
using System.Text;
using Relais.Domain.Surveys;

namespace Relais.Server.Surveys;

/// <summary>The page a link leads to: whole without any script, and it tells nothing of the conversation.</summary>
internal static class SurveyHtml
{
    public static string Form(SurveyPlan plan, bool isChoiceMissing)
    {
        var texts = SurveyTexts.Of(plan.Words.Language);
        var choices = new StringBuilder();
        foreach (var value in plan.Question.Values())
        {
            choices.Append(CultureInfo.InvariantCulture, $"<label><input type=\"radio\" name=\"rating\" value=\"{value}\" required><span aria-hidden=\"true\">{Face(plan.Question, value)}</span><span class=\"hidden\">{Said(plan.Question, value)}</span></label>");
        }

        return Page(plan.Words.Language, texts["title"],
            $"<form method=\"post\"><fieldset><legend>{Safe(plan.Words.Question)}</legend>{(isChoiceMissing ? $"<p class=\"wrong\" role=\"alert\">{texts["choose"]}</p>" : "")}" +
            $"<div class=\"choices\" data-kind=\"{plan.Question}\">{choices}</div><p class=\"ends\"><span>{texts["worst"]}</span><span>{texts["best"]}</span></p></fieldset>" +
            $"<label class=\"comment\">{texts["comment"]} <small>({texts["optional"]})</small><textarea name=\"comment\" rows=\"4\" maxlength=\"{SurveyRequest.CommentLimit}\"></textarea></label>" +
            $"<button>{texts["send"]}</button></form>");
    }

    public static string Thanks(SurveyPlan plan)
    {
        var texts = SurveyTexts.Of(plan.Words.Language);
        return Page(plan.Words.Language, texts["thanks"], $"<div class=\"done\" role=\"status\"><p class=\"mark\" aria-hidden=\"true\">✓</p><h1>{texts["thanks"]}</h1><p>{Safe(plan.Words.Closing ?? texts["kept"])}</p></div>");
    }

    /// <summary>In the language of the browser: of the contact nothing is known any more.</summary>
    public static string Nothing(string language, string what)
    {
        var texts = SurveyTexts.Of(language);
        return Page(language, texts[what], $"<div class=\"done\"><h1>{texts[what]}</h1><p>{texts[what + "Why"]}</p></div>");
    }

    private static string Face(QuestionKind kind, int value) => kind == QuestionKind.Stars ? "★" : kind.Label(value);

    private static string Said(QuestionKind kind, int value) => kind == QuestionKind.Thumbs ? kind.Label(value) : $"{value} / {kind.Values()[^1]}";

    private static string Page(string language, string title, string content) =>
        $"<!doctype html><html lang=\"{(language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>{Safe(title)}</title><link rel=\"stylesheet\" href=\"/survey.css\"></head><body><main>{content}</main></body></html>";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
