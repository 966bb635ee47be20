using Relais.Domain.Contacts;

namespace Relais.Server.Channels.Line;

/// <summary>Who is who: a person, a group or a room of several is one contact. LINE tells their ids, and names only when asked.</summary>
internal sealed class LinePeople(LineApi api)
{
    /// <summary>Null where LINE does not say who it was: he has not agreed to be known.</summary>
    public static Sender? SenderOf(LooseJson source) =>
        IdOf(source) is { Length: > 0 and <= ContactIdentity.ExternalIdLimit } id ? new Sender([id], new Profile()) : null;

    /// <summary>In a group or a room, whose words they are.</summary>
    public static string? MemberOf(LooseJson source) => source["type"].Text is "group" or "room" ? source["userId"].Text : null;

    public static bool IsPerson(string id) => id.StartsWith('U');

    public async Task<Introduced> Introduce(string id, CancellationToken cancel)
    {
        // A room has no name.
        if (PathOf(id) is not { } path) return new Introduced.Nobody("LINE knows names of people and groups only.");

        var reply = await api.Get(path, cancel);
        return reply switch
        {
            Reply.Answer { Succeeded: true } answer when (answer.Body["displayName"].Text ?? answer.Body["groupName"].Text) is { } name =>
                new Introduced.As(new Profile(name, Language: answer.Body["language"].Text)),
            Reply.Answer { Succeeded: false } answer when !LineErrors.IsPassing(answer) => new Introduced.Nobody(LineErrors.WordsOf(answer)),
            _ => reply.AsIntroduced(),
        };
    }

    private static string? PathOf(string id) =>
        IsPerson(id) ? $"profile/{Uri.EscapeDataString(id)}"
        : id.StartsWith('C') ? $"group/{Uri.EscapeDataString(id)}/summary"
        : null;

    private static string? IdOf(LooseJson source) => source["type"].Text switch
    {
        "group" => source["groupId"].Text,
        "room" => source["roomId"].Text,
        _ => source["userId"].Text,
    };
}
