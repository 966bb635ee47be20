using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Notifications;

/// <summary>
/// Takes mails to the mail server: each is taken by one node before it is handed over, and never handed over again once that may
/// have succeeded. A mail lost in the very moment of a crash is better than one told twice: the bell still has it.
/// </summary>
public sealed partial class MailDelivery(IServiceScopeFactory scopes, SmtpSettings smtp, TimeProvider clock, ILogger<MailDelivery> log) : Worker(clock, log)
{
    private const int AtOnce = 20;
    private const string TakeSql = "UPDATE mails SET due_at = NULL WHERE id = @p0 AND due_at IS NOT NULL";
    private const string DoneSql = "DELETE FROM mails WHERE id = @p0";
    private const string LaterSql = "UPDATE mails SET due_at = @p1, attempt = @p2 WHERE id = @p0";

    /// <summary>So often, with pauses that double from a minute: a day and more.</summary>
    private const int Tries = 11;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    protected override TimeSpan Recovery => TimeSpan.FromSeconds(10);

    protected override async Task Round(CancellationToken cancel)
    {
        foreach (var mail in await Due(cancel))
        {
            if (await Run(TakeSql, [mail.Id], cancel) > 0) await Deliver(mail, cancel);
        }

        await Task.Delay(Beat, Clock, cancel);
    }

    private async Task Deliver(MailRow mail, CancellationToken cancel)
    {
        try
        {
            await HandOver(mail, cancel);
            await Run(DoneSql, [mail.Id], cancel);
        }
        catch (Refused refused)
        {
            LogFailed(Log, mail.MemberId, mail.Attempt + 1, refused.Message);
            if (refused.IsForGood || mail.Attempt + 1 >= Tries) await Run(DoneSql, [mail.Id], cancel);
            else await Run(LaterSql, [mail.Id, Clock.GetUtcNow() + TimeSpan.FromMinutes(1 << mail.Attempt), mail.Attempt + 1], cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            // The server fell silent after it was given the mail: it may have taken it.
            LogFailed(Log, mail.MemberId, mail.Attempt + 1, exception.Message);
            await Run(DoneSql, [mail.Id], cancel);
        }
    }

    /// <exception cref="Refused">It was not taken for sure.</exception>
    private async Task HandOver(MailRow mail, CancellationToken cancel)
    {
        using var content = new MemoryStream(mail.Content);
        using var message = await MimeMessage.LoadAsync(content, cancel);
        using var server = new SmtpClient();
        try
        {
            await server.ConnectAsync(smtp.Host, smtp.Port, Security, cancel);
            if (smtp.User is not null) await server.AuthenticateAsync(smtp.User, smtp.Password ?? "", cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            throw new Refused(exception, isForGood: false);
        }

        try
        {
            await server.SendAsync(message, cancel);
        }
        catch (SmtpCommandException exception)
        {
            throw new Refused(exception, isForGood: (int)exception.StatusCode >= 500);
        }

        await server.DisconnectAsync(quit: true, cancel);
    }

    private SecureSocketOptions Security => smtp.Security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private async Task<List<MailRow>> Due(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = Clock.GetUtcNow();
        return await db.Mails.IgnoreQueryFilters().AsNoTracking().Where(mail => mail.DueAt <= now).OrderBy(mail => mail.DueAt).Take(AtOnce).ToListAsync(cancel);
    }

    private async Task<int> Run(string sql, object?[] row, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        await using var turn = await db.BeginWrite(cancel);
        var touched = await db.Dialect.ExecuteMany(db, sql, [row], cancel);
        await turn.Commit(cancel);
        return touched[0];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail to member {Member} could not be sent, attempt {Attempt}: {Reason}")]
    private static partial void LogFailed(ILogger log, Guid member, int attempt, string reason);

    /// <summary>The mail server said no, or could not be reached.</summary>
    private sealed class Refused(Exception why, bool isForGood) : Exception(why.Message, why)
    {
        public bool IsForGood { get; } = isForGood;
    }
}
