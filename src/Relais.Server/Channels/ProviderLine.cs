using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels;

/// <summary>Asks a provider and names how that ended, whatever happens on the line.</summary>
/// <param name="http">The guarded client, with the patience the question deserves.</param>
/// <param name="provider">Its name, for people.</param>
internal sealed class ProviderLine(HttpClient http, string provider)
{
    private const int LargestAnswer = 8 * 1024 * 1024;

    /// <summary>A line break or a letter outside ASCII cannot travel in a header.</summary>
    public static bool Carries(string token) => token.Length > 0 && token.All(letter => letter is > ' ' and <= '~');

    public async Task<Reply> Ask(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancel);
            return new Reply.Answer(response.StatusCode, LooseJson.Try(await response.Content.ReadAsByteArrayAsync(cancel)), response.Headers);
        }
        catch (Exception fault) when (EndingOf(fault, cancel) is { } ending)
        {
            return ending;
        }
    }

    /// <summary>Copies a file. What is not there any more will not come back. Where we are sent on, nobody sees the token.</summary>
    /// <param name="isTyped">Whether the provider's word for what it is says more than what we know already.</param>
    public async Task<Fetched> Download(HttpRequestMessage request, long largest, bool isTyped, CancellationToken cancel)
    {
        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)response.StatusCode is >= 300 and <= 399 && response.Headers.Location is { } elsewhere)
            {
                response.Dispose();
                response = await http.Download(new Uri(request.RequestUri!, elsewhere), cancel);
            }

            if (response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.Accepted && !(response.Content.Headers.ContentLength > largest))
                return new Fetched.File(await response.Content.ReadAsStreamAsync(cancel), isTyped ? response.Content.Headers.ContentType?.ToString() : null);

            using (response) return WhyNot(response, largest);
        }
        catch (Exception fault) when (EndingOf(fault, cancel) is { } ending)
        {
            return ending.AsFetched();
        }
    }

    private Fetched WhyNot(HttpResponseMessage response, long largest) =>
        response.StatusCode == HttpStatusCode.Accepted ? new Fetched.TryLater($"{provider} is still preparing the file.", WaitOf(response.Headers))
        : response.IsSuccessStatusCode ? TooLarge(largest)
        : response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone ? new Fetched.Gone($"{provider} no longer has the file.")
        : new Fetched.TryLater($"{provider} answered {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}.", WaitOf(response.Headers));

    public static Fetched.Gone TooLarge(long largest) => new($"The file is larger than {(largest / 1024 / 1024).ToString(CultureInfo.InvariantCulture)} MB.");

    internal static TimeSpan? WaitOf(HttpResponseHeaders headers) =>
        headers.RetryAfter?.Delta is { } wait && wait > TimeSpan.Zero && wait < TimeSpan.FromDays(1) ? wait : null;

    /// <summary>Null for what is not the line's: that flies on.</summary>
    private Reply? EndingOf(Exception fault, CancellationToken cancel) => fault switch
    {
        HttpRequestException when fault is AddressRefused || fault.InnerException is AddressRefused =>
            new Reply.BadSettings("api_unreachable", "The address of the API in the settings is not one Relais may call."),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        } never => new Reply.NeverLeft($"No connection to {provider}: {never.HttpRequestError}."),
        HttpRequestException broken => new Reply.Lost($"The connection to {provider} broke: {broken.HttpRequestError}."),
        IOException => new Reply.Lost($"The connection to {provider} broke."),
        OperationCanceledException when !cancel.IsCancellationRequested => new Reply.Lost($"{provider} did not answer in time."),
        _ => null,
    };
}

/// <summary>How asking a provider ended.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <param name="Body">Nothing when it was not JSON.</param>
    public sealed record Answer(HttpStatusCode Status, LooseJson Body, HttpResponseHeaders Headers) : Reply
    {
        public bool Succeeded => (int)Status is >= 200 and <= 299;

        /// <summary>How long the provider wants us to wait.</summary>
        public TimeSpan? Wait => ProviderLine.WaitOf(Headers);

        public string StatusWords => $"The provider answered {((int)Status).ToString(CultureInfo.InvariantCulture)} without saying why.";
    }

    /// <summary>Surely not asked, and asking again changes nothing.</summary>
    public sealed record BadSettings(string Code, string Reason) : Reply;

    /// <summary>Surely not asked.</summary>
    public sealed record NeverLeft(string Reason) : Reply;

    /// <summary>Perhaps asked; the answer did not reach us.</summary>
    public sealed record Lost(string Reason) : Reply;

    /// <summary>
    /// What sending became where the provider did not say it in words of its own. A page of something in between, an answer that
    /// cannot be understood or none at all leave it open whether the message is on its way.
    /// </summary>
    public Delivery AsDelivery() => this switch
    {
        Answer { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } answer => new Delivery.TryLater(answer.StatusWords, answer.Wait),
        Answer { Status: HttpStatusCode.Unauthorized } answer => new Delivery.BadSettings($"token_invalid: {answer.StatusWords}"),
        Answer { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } answer => new Delivery.Rejected("refused", answer.StatusWords),
        Answer answer => new Delivery.Unknown(answer.StatusWords),
        BadSettings bad => new Delivery.BadSettings($"{bad.Code}: {bad.Reason}"),
        NeverLeft never => new Delivery.TryLater(never.Reason),
        Lost lost => new Delivery.Unknown(lost.Reason),
        _ => throw new InvalidOperationException("An ending without a name."),
    };

    /// <summary>What fetching became where the provider said nothing.</summary>
    public Fetched AsFetched() => this switch
    {
        BadSettings bad => new Fetched.Gone(bad.Reason),
        NeverLeft never => new Fetched.TryLater(never.Reason),
        Lost lost => new Fetched.TryLater(lost.Reason),
        Answer answer => new Fetched.TryLater(answer.StatusWords, answer.Wait),
        _ => throw new InvalidOperationException("An ending without a name."),
    };

    /// <summary>What asking for somebody became where the provider said nothing of him.</summary>
    public Introduced.TryLater AsIntroduced() => this switch
    {
        BadSettings bad => new(bad.Reason),
        NeverLeft never => new(never.Reason),
        Lost lost => new(lost.Reason),
        Answer answer => new(answer.StatusWords, answer.Wait),
        _ => throw new InvalidOperationException("An ending without a name."),
    };

    /// <summary>Why an account could not be asked, where the provider did not say it in words of its own.</summary>
    public Check.Fails AsFailure() => this switch
    {
        Answer { Status: HttpStatusCode.Unauthorized } answer => new Check.Fails("token_invalid", answer.StatusWords),
        Answer answer => new Check.Fails("refused", answer.StatusWords),
        BadSettings bad => new Check.Fails(bad.Code, bad.Reason),
        NeverLeft never => new Check.Fails("no_answer", never.Reason),
        Lost lost => new Check.Fails("no_answer", lost.Reason),
        _ => throw new InvalidOperationException("An ending without a name."),
    };
}
