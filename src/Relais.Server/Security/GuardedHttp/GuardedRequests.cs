namespace Relais.Server.Security.GuardedHttp;

/// <summary>Lets only plain web addresses out and only bodies of a bearable size in.</summary>
public sealed class GuardedRequests(OutgoingRules rules, TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsPlain(request.RequestUri)) throw new AddressRefused();

        var response = await base.SendAsync(request, cancellationToken);
        response.Content = await BoundedContent.Of(response.Content, rules, clock, cancellationToken);
        return response;
    }

    private static bool IsPlain(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo: "" } && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
