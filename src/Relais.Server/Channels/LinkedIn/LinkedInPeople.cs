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
        return await api.Get(isPage ? $"organizations/{id}" : $"people/(id:{id})", cancel) switch
        {
            Reply.Answer { Succeeded: true } answer when NameIn(answer.Body) is { } name => new Introduced.As(new Profile(name)),
            Reply.Answer { Status: System.Net.HttpStatusCode.TooManyRequests or >= System.Net.HttpStatusCode.InternalServerError } busy => new Introduced.TryLater(busy.StatusWords, busy.Wait),
            Reply.Answer answer => new Introduced.Nobody(LinkedInErrors.WordsOf(answer)),
            Reply.BadSettings bad => new Introduced.TryLater(bad.Reason),
            Reply.NeverLeft never => new Introduced.TryLater(never.Reason),
            Reply.Lost lost => new Introduced.TryLater(lost.Reason),
            _ => throw new InvalidOperationException("An ending without a name."),
        };
    }

    private static string? NameIn(LooseJson told) =>
        told["localizedName"].Text ?? (string.Join(' ', new[] { told["localizedFirstName"].Text, told["localizedLastName"].Text }.OfType<string>()) is { Length: > 0 } name ? name : null);
}
