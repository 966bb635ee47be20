using Relais.Domain.Contacts;

namespace Relais.Server.Channels.X;

/// <summary>Who is who. People come beside what they did, in one of two spellings; of who writes encrypted only the id is told.</summary>
internal static class XPeople
{
    /// <param name="beside">What stands around the event: <c>users</c>, or <c>includes</c> with a list of them.</param>
    public static Sender? SenderOf(string? id, LooseJson beside)
    {
        if (id is not { Length: > 0 and <= ContactIdentity.ExternalIdLimit }) return null;

        var told = beside["users"][id];
        if (told["data"].IsObject) told = told["data"];
        if (!told.IsObject) told = beside["users"].Items.Select(user => user["data"].IsObject ? user["data"] : user).FirstOrDefault(user => user["id"].Text == id);
        return new Sender([id], ProfileOf(told));
    }

    public static async Task<Introduced> Introduce(XApi api, string id, DateTimeOffset now, CancellationToken cancel)
    {
        var reply = await api.Get($"/2/users/{Uri.EscapeDataString(id)}?user.fields=profile_image_url", cancel);
        return reply switch
        {
            Reply.Answer { Succeeded: true } answer when answer.Body["data"]["name"].Text is not null => new Introduced.As(ProfileOf(answer.Body["data"])),
            Reply.Answer answer when XErrors.IsPassing(answer) => new Introduced.TryLater(answer.StatusWords, XErrors.WaitOf(answer, now)),
            Reply.Answer answer => new Introduced.Nobody(XErrors.WordsOf(answer)),
            _ => reply.AsIntroduced(),
        };
    }

    private static Profile ProfileOf(LooseJson user)
    {
        var known = new Profile(Fit(user["name"].Text), PictureOf(user["profile_image_url_https"].Text ?? user["profile_image_url"].Text));
        return Fit(user["username"].Text ?? user["screen_name"].Text) is { } username ? known with { Attributes = new Dictionary<string, string> { ["username"] = username } } : known;
    }

    private static string? PictureOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var picture) && picture.Scheme == Uri.UriSchemeHttps ? picture.AbsoluteUri : null;

    private static string? Fit(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();
}
