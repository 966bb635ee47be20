using CsCheck;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using static Relais.Tests.VirtualAgents.Scripts;

namespace Relais.Tests.VirtualAgents;

/// <summary>What a script says and does, from where it stands and what the contact wrote. Nobody else is there.</summary>
public sealed class ScriptPlayerTests
{
    private static readonly Guid Delivery = Guid.CreateVersion7();

    private static readonly Script Shop = new(
        [
            Says("hello", "Bonjour !"),
            Asks("number", "Votre numéro de commande ?") with { Attribute = "order_no", RetryText = "Des chiffres seulement, s’il vous plaît." },
            Asks("about", "C’est à quel sujet ?", May("Livraison", topic: Delivery, words: ["colis", "suivi"]), May("Échange", next: "hello"), May("Rien", next: "end")),
            HandsOver("person", "Un conseiller arrive."),
            Ends("end", "À bientôt !"),
        ],
        ["humain", "parler à quelqu’un"]);

    [Fact]
    public void It_greets_and_goes_on_until_it_has_to_wait() =>
        Begin().ShouldBe("say Bonjour ! | say Votre numéro de commande ?");

    [Fact]
    public void An_answer_is_kept_in_the_format_of_its_attribute() =>
        Hear("number", "1 204").ShouldBe("store order_no=1204 | say C’est à quel sujet ? [Livraison,Échange,Rien]");

    [Fact]
    public void What_does_not_fit_is_asked_again_twice_and_then_the_script_goes_on_without_it()
    {
        Hear("number", "je ne sais pas").ShouldBe("say Des chiffres seulement, s’il vous plaît.");
        Hear("number", "aucune idée", 1).ShouldBe("say Des chiffres seulement, s’il vous plaît.");
        Hear("number", "vraiment", 2).ShouldBe("say C’est à quel sujet ? [Livraison,Échange,Rien]");
    }

    [Theory]
    [InlineData("Livraison")]
    [InlineData("livraison !")]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData("1\ufe0f\u20e3")]
    [InlineData("où est mon COLIS ?")]
    [InlineData("c'est pour une livraison")]
    public void A_button_its_number_or_one_of_its_words_chooses_an_answer(string text) =>
        Hear("about", text).ShouldBe("file | say Un conseiller arrive. | over Finished");

    [Theory]
    [InlineData("recolis")]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("🙂")]
    public void Anything_else_is_asked_again(string text) =>
        Hear("about", text).ShouldBe("say C’est à quel sujet ? [Livraison,Échange,Rien]");

    [Fact]
    public void An_answer_may_lead_back_or_to_the_end()
    {
        Hear("about", "echange").ShouldBe("say Bonjour ! | say Votre numéro de commande ?");
        Hear("about", "3").ShouldBe("say À bientôt ! | resolve");
    }

    [Theory]
    [InlineData("un HUMAIN svp")]
    [InlineData("Je veux parler a quelqu'un.")]
    public void A_contact_who_asks_for_a_person_gets_one_at_once(string text) => Hear("number", text).ShouldBe("over Escaped");

    [Fact]
    public void An_escape_word_inside_another_is_none() => Hear("number", "humainement 12").ShouldNotContain("over");

    [Fact]
    public void A_script_without_an_end_hands_over() =>
        Told(new ScriptPlayer(new Script([Says("a", "Bonjour")], []), Attributes).Begin()).ShouldBe("say Bonjour | over Finished");

    [Fact]
    public void A_question_may_take_other_answers_too()
    {
        var script = new Script([Asks("q", "Qui ?", May("Moi")) with { TakesOthers = true }], []);
        Told(new ScriptPlayer(script, Attributes).Hear(new ScriptPosition("q"), "Personne")).ShouldBe("over Finished");
    }

    [Fact]
    public void Statements_that_lead_back_to_themselves_are_refused()
    {
        Should.Throw<RuleViolation>(() => Responder([Says("a", "Un", "b"), Says("b", "Deux", "a")])).Code.ShouldBe("script.endless");
        Responder([Says("a", "Un", "q"), Asks("q", "Alors ?", May("Encore", "a"))]).Languages.Count.ShouldBe(1);
    }

    [Fact]
    public void A_refusal_names_the_step_its_language_and_its_hours()
    {
        var refusal = Should.Throw<RuleViolation>(() => Responder([Says("a", "Bonjour")], [Says("a", "Fermé"), Says("b", " ")]));

        refusal.Code.ShouldBe("script.text.required");
        (refusal.Facts["step"], refusal.Facts["language"], refusal.Facts["hours"]).ShouldBe((2, "fr", "closed"));
    }

    [Fact]
    public void No_person_stands_behind_it_whose_name_could_be_filled_in() =>
        Should.Throw<RuleViolation>(() => Responder([Says("a", "Je suis {{agent.first_name}}")])).Code.ShouldBe("script.placeholder.agent");

    [Theory]
    [InlineData("nl", "Bonjour", "nl")]
    [InlineData("fr-BE", "Hello", "fr")]
    [InlineData(null, "Hello, where is my order please", "en")]
    [InlineData(null, "Bonjour, où est ma commande", "fr")]
    [InlineData(null, "????", "en")]
    [InlineData("de", "????", "en")]
    public void It_speaks_the_contact_s_language_else_the_one_he_writes_else_the_organisation_s(string? his, string writes, string spoken)
    {
        var all = Draft(new ResponderLanguage("fr", [Says("a", "a")], [], []), new ResponderLanguage("nl", [Says("a", "a")], [], []), new ResponderLanguage("en", [Says("a", "a")], [], []));

        new AutoResponder(Scripts.Shop, all, Diane, Noon).LanguageFor(his, writes, "en")!.Language.ShouldBe(spoken);
    }

    [Theory]
    [InlineData("Zoé", "Zoé")]
    [InlineData("J.-P. Martin", "J.-P. Martin")]
    [InlineData("visit http://evil.example", null)]
    [InlineData("evil.example", null)]
    [InlineData("WWW.evil", null)]
    [InlineData("a\nb", null)]
    public void What_a_stranger_calls_himself_carries_no_links(string value, string? shown) => Restraint.Harmless(value).ShouldBe(shown);

    [Fact]
    public void Any_walk_through_any_script_agrees_with_a_naive_reader() =>
        Gen.Select(ScriptGen, OneOf("oui", "non", "1", "2", "3", "peut-être", "", "humain", "42").List[0, 12]).Sample(
            (script, said) =>
            {
                if (!IsAllowed(script)) return;

                var naive = new Naive(script);
                var player = new ScriptPlayer(script, Attributes);
                var turn = player.Begin();
                Told(turn).ShouldBe(naive.Begin());
                foreach (var text in said)
                {
                    if (turn.Waits is null) break;

                    turn = player.Hear(turn.Waits, text);
                    Told(turn).ShouldBe(naive.Hear(text), $"after {text}");
                    (turn.Waits is null).ShouldBe(naive.IsOver);
                }
            },
            iter: 3_000);

    private static readonly Gen<string?> Target = OneOf<string?>(null, null, "s0", "s1", "s2", "s3");

    private static readonly Gen<ExpectedAnswer> AnswerGen = Gen.Select(OneOf("Oui", "Non", "Peut-être"), Target, (label, next) => new ExpectedAnswer(label, [], null, next));

    private static readonly Gen<ScriptStep> StepGen = Gen.Select(
        Gen.Enum<StepKind>(), Target, AnswerGen.List[0, 3], Gen.Bool, Gen.Bool,
        (kind, next, answers, others, stored) => new ScriptStep("", kind, "texte", kind is StepKind.Statement or StepKind.Question ? next : null)
        {
            Answers = kind == StepKind.Question ? [.. answers.DistinctBy(answer => answer.Label)] : [],
            TakesOthers = others,
            Attribute = kind == StepKind.Question && stored ? "order_no" : null,
        });

    private static readonly Gen<Script> ScriptGen = StepGen.List[1, 4].Select(
        steps => new Script([.. steps.Select((step, index) => step with { Id = $"s{index}", Text = $"t{index}" })], ["humain"]));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static bool IsAllowed(Script script)
    {
        try
        {
            _ = Responder(script.Steps, null, "humain");
            return true;
        }
        catch (RuleViolation)
        {
            return false;
        }
    }

    private static string Begin() => Told(new ScriptPlayer(Shop, Attributes).Begin());

    private static string Hear(string step, string text, int tries = 0) => Told(new ScriptPlayer(Shop, Attributes).Hear(new ScriptPosition(step, tries), text));

    /// <summary>Reads a script with a finger on the page.</summary>
    private sealed class Naive(Script script)
    {
        private readonly List<string> told = [];
        private int finger;
        private int wrong;

        public bool IsOver { get; private set; }

        public string Begin() => Read(0);

        public string Hear(string text)
        {
            told.Clear();
            if (text == "humain") return End("over Escaped");

            var step = script.Steps[finger];
            var chosen = -1;
            for (var index = 0; index < step.Answers.Count && chosen < 0; index++)
            {
                if (string.Equals(step.Answers[index].Label, text, StringComparison.OrdinalIgnoreCase) || text == $"{index + 1}") chosen = index;
            }

            var isNumber = text is "1" or "2" or "3" or "42";
            var fitsFormat = step.Attribute is null || isNumber;
            var isFree = step.Answers.Count == 0 || step.TakesOthers;
            if (chosen < 0 && (text.Length == 0 || !isFree || !fitsFormat))
            {
                if (wrong++ == 2) return Read(Following(step.Next, finger));
                Say(step);
                return Done();
            }

            if (chosen < 0 && step.Attribute is not null) told.Add($"store order_no={text}");
            return Read(Following((chosen >= 0 ? step.Answers[chosen].Next : null) ?? step.Next, finger));
        }

        private string Read(int at)
        {
            while (at < script.Steps.Count)
            {
                finger = at;
                wrong = 0;
                var step = script.Steps[at];
                Say(step);
                if (step.Kind == StepKind.Question) return Done();
                if (step.Kind == StepKind.Resolve) return End("resolve");
                if (step.Kind == StepKind.HandOver) return End("over Finished");
                at = Following(step.Next, at);
            }

            return End("over Finished");
        }

        private static int Following(string? next, int at) => next is null ? at + 1 : int.Parse(next[1..], System.Globalization.CultureInfo.InvariantCulture);

        private void Say(ScriptStep step) =>
            told.Add(step.Answers.Count == 0 ? $"say {step.Text}" : $"say {step.Text} [{string.Join(',', step.Answers.Select(answer => answer.Label))}]");

        private string End(string how)
        {
            IsOver = true;
            told.Add(how);
            return Done();
        }

        private string Done()
        {
            var line = string.Join(" | ", told);
            told.Clear();
            return line;
        }
    }
}
