using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Telegram;

/// <summary>Calls a method of the Bot API. The token is part of the address, so no address is ever shown to anybody.</summary>
internal sealed class TelegramApi(ProviderLine line, TelegramSettings settings)
{
    public Task<Reply> Call(string method, JsonObject fields, CancellationToken cancel) => Call(method, JsonContent.Create(fields), cancel);

    public async Task<Reply> Call(string method, HttpContent body, CancellationToken cancel)
    {
        if (!HasSoundToken) return new Reply.BadSettings("token_invalid", "The token of the bot in the settings is not well-formed.");
        if (AddressOf($"bot{settings.BotToken}/{method}") is not { } address)
            return new Reply.BadSettings("api_unreachable", "The address of the API in the settings is not well-formed.");

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        return await line.Ask(request, cancel);
    }

    /// <summary>A path may come from a server of the API that runs elsewhere: it stays within its folder.</summary>
    public async Task<Fetched> Download(string path, long largest, CancellationToken cancel)
    {
        var parts = path.Split('/');
        if (!HasSoundToken || path.StartsWith('/') || parts.Contains("..") || AddressOf($"file/bot{settings.BotToken}/{string.Join('/', parts.Select(Uri.EscapeDataString))}") is not { } address)
            return new Fetched.Gone("Telegram gave no usable path for the file.");

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await line.Download(request, largest, isTyped: false, cancel);
    }

    private bool HasSoundToken => settings.BotToken.Length > 0 && settings.BotToken.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '_' or '-');

    private Uri? AddressOf(string path) => Uri.TryCreate($"{settings.ApiUrl.TrimEnd('/')}/{path}", UriKind.Absolute, out var address) ? address : null;
}
