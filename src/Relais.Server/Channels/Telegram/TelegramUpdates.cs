using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Telegram;

/// <summary>
/// Asks Telegram for what came, each time waiting until something does. What it is told to begin after is forgotten there, so
/// that is only said once everything before it is in the journal. https://core.telegram.org/bots/api#getupdates
/// </summary>
internal sealed class TelegramUpdates(TelegramApi api, Guid channelId, ChannelMemory memory, TimeProvider clock)
{
    public const string OtherListener = "other_listener";

    private const string BookmarkKey = "updates";
    private const int WaitSeconds = 30;
    private const int Conflict = 409;

    /// <summary>Longer than Telegram is asked to wait.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(WaitSeconds + 15);

    /// <summary>A server that never waits is not asked without a pause.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>After a week without any, Telegram counts from another number, which may be lower.</summary>
    private static readonly TimeSpan BookmarkLife = TimeSpan.FromDays(5);

    /// <summary>Named one by one, since reactions are not told otherwise.</summary>
    public static JsonArray Allowed() =>
    [
        "message", "edited_message", "callback_query", "message_reaction", "my_chat_member",
        "business_connection", "business_message", "edited_business_message", "deleted_business_messages",
    ];

    /// <summary>The same whenever Telegram repeats itself, and another when it counts the same number again after years.</summary>
    public static string? KeyOf(LooseJson update) =>
        update["update_id"].Text is { Length: > 0 and <= 18 } id && id.All(char.IsAsciiDigit) ? $"{id}:{Convert.ToHexStringLower(SHA256.HashData(update.Bytes).AsSpan(0, 12))}" : null;

    public async Task Listen(Letterbox letterbox, CancellationToken cancel)
    {
        var bookmark = Bookmark.Parse(await memory.Recall(channelId, BookmarkKey, cancel));
        var stands = false;
        while (!cancel.IsCancellationRequested)
        {
            var asked = clock.GetTimestamp();
            var updates = await Next(clock.GetUtcNow() - bookmark.At < BookmarkLife ? bookmark.Offset : null, cancel);
            if (updates is not null && !stands) await letterbox.Stands(cancel);
            stands |= updates is not null;

            if (updates is { Count: > 0 })
            {
                await Task.WhenAll(updates.Select(update => letterbox.Put(KeyOf(update)!, update.Bytes, cancel)));
                bookmark = new Bookmark(updates.Max(IdOf) + 1, clock.GetUtcNow());
                await memory.Remember(channelId, BookmarkKey, bookmark.ToString(), cancel);
                foreach (var id in updates.Select(update => update["callback_query"]["id"].Text).OfType<string>()) await Acknowledge(id, cancel);
            }
            else if (clock.GetElapsedTime(asked) is var waited && waited < Pause)
            {
                await Task.Delay(Pause - waited, clock, cancel);
            }
        }
    }

    /// <summary>Null when something had to be put in order first.</summary>
    private async Task<IReadOnlyList<LooseJson>?> Next(long? offset, CancellationToken cancel)
    {
        var question = new JsonObject { ["timeout"] = WaitSeconds, ["limit"] = 100, ["allowed_updates"] = Allowed() };
        if (offset is not null) question["offset"] = offset;
        switch (await api.Call("getUpdates", question, cancel))
        {
            case Reply.Answer { Succeeded: true } answer when answer.Body["ok"].IsTrue:
                return [.. answer.Body["result"].Items.Where(update => KeyOf(update) is not null)];
            case Reply.Answer answer when TelegramErrors.IsOne(answer):
                await PutInOrder(answer, cancel);
                return null;
            case Reply.Answer answer:
                throw new HttpRequestException(answer.StatusWords);
            case Reply.BadSettings bad:
                throw new ListeningFailed(bad.Code, bad.Reason);
            case Reply.NeverLeft never:
                throw new HttpRequestException(never.Reason);
            case Reply.Lost lost:
                throw new HttpRequestException(lost.Reason);
            default:
                throw new InvalidOperationException("An ending without a name.");
        }
    }

    private async Task PutInOrder(Reply.Answer refusal, CancellationToken cancel)
    {
        var words = TelegramErrors.WordsOf(refusal);
        switch (refusal.Body["error_code"].Number)
        {
            case Conflict when words.Contains("webhook", StringComparison.OrdinalIgnoreCase):
                await api.Call("deleteWebhook", [], cancel);
                break;
            case Conflict:
                throw new ListeningFailed(OtherListener, words);
            case 429:
                await Task.Delay(TelegramErrors.WaitOf(refusal) ?? Pause, clock, cancel);
                break;
            case 401 or 404:
                throw new ListeningFailed("token_invalid", words);
            default:
                throw new HttpRequestException(words);
        }
    }

    /// <summary>Ends the little clock on a pressed button. Best effort: it ends by itself, too.</summary>
    private Task<Reply> Acknowledge(string query, CancellationToken cancel) =>
        api.Call("answerCallbackQuery", new JsonObject { ["callback_query_id"] = query }, cancel);

    private static long IdOf(LooseJson update) => long.Parse(update["update_id"].Text!, CultureInfo.InvariantCulture);

    /// <summary>The next update that is wanted, and when the last one came.</summary>
    private readonly record struct Bookmark(long? Offset, DateTimeOffset At)
    {
        public static Bookmark Parse(string? written) =>
            written?.Split(' ') is [var offset, var at] && long.TryParse(offset, CultureInfo.InvariantCulture, out var next) && long.TryParse(at, CultureInfo.InvariantCulture, out var seconds)
                ? new Bookmark(next, DateTimeOffset.FromUnixTimeSeconds(seconds))
                : default;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Offset} {At.ToUnixTimeSeconds()}");
    }
}
