using System.Text.Json.Serialization;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>Asks Meta whether a number and its account are ours, and has our app told of what happens there.</summary>
internal sealed class WhatsAppCheck(WhatsAppGraph graph)
{
    public async Task<Check> Run(CancellationToken cancel)
    {
        var number = await graph.Get($"{graph.Number}?fields=verified_name,display_phone_number", WhatsAppJson.Default.NumberAnswer, cancel);
        if (number is not GraphReply<NumberAnswer>.Answer { Succeeded: true, Body: { } account }) return Fault(number, answer => answer.Error);

        // Without it Meta never calls at our door, however right the address is.
        using var nothing = new FormUrlEncodedContent([]);
        var subscribed = await graph.Post($"{graph.Account}/subscribed_apps", nothing, cancel);
        if (subscribed is not GraphReply<GraphAnswer>.Answer { Succeeded: true })
        {
            var fault = Fault(subscribed, answer => answer.Error);
            return fault.Code == "number_unknown" ? fault with { Code = "account_unknown" } : fault;
        }

        return new Check.Works($"{account.VerifiedName} {account.DisplayPhoneNumber}".Trim());
    }

    private static Check.Fails Fault<T>(GraphReply<T> reply, Func<T, GraphError?> errorOf)
        where T : class => reply switch
        {
            GraphReply<T>.Answer { Body: { } body } when errorOf(body) is { } error => new Check.Fails(WhatsAppErrors.CauseOf(error).Key, WhatsAppErrors.WordsOf(error)),
            GraphReply<T>.Answer answer => new Check.Fails("provider_fault", answer.StatusWords),
            GraphReply<T>.BadSettings bad => new Check.Fails(bad.Code, bad.Reason),
            GraphReply<T>.NeverLeft never => new Check.Fails("api_unreachable", never.Reason),
            GraphReply<T>.Lost lost => new Check.Fails("provider_fault", lost.Reason),
            _ => throw new InvalidOperationException("An ending without a name."),
        };
}

/// <summary>What Meta says of a number.</summary>
internal sealed record NumberAnswer(
    string? VerifiedName, string? DisplayPhoneNumber, [property: JsonConverter(typeof(One<GraphError>))] GraphError? Error);
