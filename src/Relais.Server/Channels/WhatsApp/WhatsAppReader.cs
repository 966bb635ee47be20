using System.Globalization;
using System.Text.Json;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>
/// Turns one call of Meta's into facts. A call may hold changes of several accounts and numbers: only those of the
/// channel's own number are read, since every number has a channel, and so a door, of its own.
/// </summary>
internal sealed class WhatsAppReader(WhatsAppSettings settings, TimeProvider clock)
{
    private const string NumberMessages = "messages";

    public IEnumerable<Inbound> Read(ReadOnlySpan<byte> body)
    {
        var webhook = JsonSerializer.Deserialize(body, WhatsAppJson.Default.Webhook);
        return [.. from entry in webhook?.Entry ?? []
                   from change in entry.Changes ?? []
                   where change.Value is not null && IsOurs(entry, change.Value)
                   from fact in Read(change.Field ?? NumberMessages, change.Value!, TimeOf(entry.Time, clock.GetUtcNow()))
                   select fact];
    }

    /// <summary>Changes of the account as a whole name no number: they concern every channel of the account.</summary>
    private bool IsOurs(Entry entry, ChangeValue value) => value.Metadata?.PhoneNumberId is { } number
        ? number == settings.PhoneNumberId
        : entry.Id == settings.BusinessAccountId;

    private static IEnumerable<Inbound> Read(string field, ChangeValue value, DateTimeOffset sentAt) => field switch
    {
        NumberMessages => Messages(value, sentAt).Concat(Statuses(value, sentAt)).Concat(WhatsAppAccount.Problems(value.Errors, sentAt)),
        "smb_message_echoes" => Echoes(value, sentAt),
        "user_id_update" => IdentityChanges(value, sentAt),
        "user_preferences" => Preferences(value, sentAt),
        _ => WhatsAppAccount.Read(field, value, sentAt),
    };

    private static IEnumerable<Inbound> Messages(ChangeValue value, DateTimeOffset sentAt) =>
        from message in value.Messages ?? []
        let fact = WhatsAppMessages.FromCustomer(message, WhatsAppPeople.Author(message, value.Contacts ?? []), TimeOf(message.Timestamp, sentAt))
        where fact is not null
        select fact;

    private static IEnumerable<Inbound> Echoes(ChangeValue value, DateTimeOffset sentAt) =>
        from echo in value.MessageEchoes ?? []
        let fact = WhatsAppMessages.FromPhone(echo, WhatsAppPeople.Recipient(echo, value.Contacts ?? []), TimeOf(echo.Timestamp, sentAt))
        where fact is not null
        select fact;

    private static IEnumerable<Inbound> Statuses(ChangeValue value, DateTimeOffset sentAt)
    {
        foreach (var status in value.Statuses ?? [])
        {
            Guid? ours = Guid.TryParse(status.BizOpaqueCallbackData, out var id) ? id : null;
            if (StatusOf(status.Status) is not { } reached || (ours is null && status.Id is null)) continue;

            var at = TimeOf(status.Timestamp, sentAt);
            var error = reached == DeliveryStatus.Failed ? status.Errors is [var first, ..] ? first : new GraphError() : null;
            yield return new StatusIn(status.Id, ours, new DeliveryReport(
                reached, at, status.Id, error is null ? null : WhatsAppErrors.CauseOf(error).Key, error is null ? null : WhatsAppErrors.WordsOf(error)));
            foreach (var problem in WhatsAppAccount.Problems(status.Errors, at)) yield return problem;
        }
    }

    // "deleted" and "warning" occur in old recordings and mean nothing to us.
    private static DeliveryStatus? StatusOf(string? status) => status switch
    {
        "sent" => DeliveryStatus.Sent,
        "delivered" => DeliveryStatus.Delivered,
        "read" or "played" => DeliveryStatus.Read,
        "failed" => DeliveryStatus.Failed,
        _ => null,
    };

    private static IEnumerable<Inbound> IdentityChanges(ChangeValue value, DateTimeOffset sentAt) =>
        from update in value.UserIdUpdate ?? []
        let before = WhatsAppPeople.Of(update.WaId, update.UserId?.Previous, update.ParentUserId?.Previous, null)
        let now = WhatsAppPeople.Of(update.WaId, update.UserId?.Current, update.ParentUserId?.Current, null)
        where before is not null && now is not null
        select new IdentityIn(before, now, TimeOf(update.Timestamp, sentAt));

    /// <summary>The customer wants no more advertising, or wants it again: a line in the thread tells the agents.</summary>
    private static IEnumerable<Inbound> Preferences(ChangeValue value, DateTimeOffset sentAt) =>
        from preference in value.UserPreferences ?? []
        let who = WhatsAppPeople.Of(preference.WaId, preference.UserId, null, null)
        where who is not null
        let at = TimeOf(preference.Timestamp, sentAt)
        select new MessageIn(who, $"preference:{who.Ids[0]}:{preference.Value}:{at.ToUnixTimeSeconds()}", at)
        {
            Kind = MessageKind.System,
            Text = preference.Detail,
            Consent = preference.Value switch { "stop" => false, "resume" => true, _ => null },
            Extra = WhatsAppExtra.OfPreference(preference),
        };

    /// <summary>Seconds since 1970; milliseconds have been seen.</summary>
    private static DateTimeOffset TimeOf(string? timestamp, DateTimeOffset otherwise)
    {
        if (!long.TryParse(timestamp, CultureInfo.InvariantCulture, out var time) || time <= 0) return otherwise;

        const long latestInSeconds = 100_000_000_000;
        return time < latestInSeconds ? DateTimeOffset.FromUnixTimeSeconds(time)
            : time < latestInSeconds * 1000 ? DateTimeOffset.FromUnixTimeMilliseconds(time)
            : otherwise;
    }
}
