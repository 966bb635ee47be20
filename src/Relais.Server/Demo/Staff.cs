using System.Net;

namespace Relais.Server.Demo;

/// <summary>Ana, Bruno and Chloé at their desks, who answer over the API as from a browser.</summary>
public sealed class Staff(
    IReadOnlyDictionary<string, Browser> desks, IReadOnlyDictionary<string, LiveLine> lines, Notebook notebook)
{
    public bool IsHere(string person) => desks.ContainsKey(person);

    /// <summary>Null when that person has another password by now.</summary>
    public Browser? Desk(string person) => desks.GetValueOrDefault(person);

    /// <summary>Nobody takes a conversation out of somebody's hands, least of all out of those of the one who watches.</summary>
    public bool MayTouch(string person, OpenExchange exchange) =>
        exchange.AssigneeId is null || exchange.AssigneeId == desks[person].MemberId;

    /// <summary>Colleagues see who has it open, and who types.</summary>
    public void Look(Line line, Guid conversationId)
    {
        lines[line.Who].Look(conversationId);
        lines[line.Who].Type(line.Kind == LineKind.Answers);
    }

    /// <returns>False when somebody was faster.</returns>
    public async Task<bool> Do(Line line, Guid conversationId, CancellationToken cancel)
    {
        var desk = desks[line.Who];
        lines[line.Who].Type(on: false);
        try
        {
            _ = line.Kind switch
            {
                LineKind.Takes => await desk.Put($"conversations/{conversationId}/assignee", new { memberId = desk.MemberId, ifUnassigned = true }, cancel),
                LineKind.Files => await desk.Put($"conversations/{conversationId}/topics/{notebook.Topics[line.Words]}", new { }, cancel),
                LineKind.Resolves => await desk.Put($"conversations/{conversationId}/resolution", new { reasonId = notebook.ReasonOf(line) }, cancel),
                LineKind.Notes => await desk.Post($"conversations/{conversationId}/notes", new { clientId = Guid.CreateVersion7(), text = line.Words }, cancel),
                _ => await desk.Post($"conversations/{conversationId}/messages", new { clientId = Guid.CreateVersion7(), text = line.Words, uploadIds = Array.Empty<Guid>() }, cancel),
            };
            return true;
        }
        catch (HttpRequestException refused) when (refused.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity)
        {
            return false;
        }
    }
}
