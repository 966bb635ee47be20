using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Relais.Bench;

/// <summary>
/// How fast a mailbox is taken in: a night's mails lie in a real Dovecot at once, and become messages. From the moment they lie there
/// until the API shows the event of the last; files, journal and conversations are on the disk by then.
/// </summary>
internal static class MailBenchmark
{
    private const int MailsOfOne = 5;

    /// <summary>What a busy house gets in its busiest seconds.</summary>
    private const double BusySecond = 34;

    public static async Task Run(string kind, Plan plan, Report report)
    {
        var count = plan.Size(10_000);
        List<double> taken = [], cpu = [];
        await using var server = await Product.Start(kind, "--allow-private-hosts");
        await using var box = await DovecotBox.Start();
        var settings = new
        {
            address = DovecotBox.Address, imapHost = "127.0.0.1", imapPort = box.Port, imapSecurity = "none", password = DovecotBox.Password, smtpHost = "127.0.0.1", smtpPort = 25, smtpSecurity = "none",
        };
        await server.Post("channels", new { kind = "mail", name = "contact", settings });
        await Until(server, "SELECT count(*) FROM channel_state WHERE key = 'place'", 1);
        var made = await Burst(server, box, count / 10, 0);
        for (var run = 0; run < plan.Runs; run++)
        {
            var (spent, begin) = (server.Child.Cpu, Stopwatch.GetTimestamp());
            made = await Burst(server, box, count, made);
            taken.Add(count / Stopwatch.GetElapsedTime(begin).TotalSeconds);
            cpu.Add((server.Child.Cpu - spent).TotalMicroseconds / count);
        }

        report.Breach($"{kind} mail", await server.BreachesOfTheStore());
        report.AtLeast(kind, $"M1 {count} mails of one mailbox taken in, ten times a busy second's", "/s", taken, 10 * BusySecond);
        report.Show(kind, "processor time of the server for each mail", "µs", cpu);
    }

    private static async Task<int> Burst(Product server, DovecotBox box, int count, int made)
    {
        box.Deliver(Enumerable.Range(made, count).Select(Mail));
        await Until(server, "SELECT count(*) FROM messages", made + count);
        await server.Rest();
        return made + count;
    }

    private static string Mail(int number)
    {
        var customer = number / MailsOfOne;
        var words = new StringBuilder();
        for (var line = 0; line < 20; line++) words.Append(CultureInfo.InvariantCulture, $"Ligne {line} : où en est ma commande {number}, s'il vous plaît ?\r\n");
        return $"From: Client {customer} <client{customer}@exemple.example>\r\nTo: {DovecotBox.Address}\r\nSubject: Commande {number}\r\nMessage-ID: <{number}@exemple.example>\r\n"
            + $"Date: {TimeProvider.System.GetUtcNow():r}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{words}";
    }

    private static async Task Until(Product server, string count, long atLeast)
    {
        await using var connection = await server.Store.Open();
        while (await Store.Ask<long>(connection, count) < atLeast) await Task.Delay(20);
    }
}
