using System.Net;
using Relais.Domain.Contacts;

namespace Relais.Server.Channels.LinkedIn;

/// <summary>Names of those who comment: members, of whom LinkedIn tells little, and other pages.</summary>
internal sealed class LinkedInPeople(LinkedInApi api)
{
    public async Task<Introduced> Introduce(string urn, CancellationToken cancel)
    {
        var isPage = urn.StartsWith("urn:li:organization:", StringComparison.Ordinal);
        if (!isPage && !urn.StartsWith("urn:li:person:", StringComparison.Ordinal)) return new Introduced.Nobody("LinkedIn names members and pages only.");

        var id = Uri.EscapeDataString(LinkedInUrn.NumberOf(urn));
        var reply = await api.Get(isPage ? $"organizations/{id}" : $"people/(id:{id})", cancel);
        return reply switch
        {
            Reply.Answer { Succeeded: true } answer when NameIn(answer.Body) is { } name => new Introduced.As(new Profile(name)),
            Reply.Answer { Status: not (HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError) } answer => new Introduced.Nobody(LinkedInErrors.WordsOf(answer)),
            _ => reply.AsIntroduced(),
        };
    }

    private static string? NameIn(LooseJson told) =>
        told["localizedName"].Text ?? (string.Join(' ', new[] { told["localizedFirstName"].Text, told["localizedLastName"].Text }.OfType<string>()) is { Length: > 0 } name ? name : null);
}
