using System.Net;

namespace Relais.Server.Security.GuardedHttp;

/// <summary>A body that ends with an error where it grows too large or stands still for too long.</summary>
internal sealed class BoundedContent : HttpContent
{
    private readonly Stream body;

    private BoundedContent(HttpContent content, Stream body)
    {
        this.body = body;
        foreach (var header in content.Headers) Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    public static async Task<HttpContent> Of(HttpContent content, OutgoingRules rules, TimeProvider clock, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > rules.MaxBodyBytes) throw TooLarge();

        return new BoundedContent(content, new Bounded(await content.ReadAsStreamAsync(cancel), rules, clock));
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => body.CopyToAsync(stream);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        body.CopyToAsync(stream, cancellationToken);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(body);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) body.Dispose();
        base.Dispose(disposing);
    }

    private static HttpRequestException TooLarge() =>
        new(HttpRequestError.ConfigurationLimitExceeded, "The answer is larger than Relais takes.");

    private sealed class Bounded(Stream inner, OutgoingRules rules, TimeProvider clock) : Stream
    {
        private long taken;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => taken;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            using var patience = new CancellationTokenSource(rules.StandStillAtMost, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            try
            {
                return Count(await inner.ReadAsync(buffer, either.Token));
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer stood still for too long.");
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        private int Count(int bytes)
        {
            taken += bytes;
            return taken <= rules.MaxBodyBytes ? bytes : throw TooLarge();
        }
    }
}
