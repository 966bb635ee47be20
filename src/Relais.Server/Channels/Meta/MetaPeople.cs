using Relais.Domain.Contacts;

namespace Relais.Server.Channels.Meta;

/// <summary>
/// Asks Meta who somebody is. Only what is read anyway: the addresses of pictures run out after days, and are not asked for.
/// https://developers.facebook.com/docs/messenger-platform/identity/user-profile
/// </summary>
/// <param name="fields">What Meta knows of people here.</param>
internal sealed class MetaPeople(MetaGraph graph, string fields)
{
    public async Task<Introduced> Introduce(string id, CancellationToken cancel)
    {
        var reply = await graph.Get($"{Uri.EscapeDataString(id)}?fields={fields}", cancel);
        return reply is Reply.Answer { Succeeded: true, Body.IsObject: true } answer ? Known(answer.Body) : MetaErrors.IntroducedOf(reply);
    }

    private static Introduced Known(LooseJson person)
    {
        var (username, name) = (Word(person["username"]), Word(person["name"]) ?? FullName(person));
        if ((name ?? username) is not { } called) return new Introduced.Nobody("This person tells no name.");

        var profile = new Profile(called);
        return new Introduced.As(username is null ? profile : profile with { Attributes = new Dictionary<string, string> { ["username"] = username } });
    }

    private static string? FullName(LooseJson person) =>
        string.Join(' ', new[] { Word(person["first_name"]), Word(person["last_name"]) }.OfType<string>()) is { Length: > 0 } name ? name : null;

    private static string? Word(LooseJson part) => string.IsNullOrWhiteSpace(part.Text) ? null : part.Text.Trim();
}
