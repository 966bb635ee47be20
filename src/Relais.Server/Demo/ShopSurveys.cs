using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Domain.Surveys;

namespace Relais.Server.Demo;

/// <summary>The CSAT survey of « Maison Lune », and what customers said while the past was the present.</summary>
internal static class ShopSurveys
{
    /// <summary>What each of the customers of the past answered, in their order; null = nothing.</summary>
    private static readonly (int? Score, string? Comment)[] Answers =
    [
        (5, null), (4, null), (5, "Réponse claire et rapide, merci Bruno !"), (null, null), (5, null), (2, "J’ai attendu deux jours une réponse sur mon colis."), (5, null), (3, "Bien, mais j’aurais aimé être prévenue."),
        (4, null), (5, null), (null, null), (5, null), (1, "Le colis est toujours introuvable."), (4, null), (5, "Adorable, comme toujours."), (null, null), (5, null), (4, null), (5, null), (null, null),
    ];

    /// <summary>Over WhatsApp, where agents are asked for a reason.</summary>
    public static async Task<Guid> Make(Browser diane, Notebook notebook, CancellationToken cancel)
    {
        if ((await diane.Get("surveys", cancel))["items"]!.AsArray() is [{ } known, ..]) return known["id"]!.GetValue<Guid>();

        var supplied = (await diane.Get("surveys", cancel))["supplied"]!.DeepClone();
        var made = await diane.Post(
            "surveys",
            new JsonObject
            {
                ["name"] = "Après l’échange", ["question"] = "stars", ["share"] = 100, ["delayMinutes"] = 0, ["restHours"] = 168, ["leastLength"] = 0,
                ["onlyInTheirLanguage"] = false, ["byMail"] = false, ["languages"] = supplied,
            },
            cancel);
        var id = made["id"]!.GetValue<Guid>();
        await diane.Patch($"surveys/{id}", new { channelIds = new[] { notebook.WhatsAppId }, enabled = true }, cancel);
        return id;
    }

    /// <summary>What was said of the conversations that lie behind us, by the same methods of the domain as today.</summary>
    public static async Task Remember(ShopLedger ledger, Notebook notebook, Guid surveyId, CancellationToken cancel)
    {
        foreach (var (conversation, index) in (await ledger.Ended(cancel)).Select((id, index) => (id, index)))
        {
            var (score, comment) = Answers[index % Answers.Length];
            await ledger.Change(conversation, (db, it) => db.SurveyRequests.Add(Asked(it, db.Contacts.Single(contact => contact.Id == it.ContactId).AsActor(), notebook, surveyId, score, comment)), cancel);
        }
    }

    private static SurveyRequest Asked(Conversation conversation, Actor by, Notebook notebook, Guid surveyId, int? score, string? comment)
    {
        var resolver = new Actor(ActorKind.Member, notebook.Staff[OpenShop.People.Single(one => one.Name == conversation.ResolvedBy).Id], conversation.ResolvedBy!);
        var ending = new SurveyEnding(conversation.Visibility, ResolveWay.ByHand, HasSurveyedReason: true, ActorKind.Member, IsWanted: true);
        var (request, at) = (new SurveyRequest(surveyId, conversation, ending, resolver, conversation.ResolvedAt!.Value), conversation.ResolvedAt.Value);
        request.Ask(new SurveyPlan(QuestionKind.Stars, SurveyWords.Supplied[0]), at);
        if (score is { } value && request.Answer(Rating.Of(QuestionKind.Stars, value), at.AddMinutes(7)))
        {
            conversation.Rate(new SurveyAnswer(QuestionKind.Stars, value, value), [], by, at.AddMinutes(7));
            if (comment is not null) conversation.Comment(comment, by, at.AddMinutes(9));
            request.Remark(comment);
        }

        request.Close();
        return request;
    }
}
