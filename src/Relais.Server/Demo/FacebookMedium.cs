using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Relais.Server.Demo;

/// <summary>Who comments under the newest post of the shop's page: it arrives as Meta's webhooks do, signed over the raw bytes.</summary>
public sealed class FacebookMedium(HttpClient http, Uri home, Notebook notebook) : Medium
{
    public const string Page = "104512345678901";
    public const string Post = "104512345678901_7001";

    public override string Name => "facebook";

    public override Guid ChannelId => notebook.FacebookId;

    public override string IdOf(string id) => $"7001_{id}";

    public override async Task<string> Write(Customer from, Line line, string id, DateTimeOffset at, CancellationToken cancel)
    {
        var comment = IdOf(id);
        var value = new
        {
            item = "comment",
            verb = "add",
            comment_id = comment,
            post_id = Post,
            parent_id = Post,
            from = new { id = from.ExternalId, name = from.Name },
            message = line.Words,
            created_time = at.ToUnixTimeSeconds(),
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            @object = "page",
            entry = new[] { new { id = Page, time = at.ToUnixTimeSeconds(), changes = new[] { new { field = "feed", value } } } },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(home, $"channels/facebook/{ChannelId}")) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(notebook.AppSecret), body))}");
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return comment;
    }

    /// <summary>Nobody is told that an answer to a comment was read.</summary>
    public override Task Acknowledge(Answer answer, bool read, CancellationToken cancel) => Task.CompletedTask;
}
