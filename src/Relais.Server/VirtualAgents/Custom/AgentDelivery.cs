using System.Text;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>
/// Tells a program one event, does what it answers, and writes down how that ended: all of it, or nothing of it. Where it cannot be
/// told, or what it answered cannot be done, people get the conversation.
/// </summary>
internal sealed class AgentDelivery(IServiceScopeFactory scopes, AgentCaller caller, Signals signals, Wake wake, TimeProvider clock)
{
    /// <summary>So much of what was told and answered is kept to be looked at.</summary>
    private const int KeptText = 20_000;

    /// <summary>So long an event waits for the files of its message: a picture tells more than its place.</summary>
    private static readonly TimeSpan FilePatience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FileGlance = TimeSpan.FromMilliseconds(500);

    public async Task Carry(AgentEventRow row, CancellationToken cancel)
    {
        var (call, isLater) = await Load(row, cancel);
        if (isLater) return;
        if (call is null)
        {
            await Drop(row, cancel);
            return;
        }

        var reply = await caller.Tell(call.Agent, call.Body, cancel);
        try
        {
            await Settle(row, call, reply, cancel);
        }
        catch (RuleViolation broken)
        {
            await Settle(row, call, reply with { Problem = broken.Code }, cancel);
        }

        wake.Outbox.Ring();
    }

    /// <summary>What is told, as things stand now; nothing when the conversation is no longer the program's.</summary>
    private async Task<(Call? Call, bool IsLater)> Load(AgentEventRow row, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Of(scope, row);
        var writing = new AgentEventWriting(db, scope.ServiceProvider.GetRequiredService<SiteAddress>());
        if (row.Kind == AgentEventKind.Received && clock.GetUtcNow() - row.At < FilePatience && await writing.AwaitsFiles(row, cancel))
        {
            await Postpone(db, row, cancel);
            return (null, true);
        }

        var agent = await db.CustomAgents.AsNoTracking().OrderBy(one => one.Id).FirstOrDefaultAsync(one => one.Id == row.AgentId, cancel);
        var isHeld = await db.CustomRuns.AnyAsync(run => run.Id == row.ConversationId && run.AgentId == row.AgentId, cancel);
        if (agent is null || agent.WebhookUrl.Length == 0 || !(isHeld && agent.IsEnabled) && !row.IsRepeat) return (null, false);

        return await writing.Of(row, cancel) is { } told ? (new Call(agent, told.ToBytes()), false) : (null, false);
    }

    private async Task Settle(AgentEventRow claim, Call call, AgentReply reply, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Of(scope, claim);
        var acting = scope.ServiceProvider.GetRequiredService<AgentActing>();
        await using var turn = await db.BeginWrite(cancel);
        var conversation = await acting.Hold(claim.AgentId, claim.ConversationId, cancel);
        if (await db.AgentEvents.FirstOrDefaultAsync(row => row.Id == claim.Id, cancel) is not { State: AgentEventState.Sending } row) return;

        WriteDown(row, call, reply);
        Guid? typing = null;
        if (reply.Problem is null && conversation is not null)
        {
            var answer = AgentAnswer.Parse(reply.Body);
            await acting.Do(conversation, answer, claim.Id.ToString(), cancel);
            typing = answer.IndicateTyping == true ? conversation.ThreadId : null;
        }
        else if (reply.Problem is not null && conversation is not null && !row.IsRepeat)
        {
            var calls = scope.ServiceProvider.GetRequiredService<AgentCalls>();
            var run = await db.CustomRuns.AsNoTracking().FirstAsync(one => one.Id == conversation.Id, cancel);
            var reason = reply.Status is >= 200 and < 300 ? HandOverReason.Faulty : HandOverReason.Unreachable;
            db.Messages.AddRange(await calls.End(conversation, run, reason, reason == HandOverReason.Faulty ? reply.Problem : reply.Cause, cancel));
        }

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        if (typing is { } thread) signals.Typing(thread, on: true);
    }

    private void WriteDown(AgentEventRow row, Call call, AgentReply reply)
    {
        row.State = reply.Problem is null ? AgentEventState.Delivered : AgentEventState.Failed;
        row.LeaseUntil = null;
        row.EndedAt = clock.GetUtcNow();
        row.Attempt = reply.Attempts;
        row.Status = reply.Status;
        row.Milliseconds = (int)reply.Time.TotalMilliseconds;
        row.Problem = Texts.Fit(reply.Problem, 100);
        row.Request = Texts.Fit(Encoding.UTF8.GetString(call.Body), KeptText);
        row.Answer = Texts.Fit(reply.Text, KeptText);
    }

    private async Task Postpone(RelaisDb db, AgentEventRow claim, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await db.AgentEvents.FirstOrDefaultAsync(row => row.Id == claim.Id, cancel) is not { } row) return;

        (row.State, row.LeaseUntil, row.DueAt) = (AgentEventState.Waiting, null, clock.GetUtcNow() + FileGlance);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
    }

    private async Task Drop(AgentEventRow claim, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Of(scope, claim);
        await using var turn = await db.BeginWrite(cancel);
        if (await db.AgentEvents.FirstOrDefaultAsync(row => row.Id == claim.Id, cancel) is not { } row) return;

        (row.State, row.LeaseUntil, row.EndedAt) = (AgentEventState.Dropped, null, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
    }

    private static RelaisDb Of(AsyncServiceScope scope, AgentEventRow row)
    {
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = row.OrganisationId;
        return db;
    }

    private sealed record Call(CustomAgent Agent, byte[] Body);
}
