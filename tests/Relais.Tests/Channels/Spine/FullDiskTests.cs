using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Spine;

/// <summary>A disk that is full: an honest 503, never a false 2xx, and all works again by itself once there is room.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_refuses_honestly_and_recovers_by_itself()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "The disk of the PostgreSQL server is not ours to fill.");
        using var disk = SmallDisk.Mount();
        Assert.SkipWhen(disk is null, "Only root on Linux may mount a small disk.");

        await using var post = await PigeonPost.Open(folder: disk.Folder);
        var zoe = await post.Write("Avant");
        disk.Fill();
        var acknowledged = new List<string>();
        while (await Deliver($"Pendant {acknowledged.Count}") is HttpStatusCode.OK) acknowledged.Count.ShouldBeLessThan(1000);

        using (var refused = await post.Knock(post.ChannelId, Padded("Jamais")))
            (refused.StatusCode, refused.Headers.RetryAfter is not null).ShouldBe((HttpStatusCode.ServiceUnavailable, true));
        var note = new { clientId = Guid.CreateVersion7(), text = new string('a', 9_000) };
        (await PigeonPost.Refusal(post.Ana, HttpMethod.Post, $"conversations/{zoe.Id()}/notes", note)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        disk.MakeRoom();
        for (var tries = 0; await Deliver("Après") is not HttpStatusCode.OK; tries++)
        {
            tries.ShouldBeLessThan(100);
            post.App.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50, PigeonPost.Cancel);
        }

        await post.App.ShouldBeSound();
        (await post.Messages(zoe.Id("threadId"))).Select(message => message.Text("text")).ShouldBe(["Avant", .. acknowledged, "Après"], ignoreOrder: true);

        async Task<HttpStatusCode> Deliver(string text)
        {
            using var response = await post.Knock(post.ChannelId, Padded(text));
            if (response.IsSuccessStatusCode && text != "Après") acknowledged.Add(text);
            return response.StatusCode;
        }

        StringContent Padded(string text) => new(
            post.Pigeon.Letter(() => [post.Says(text)]).Replace("}", $",\"padding\":\"{new string('a', 50_000)}\"}}", StringComparison.Ordinal), Encoding.UTF8, "application/json");
    }

    /// <summary>A few megabytes of memory, mounted as a disk.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly string mountPoint;

        private SmallDisk(string mountPoint) => this.mountPoint = mountPoint;

        public string Folder => Path.Combine(mountPoint, "data");

        private string Ballast => Path.Combine(mountPoint, "ballast");

        /// <summary>Null where one may not.</summary>
        public static SmallDisk? Mount()
        {
            if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return null;

            var folder = Directory.CreateTempSubdirectory("relais-disk.").FullName;
            if (!Run("mount", "-t", "tmpfs", "-o", "size=24m", "relais-test", folder))
            {
                Directory.Delete(folder);
                return null;
            }

            var disk = new SmallDisk(folder);
            Directory.CreateDirectory(disk.Folder);
            return disk;
        }

        public void Fill()
        {
            using var file = File.Create(Ballast);
            var block = new byte[64 * 1024];
            try
            {
                while (true)
                {
                    file.Write(block);
                    file.Flush();
                }
            }
            catch (IOException)
            {
                // Full: that is what we want.
            }
        }

        public void MakeRoom() => File.Delete(Ballast);

        public void Dispose()
        {
            Run("umount", "--lazy", mountPoint);
            Directory.Delete(mountPoint, recursive: true);
        }

        private static bool Run(string command, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
