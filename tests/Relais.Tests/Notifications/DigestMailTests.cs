using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Relais.Server.Notifications;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Notifications;

/// <summary>The e-mail of what was not read, through a real mail server.</summary>
public sealed class DigestMailTests : IAsyncLifetime
{
    private readonly MailServer server = new();
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open(services => services.AddMails(server.Settings));

    [Fact]
    public async Task What_is_not_read_in_time_comes_in_one_mail_in_ones_language_and_once()
    {
        await Assigned("Mon secret");
        await Assigned("Un autre", "yann");
        await Comes(() => server.Mails.Count == 1);
        post.App.Clock.Advance(TimeSpan.FromHours(2));
        await Task.Delay(100, Cancel);

        var mail = server.Mails.ShouldHaveSingleItem();
        (mail.Subject, mail.To.Mailboxes.Single().Address).ShouldBe(("2 notifications vous attendent dans Relais", "bruno@maison-lune.fr"));
        mail.TextBody!.ShouldContain("Ana vous a gardé la conversation de Zoe");
        mail.HtmlBody!.ShouldContain("/inbox/");
        $"{mail.TextBody}{mail.HtmlBody}".ShouldNotContain("secret");
        (await post.App.Look(db => db.Mails.IgnoreQueryFilters().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_read_in_time_is_not_mailed()
    {
        await Assigned("Bonjour");
        await post.Bruno.Put("notifications/read");
        await Assigned("Bonsoir", "yann");
        await Comes(() => server.Mails.Count == 1);

        server.Mails.Single().TextBody!.ShouldNotContain("Zoe");
    }

    [Fact]
    public async Task A_server_that_is_busy_gets_it_later_and_one_that_refuses_for_good_is_not_asked_again()
    {
        server.Answer = SmtpReplyCode.MailboxUnavailable;
        await Assigned("Bonjour");
        await Comes(async () => await post.App.Look(db => db.Mails.IgnoreQueryFilters().AnyAsync(row => row.Attempt > 0)) || server.Refused > 0);
        await Comes(async () => server.Refused > 0 && await post.App.Look(db => db.Mails.IgnoreQueryFilters().CountAsync()) == 0);

        server.Answer = SmtpReplyCode.ServiceUnavailable;
        await Assigned("Bonsoir", "yann");
        await Comes(async () => await post.App.Look(db => db.Mails.IgnoreQueryFilters().AnyAsync(row => row.Attempt > 0)));
        server.Answer = SmtpReplyCode.Ok;
        await Comes(() => server.Mails.Count == 1);
    }

    [Fact]
    public async Task One_click_ends_the_mails_and_nothing_else()
    {
        await Assigned("Bonjour");
        await Comes(() => server.Mails.Count == 1);
        var mail = server.Mails.Single();
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var address = new Uri(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).AbsolutePath["/api/v1/".Length..];

        using var mailProgram = post.App.Visitor();
        (await mailProgram.Send(HttpMethod.Post, address, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await mailProgram.Send(HttpMethod.Post, "digest-mails/nonsense/stop", new FormUrlEncodedContent([]))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var kinds = (await post.Bruno.Get("session/notification-preferences"))["kinds"]!.AsArray();
        kinds.ShouldAllBe(kind => kind!["ways"]!.AsArray().All(way => way!.GetValue<string>() != "email"));
        kinds.Single(kind => kind!.Text("kind") == "mentioned")!["ways"]!.AsArray().Count.ShouldBe(2);
    }

    public async ValueTask DisposeAsync()
    {
        await post.DisposeAsync();
        await server.DisposeAsync();
    }

    private async Task Assigned(string words, string customer = "zoe") =>
        await post.Ana.Put($"conversations/{(await post.Write(words, customer)).Id()}/assignee", new { memberId = post.Bruno.MemberId });

    private Task Comes(Func<bool> comes) => Comes(() => Task.FromResult(comes()));

    private async Task Comes(Func<Task<bool>> comes)
    {
        for (var tries = 0; !await comes(); tries++)
        {
            if (tries == 1000) throw new TimeoutException("What the test waits for does not come.");
            post.App.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(20, Cancel);
        }
    }

    /// <summary>A real mail server on a port of its own; it takes mails, or refuses them as told.</summary>
    private sealed class MailServer : MessageStore, IAsyncDisposable
    {
        private readonly CancellationTokenSource end = new();
        private readonly Task running;

        public MailServer()
        {
            var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            Settings = new SmtpSettings("127.0.0.1", port, SmtpSecurity.None, null, null, "relais@maison-lune.fr");
            var services = new SmtpServer.ComponentModel.ServiceProvider();
            services.Add(this);
            running = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("localhost").Port(port).Build(), services).StartAsync(end.Token);
        }

        public SmtpSettings Settings { get; }

        public ConcurrentQueue<MimeMessage> Mails { get; } = [];

        public SmtpReplyCode Answer { get; set; } = SmtpReplyCode.Ok;

        public int Refused { get; private set; }

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (Answer != SmtpReplyCode.Ok)
            {
                Refused++;
                return new SmtpResponse(Answer, "not now");
            }

            using var content = new MemoryStream(buffer.ToArray());
            Mails.Enqueue(await MimeMessage.LoadAsync(content, cancellationToken));
            return SmtpResponse.Ok;
        }

        public async ValueTask DisposeAsync()
        {
            await end.CancelAsync();
            await Task.WhenAny(running, Task.Delay(1000));
            end.Dispose();
        }
    }
}
