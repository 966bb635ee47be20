using System.Text.Json.Nodes;
using Relais.Domain.Shared;
using Relais.Server.Channels;

namespace Relais.Tests.Channels;

/// <summary>What a form may ask, and which answers it takes.</summary>
public sealed class PreChatFormTests
{
    private static readonly PreChatField Name = new() { Attribute = "profile_name", Required = true };
    private static readonly PreChatField Email = new() { Attribute = "email", Type = PreChatFieldType.Email, Required = true };
    private static readonly PreChatField Phone = new() { Attribute = "phone" };
    private static readonly PreChatField Reason = new() { Attribute = "reason", Type = PreChatFieldType.Select, Label = "Votre demande", Options = ["Livraison", "Retour"] };

    [Fact]
    public void Answers_are_kept_by_attribute_and_what_was_not_asked_is_left_aside() =>
        Form(Name, Email, Reason).Read(new Dictionary<string, string?>
        {
            ["profile_name"] = "  Zoé Martin ", ["email"] = "zoe@exemple.fr", ["reason"] = "", ["user_id"] = "4711",
        }).ShouldBe(new Dictionary<string, string> { ["profile_name"] = "Zoé Martin", ["email"] = "zoe@exemple.fr" }, ignoreOrder: true);

    [Theory]
    [InlineData("profile_name", null, "prechat.answer.required")]
    [InlineData("profile_name", "   ", "prechat.answer.required")]
    [InlineData("email", "zoe", "prechat.answer.invalid")]
    [InlineData("email", "zoe@exemple", "prechat.answer.invalid")]
    [InlineData("email", "zoe@exemple.fr, lea@exemple.fr", "prechat.answer.invalid")]
    [InlineData("phone", "demain", "prechat.answer.invalid")]
    [InlineData("reason", "Autre chose", "prechat.answer.invalid")]
    [InlineData("profile_name", "Zo\0é", "prechat.answer.invalid")]
    public void An_answer_that_does_not_fit_is_refused_by_its_field(string attribute, string? answer, string code)
    {
        var answers = new Dictionary<string, string?> { ["profile_name"] = "Zoé", ["email"] = "zoe@exemple.fr", [attribute] = answer };
        var refusal = Should.Throw<RuleViolation>(() => Form(Name, Email, Phone, Reason).Read(answers));

        (refusal.Code, refusal.Facts["attribute"]).ShouldBe((code, attribute));
    }

    [Fact]
    public void An_answer_of_any_length_is_not_taken() =>
        Should.Throw<RuleViolation>(() => Form(Name).Read(new Dictionary<string, string?> { ["profile_name"] = new('x', 301) })).Code.ShouldBe("prechat.answer.invalid");

    [Fact]
    public void Nothing_at_all_is_refused_where_something_must_be_answered() =>
        Should.Throw<RuleViolation>(() => Form(Name).Read(null)).Code.ShouldBe("prechat.answer.required");

    [Fact]
    public void A_form_is_kept_trimmed_and_an_address_is_always_asked_as_one()
    {
        var kept = (Form(Email with { Type = PreChatFieldType.Text, Label = "  Votre e-mail " }, Reason with { Options = [" Livraison ", "", "Retour", "Retour"] })
            with { Intro = " Bonjour " }).Checked();

        (kept.Intro, kept.Fields[0].Type, kept.Fields[0].Label).ShouldBe(("Bonjour", PreChatFieldType.Email, "Votre e-mail"));
        kept.Fields[1].Options.ShouldBe(["Livraison", "Retour"]);
    }

    [Fact]
    public void What_cannot_be_asked_is_refused()
    {
        Refuses("prechat.empty", Form());
        Refuses("prechat.intro.too_long", Form(Name) with { Intro = new('x', 601) });
        Refuses("prechat.fields.too_many", Form([.. Enumerable.Range(0, 9).Select(at => Reason with { Attribute = $"a{at}" })]));
        Refuses("prechat.attribute.required", Form(Name with { Attribute = "" }));
        Refuses("prechat.attribute.required", Form(Name with { Attribute = "un nom" }));
        Refuses("prechat.attribute.twice", Form(Name, Name));
        Refuses("prechat.label.required", Form(Reason with { Label = " " }));
        Refuses("prechat.label.too_long", Form(Reason with { Label = new('x', 81) }));
        Refuses("prechat.options.required", Form(Reason with { Options = [" "] }));
        Refuses("prechat.options.too_many", Form(Reason with { Options = [.. Enumerable.Range(0, 31).Select(at => $"{at}")] }));
        Refuses("prechat.option.too_long", Form(Reason with { Options = [new('x', 81)] }));
    }

    [Theory]
    [InlineData("user_id")]
    [InlineData("page_url")]
    [InlineData("verified")]
    public void What_the_channel_itself_vouches_for_no_visitor_fills_in(string attribute) =>
        Refuses("prechat.attribute.reserved", Form(Reason with { Attribute = attribute }));

    [Fact]
    public void A_form_that_is_off_may_be_empty() => (Form() with { Enabled = false }).Checked().Fields.ShouldBeEmpty();

    [Theory]
    [InlineData("""{"enabled":true,"intro":"","fields":[{"attribute":"email","type":"email","label":"","required":true,"options":[]}]}""", true)]
    [InlineData("{}", true)]
    [InlineData("""{"fields":null}""", false)]
    [InlineData("""{"fields":[null]}""", false)]
    [InlineData("""{"fields":[{"type":"password"}]}""", false)]
    [InlineData("""{"fields":[{"options":null}]}""", false)]
    [InlineData("""{"fields":[{"type":1}]}""", false)]
    [InlineData("""{"enabled":"yes"}""", false)]
    [InlineData("""{"script":"x"}""", false)]
    [InlineData("[]", false)]
    [InlineData("\"text\"", false)]
    public void What_comes_as_a_form_has_its_shape(string json, bool isOne) => PreChatForm.IsOne(JsonNode.Parse(json)!).ShouldBe(isOne);

    private static PreChatForm Form(params PreChatField[] fields) => new() { Enabled = true, Fields = fields };

    private static void Refuses(string code, PreChatForm form) => Should.Throw<RuleViolation>(() => form.Checked()).Code.ShouldBe(code);
}
