using Relais.Domain.Channels;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Sms;

/// <summary>Makes sure with Twilio that the account lives, and that messages to its number are brought to our door.</summary>
internal sealed class SmsAccount(SmsApi api, SmsSettings settings)
{
    public const string NeedsPublicAddress = "needs_public_address";
    public const string NumberUnknown = "number_unknown";

    public async Task<Check> Check(Uri door, CancellationToken cancel)
    {
        var account = await api.Get(".json", cancel);
        if (account is not Reply.Answer { Succeeded: true } answer) return FailureOf(account);
        if (answer.Body["status"].Text is { } status and not "active") return new Check.Fails("account_suspended", $"The account is {status}.");
        if (!PublicAddress.IsPublic(door)) return new Check.Fails(NeedsPublicAddress, $"Twilio cannot call {door.GetLeftPart(UriPartial.Authority)}.");

        var works = new Check.Works($"{answer.Body["friendly_name"].Text ?? settings.AccountSid} · {settings.Sender}");
        return await Tell(door, cancel) ?? works;
    }

    /// <summary>What is left of the money paid. Twilio tells it only of accounts that pay before.</summary>
    public async Task<IReadOnlyList<Allowance>?> Balance(CancellationToken cancel) =>
        await api.Get("/Balance.json", cancel) is not Reply.Answer { Succeeded: true } answer || answer.Body["balance"].Number is not { } balance
            ? null
            : [new Allowance("money") { Left = (decimal)balance, Currency = answer.Body["currency"].Text ?? "USD" }];

    /// <summary>Null when Twilio knows our door, or the sender is one nobody can answer.</summary>
    private async Task<Check?> Tell(Uri door, CancellationToken cancel)
    {
        if (settings.HasService)
        {
            var told = await api.PostToService(
                $"Services/{Uri.EscapeDataString(settings.Sender)}",
                [new("InboundRequestUrl", door.AbsoluteUri), new("InboundMethod", "POST"), new("StatusCallback", door.AbsoluteUri), new("UseInboundWebhookOnNumber", "false")],
                cancel);
            return told is Reply.Answer { Succeeded: true } ? null : FailureOf(told);
        }

        if (!settings.Sender.StartsWith('+')) return null;

        var numbers = await api.Get($"/IncomingPhoneNumbers.json?PhoneNumber={Uri.EscapeDataString(settings.Sender)}", cancel);
        if (numbers is not Reply.Answer { Succeeded: true } listed) return FailureOf(numbers);
        if (listed.Body["incoming_phone_numbers"].Items.FirstOrDefault()["sid"].Text is not { } sid) return new Check.Fails(NumberUnknown, $"The account has no number {settings.Sender}.");

        var set = await api.Post($"/IncomingPhoneNumbers/{Uri.EscapeDataString(sid)}.json", [new("SmsUrl", door.AbsoluteUri), new("SmsMethod", "POST")], cancel);
        return set is Reply.Answer { Succeeded: true } ? null : FailureOf(set);
    }

    private static Check.Fails FailureOf(Reply reply) =>
        reply is Reply.Answer answer && answer.Body["code"].Text is { } code
            ? new Check.Fails((int)answer.Status is 401 or 404 ? "token_invalid" : SmsErrors.CauseOf(code).Key, SmsErrors.WordsOf(code, answer.Body["message"].Text))
            : reply.AsFailure();
}
