using System.Text;
using Relais.Domain.Conversations;
using Relais.Server.Channels.Messenger;

namespace Relais.Tests.Channels.Messenger;

/// <summary>A file is what its bytes say, not what a browser claims.</summary>
public sealed class VisitorFilesTests
{
    [Theory]
    [InlineData("image/png", AttachmentKind.Image)]
    [InlineData("IMAGE/JPEG; charset=x", AttachmentKind.Image)]
    [InlineData("application/pdf", AttachmentKind.Document)]
    [InlineData("audio/webm;codecs=opus", AttachmentKind.Audio)]
    public void Known_kinds_are_taken(string type, AttachmentKind kind) => VisitorFiles.KindOf(type).ShouldBe(kind);

    [Theory]
    [InlineData("image/svg+xml")]
    [InlineData("text/html")]
    [InlineData("application/x-msdownload")]
    [InlineData("")]
    public void Everything_else_is_not(string type) => VisitorFiles.KindOf(type).ShouldBeNull();

    [Theory]
    [InlineData("image/png", "<html><script>", false)]
    [InlineData("image/jpeg", "GIF89a", false)]
    [InlineData("image/gif", "GIF89a", true)]
    [InlineData("image/webp", "RIFF\u0001\u0002\u0003\u0004WEBPVP8 ", true)]
    [InlineData("application/pdf", "%PDF-1.7", true)]
    [InlineData("application/pdf", "MZ", false)]
    [InlineData("text/plain", "Bonjour", true)]
    [InlineData("text/plain", "  \r\n<!doctype html>", false)]
    public void Bytes_must_fit_the_claim(string type, string head, bool fits) =>
        VisitorFiles.Matches(type, Encoding.UTF8.GetBytes(head)).ShouldBe(fits);
}
