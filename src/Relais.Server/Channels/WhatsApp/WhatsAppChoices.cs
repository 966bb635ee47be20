namespace Relais.Server.Channels.WhatsApp;

/// <summary>What a customer may choose from: up to three buttons under the message, more as a list behind one.
/// https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages</summary>
internal static class WhatsAppChoices
{
    private const int MostButtons = 3;

    /// <summary>The opener of a list has 20 characters, and no language of its own: three dots are understood everywhere.</summary>
    private const string Opener = "•••";

    public static readonly ChoiceLimits Limits = new(Max: 10, MaxLabel: 20, MaxText: 1024);

    public static SendInteractive Of(Outgoing answer)
    {
        var replies = answer.Choices.Select((label, index) => new SendReply($"{answer.MessageId:N}-{index + 1}", label)).ToList();
        return replies.Count <= MostButtons
            ? new SendInteractive("button", new SendBody(answer.Text), new SendAction([.. replies.Select(reply => new SendButton(reply))], null, null))
            : new SendInteractive("list", new SendBody(answer.Text), new SendAction(null, Opener, [new SendSection(replies)]));
    }
}
