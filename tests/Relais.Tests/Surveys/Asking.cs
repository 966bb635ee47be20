using System.Text.Json.Nodes;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;

namespace Relais.Tests.Surveys;

/// <summary>Diane makes surveys through the API, Ana ends conversations with the reason that is asked about.</summary>
internal sealed class Asking
{
    public string Name { get; init; } = "Après l’échange";

    public string Question { get; init; } = "numbers";

    public int Share { get; init; } = 100;

    public int DelayMinutes { get; init; }

    public int RestHours { get; init; }

    public int LeastLength { get; init; }

    public bool OnlyInTheirLanguage { get; init; }

    public bool ByMail { get; init; }

    public string? Negative { get; init; } = "Qu’est-ce qui n’a pas été ?";

    public string? Closing { get; init; } = "Merci !";

    public object Body => new
    {
        name = Name,
        question = Question,
        share = Share,
        delayMinutes = DelayMinutes,
        restHours = RestHours,
        leastLength = LeastLength,
        onlyInTheirLanguage = OnlyInTheirLanguage,
        byMail = ByMail,
        languages = new object[] { new { language = "fr", question = "Comment était-ce ?", negative = Negative, closing = Closing }, new { language = "en", question = "How was it?" } },
    };

    /// <summary>Makes it, puts it on channels and turns it on.</summary>
    public async Task<Guid> On(ApiClient diane, params Guid[] channels)
    {
        var id = (await diane.Post("surveys", Body)).Id();
        await diane.Patch($"surveys/{id}", new { channelIds = channels, enabled = true });
        return id;
    }

    public static async Task<Guid> Reason(ApiClient diane) => (await diane.Get("resolve-reasons")).Items().Single(one => one["isSystem"]!.GetValue<bool>()).Id();

    /// <summary>Zoé writes, Ana answers and ends it with the reason that is asked about.</summary>
    public static async Task<JsonNode> Ended(PigeonPost post, string from = "zoe", string answer = "Votre colis arrive demain.", bool withoutSurvey = false)
    {
        await post.Bring(post.Says($"Bonjour, ici {from}", from));
        var row = (await post.Rows("new")).Last();
        await PigeonPost.Answer(post.Ana, row.Id(), answer);
        await post.Ana.Put($"conversations/{row.Id()}/resolution", new { reasonId = await Reason(post.Shop.Diane), withoutSurvey });
        await post.App.UntilNothingWaits();
        return await post.Row(row.Id());
    }
}
