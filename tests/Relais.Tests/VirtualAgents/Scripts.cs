using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;

namespace Relais.Tests.VirtualAgents;

/// <summary>Building scripts in few words.</summary>
internal static class Scripts
{
    public static readonly Actor Diane = new(ActorKind.Member, Guid.CreateVersion7(), "Diane");
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid Shop = Guid.CreateVersion7();

    /// <summary>The built-in attributes, and an order number.</summary>
    public static readonly AttributeBook Attributes = AttributeBook.Of(
        Shop, [new ContactAttribute(Shop, new AttributeDraft("order_no", AttributeFormat.Number, new AttributeSettings("Commande")), 0, Diane, Noon)]);

    public static ScriptStep Says(string id, string text, string? next = null) => new(id, StepKind.Statement, text, next);

    public static ScriptStep Asks(string id, string text, params ExpectedAnswer[] answers) => new(id, StepKind.Question, text) { Answers = answers };

    public static ScriptStep HandsOver(string id, string text = "") => new(id, StepKind.HandOver, text);

    public static ScriptStep Ends(string id, string text = "") => new(id, StepKind.Resolve, text);

    public static ExpectedAnswer May(string label, string? next = null, Guid? topic = null, params string[] words) => new(label, words, topic, next);

    public static AutoResponder Responder(IReadOnlyList<ScriptStep> open, IReadOnlyList<ScriptStep>? closed = null, params string[] escapeWords) =>
        new(Shop, Draft(new ResponderLanguage("fr", open, closed ?? [], escapeWords)), Diane, Noon);

    public static ResponderDraft Draft(params ResponderLanguage[] languages) =>
        new(new DeputyDraft("Accueil", Activation.Inception, HandOverRule.NewQueue, 5, 60, TimeoutRule.People), 0, languages);

    /// <summary>What a turn does, one word and what it is about for each act.</summary>
    public static string Told(ScriptTurn turn) => string.Join(" | ", turn.Acts.Select(act => act switch
    {
        ScriptAct.Say say => say.Choices.Count == 0 ? $"say {say.Text}" : $"say {say.Text} [{string.Join(',', say.Choices)}]",
        ScriptAct.Store store => $"store {store.Attribute}={store.Value}",
        ScriptAct.File => "file",
        ScriptAct.HandOver over => $"over {over.Reason}",
        ScriptAct.Resolve => "resolve",
        _ => "?",
    }));
}
