using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Channels;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>Where the programs of custom virtual agents knock: to do something of their own accord, and to bring files.</summary>
public static class AgentDoors
{
    public const long LargestFile = 10 * 1024 * 1024 - 1;

    private const int LongestBody = 256 * 1024;
    private const int LongestKey = 200;
    private const int LongestName = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A stored file.</summary>
    /// <param name="UploadId">Goes into a message's <c>attachment</c>.</param>
    public sealed record Stored(Guid UploadId, string Name, string ContentType, long Size);

    public static void Map(IEndpointRouteBuilder app)
    {
        var doors = app.MapGroup("/api/virtual-agents/v1/{agentId:guid}").WithTags("Virtual agents: their programs");
        doors.MapPost("/conversations/{conversationId:guid}/actions", Act)
            .Open("The program proves itself by its token.").DisableAntiforgery()
            .WithName("ActAsVirtualAgent").WithSummary("Says and does something in a conversation the virtual agent has")
            .WithDescription(
                "The same words as in the response to an event. With an `Idempotency-Key` (the key of the event, or one of your own) the same " +
                "call twice has one effect. 404 once the conversation is no longer the virtual agent's: a person has taken over, or it is done.")
            .Accepts<AgentAnswer>("application/json").Produces<AgentDone>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        doors.MapPost("/uploads", Upload)
            .Open("The program proves itself by its token.").DisableAntiforgery()
            .WithName("UploadAsVirtualAgent").WithSummary("Stores a file that a message will carry")
            .WithDescription("Multipart with one field `file`, smaller than 10 MB, its name of letters, digits, '-', '_' and '.'.")
            .WithMetadata(new RequestSizeLimitAttribute(LargestFile + 65_536))
            .Accepts<IFormFile>("multipart/form-data").Produces<Stored>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> Act(Guid agentId, Guid conversationId, HttpContext http, CancellationToken cancel)
    {
        var services = http.RequestServices;
        var (agent, refusal) = await Enter(agentId, http, cancel);
        if (agent is null) return refusal!;
        if (KeyOf(http.Request) is not { } key) return Problems.Result(StatusCodes.Status400BadRequest, "request.malformed", $"Send an Idempotency-Key of at most {LongestKey} characters.");
        if (await Body(http.Request, cancel) is not { } body) return Problems.Result(StatusCodes.Status413PayloadTooLarge, "request.too_large", $"Send at most {LongestBody} bytes.");

        var answer = AgentAnswer.Read(body);
        var db = services.GetRequiredService<RelaisDb>();
        var acting = services.GetRequiredService<AgentActing>();
        await using var turn = await db.BeginWrite(cancel);
        var conversation = await acting.Hold(agentId, conversationId, cancel);
        if (conversation is null)
            return await acting.IsDone(conversationId, key, cancel)
                ? TypedResults.Ok(AgentDone.Before)
                : Problems.Result(StatusCodes.Status404NotFound, "not_found", "This conversation is not, or no longer, in the hands of this virtual agent.");

        var done = await acting.Do(conversation, answer, key, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        services.GetRequiredService<Wake>().Outbox.Ring();
        if (answer.IndicateTyping == true) services.GetRequiredService<Signals>().Typing(conversation.ThreadId, on: true);
        return TypedResults.Ok(done);
    }

    /// <summary>The form is read only after the token was seen: a stranger fills no disk.</summary>
    private static async Task<IResult> Upload(Guid agentId, HttpContext http, CancellationToken cancel)
    {
        var services = http.RequestServices;
        var (agent, refusal) = await Enter(agentId, http, cancel);
        if (agent is null) return refusal!;
        if (!http.Request.HasFormContentType) return Problems.Result(StatusCodes.Status400BadRequest, "request.malformed", "Send multipart/form-data with a field 'file'.");

        var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = LargestFile + 65_536 }, cancel);
        if (form.Files.GetFile("file") is not { } file) return Problems.Result(StatusCodes.Status400BadRequest, "request.malformed", "Send multipart/form-data with a field 'file'.");
        if (file.Length == 0) throw new RuleViolation("attachment.empty", "The file is empty.");
        if (file.Length > LargestFile) return Problems.Result(StatusCodes.Status413PayloadTooLarge, "request.too_large", "Send files smaller than 10 MB.");
        if (!IsName(file.FileName)) throw new RuleViolation("attachment.name", "Name the file with letters, digits, '-', '_' and '.' only.");

        var db = services.GetRequiredService<RelaisDb>();
        await using var content = file.OpenReadStream();
        var stored = await services.GetRequiredService<FileStore>().Save(content, LargestFile, channelId: null, cancel);
        var type = string.IsNullOrEmpty(file.ContentType) ? "application/octet-stream" : file.ContentType;
        var attachment = Attachment.InStore(agent.OrganisationId, UploadFile.KindOf(type), file.FileName, type, stored.Key, stored.Size, agent.Id, services.GetRequiredService<TimeProvider>().GetUtcNow());
        db.Attachments.Add(attachment);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created((string?)null, new Stored(attachment.Id, attachment.Name, attachment.ContentType, attachment.Size));
    }

    /// <summary>Whoever shows no token learns nothing, not even whether there is such a virtual agent.</summary>
    private static async Task<(CustomAgent? Agent, IResult? Refusal)> Enter(Guid agentId, HttpContext http, CancellationToken cancel)
    {
        var services = http.RequestServices;
        var db = services.GetRequiredService<RelaisDb>();
        var agent = await db.CustomAgents.IgnoreQueryFilters().AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(row => row.Id == agentId, cancel);
        if (agent is null || !HasToken(services.GetRequiredService<AgentVault>().Open(agent).Token, http.Request, services.GetRequiredService<TimeProvider>().GetUtcNow()))
            return (null, Problems.Result(StatusCodes.Status401Unauthorized, "token.wrong", "Send 'Authorization: Bearer' with this virtual agent's token."));

        if (!services.GetRequiredService<AgentPace>().Admits(agentId))
        {
            http.Response.Headers.RetryAfter = ((int)Pause.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return (null, Problems.Result(StatusCodes.Status429TooManyRequests, "too_many_requests", "Come again in a second."));
        }

        db.Scope = agent.OrganisationId;
        return (agent, null);
    }

    private static bool HasToken(AgentSecret token, HttpRequest request, DateTimeOffset now) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && token.Valid(now).Aggregate(false, (known, value) => CallSignature.SameSecret(value, header[7..].Trim()) || known);

    /// <summary>Without one, each call stands for itself. Null when it is no key.</summary>
    private static string? KeyOf(HttpRequest request) => request.Headers["Idempotency-Key"] switch
    {
        [] => Ids.Next().ToString(),
        [{ Length: > 0 and <= LongestKey } key] => key,
        _ => null,
    };

    private static async Task<byte[]?> Body(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > LongestBody) return null;

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancel) is var read and > 0)
        {
            if (body.Length + read > LongestBody) return null;

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.');
}

/// <summary>How often one program may call: enough for any conversation, too little to wear the store out.</summary>
internal sealed class AgentPace : IDisposable
{
    private const int Burst = 100;
    private const int PerSecond = 20;

    private readonly PartitionedRateLimiter<Guid> buckets = PartitionedRateLimiter.Create<Guid, Guid>(agent => RateLimitPartition.GetTokenBucketLimiter(agent, _ =>
        new TokenBucketRateLimiterOptions { TokenLimit = Burst, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));

    public bool Admits(Guid agentId)
    {
        using var lease = buckets.AttemptAcquire(agentId);
        return lease.IsAcquired;
    }

    public void Dispose() => buckets.Dispose();
}
