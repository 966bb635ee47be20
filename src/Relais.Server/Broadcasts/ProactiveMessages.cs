using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Broadcasts;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Broadcasts;

/// <summary>A program writes to somebody who does not wait for it, with a template; and asks later what became of it.</summary>
public static class ProactiveMessages
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <param name="ContactId">To whom: a contact…</param>
    /// <param name="Recipient">…or a telephone number with its country.</param>
    /// <param name="Name">What to call him, where nobody is known under the number.</param>
    /// <param name="Values">What fills the gaps of the template, as in a broadcast.</param>
    /// <param name="Consent">How one knows that he agrees, where nobody has said so yet.</param>
    /// <param name="Metadata">Given back with the status.</param>
    public sealed record Request(
        Guid ChannelId, Guid? ContactId, string? Recipient, string? Name, string Template, string Language, IReadOnlyList<string?>? Values, string? Consent, string? Metadata);

    /// <param name="Reason">Why it failed: a code of the channel, or why the contact is not written to.</param>
    /// <param name="Words">The same in the provider's words.</param>
    public sealed record Answer(
        Guid Id, SentStatus Status, string? Reason, string? Words, Guid ChannelId, Guid? ContactId, Guid? ConversationId, Guid? MessageId, string? Metadata, DateTimeOffset CreatedAt);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/proactive-messages", Send)
            .Needs(Permission.Supervise)
            .WithName("SendProactiveMessage").WithTags("Broadcasts").WithSummary("Write to somebody first, with a template; 60 a minute")
            .Produces<Answer>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        routes.MapGet("/proactive-messages/{id:guid}", Show)
            .Needs(Permission.Supervise)
            .WithName("ShowProactiveMessage").WithTags("Broadcasts").WithSummary("What became of a message a program sent")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Send(Request request, HttpContext http, BroadcastDesk desk, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(http.Request, me, "proactive message");
        if (await Find(db, me, id, cancel) is { } earlier) return Accepted(earlier);

        var plan = await desk.Plan(request.ChannelId, request.Template, request.Language, request.Values ?? [], request.Consent, mayBeEmpty: false, cancel);
        if (await CandidateOf(request, db, me, cancel) is not { } someone) return TypedResults.NotFound();

        var approach = await desk.Approach(plan, someone, cancel);
        var content = plan.Values.For(approach.Contact ?? new Contact(me.OrganisationId, new Profile(request.Name), desk.Now), null)
            ?? throw new RuleViolation("template.variables", "Fill in every variable of the template.");
        await using var turn = await desk.Begin(cancel);
        if (await Find(db, me, id, cancel) is { } meanwhile) return Accepted(meanwhile);
        if (await FullUntil(db, desk.Now, cancel) is { } until) return TooMany(http, until - desk.Now);

        var to = new Addressee(approach.Contact?.Id, approach.Contact?.DisplayName ?? request.Name, approach.Address);
        var message = ProactiveMessage.OfProgram(plan.Channel.Id, to, desk.By, desk.Now, me.OrganisationId, id);
        message.Say(content, plan.Consent, request.Metadata);
        db.ProactiveMessages.Add(message);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        desk.Ring();
        return Accepted(AnswerOf(message, null));
    }

    private static async Task<IResult> Show(Guid id, RelaisDb db, CurrentMember me, CancellationToken cancel) =>
        await Find(db, me, id, cancel) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    /// <returns>Null when there is no such contact for this member.</returns>
    /// <exception cref="RuleViolation"><c>proactive.recipient</c>.</exception>
    private static async Task<Candidate?> CandidateOf(Request request, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        if (request.ContactId is { } id)
            return await db.Contacts.AsNoTracking().VisibleTo(me, db).Standing(id, db, cancel) is { } contact ? new Candidate(contact) : null;
        if (NumberList.NumberIn(request.Recipient ?? "") is null)
            throw new RuleViolation("proactive.recipient", "Say to whom: the id of a contact, or a telephone number with its country, such as +33612345678.");

        return new Candidate(null, request.Name, request.Recipient);
    }

    /// <summary>When there is room for one more; null = now.</summary>
    private static async Task<DateTimeOffset?> FullUntil(RelaisDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Minute;
        var last = await db.ProactiveMessages.Where(row => row.BroadcastId == null && row.CreatedAt > since)
            .OrderByDescending(row => row.CreatedAt).Select(row => row.CreatedAt).Take(ProactivePace.PerMinute).ToListAsync(cancel);
        return last.Count == ProactivePace.PerMinute ? last[^1] + Minute : null;
    }

    private static IResult TooMany(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problems.Result(StatusCodes.Status429TooManyRequests, "proactive.too_many", $"At most {ProactivePace.PerMinute} messages a minute: come again later.");
    }

    private static Accepted<Answer> Accepted(Answer answer) => TypedResults.Accepted($"/api/v1/proactive-messages/{answer.Id}", answer);

    private static async Task<Answer?> Find(RelaisDb db, CurrentMember me, Guid? id, CancellationToken cancel)
    {
        if (id is null || await db.ProactiveMessages.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.BroadcastId == null, cancel) is not { } row || !me.MaySee(row.ChannelId)) return null;

        return AnswerOf(row, row.MessageId is { } message ? await db.Messages.AsNoTracking().FirstOrDefaultAsync(one => one.Id == message, cancel) : null);
    }

    private static Answer AnswerOf(ProactiveMessage row, Message? message) => new(
        row.Id,
        ProactiveStatuses.StatusOf(row.State, message?.Delivery) switch
        {
            ProactiveStatus.Waiting or ProactiveStatus.Underway => SentStatus.Processing,
            ProactiveStatus.Sent => SentStatus.Sent,
            ProactiveStatus.Delivered or ProactiveStatus.Read => SentStatus.Delivered,
            _ => SentStatus.Failed,
        },
        row.Reason is { } reason ? JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()) : message?.DeliveryCode,
        message?.DeliveryReason,
        row.ChannelId, row.ContactId, row.ConversationId, row.MessageId, row.Metadata, row.CreatedAt);
}

/// <summary>How far a message of a program got.</summary>
public enum SentStatus
{
    Processing,
    Sent,
    Delivered,
    Failed,
}
