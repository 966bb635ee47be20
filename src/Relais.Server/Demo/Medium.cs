namespace Relais.Server.Demo;

/// <summary>How customers of one channel reach the shop: through the same doors as anyone, with the same signatures.</summary>
public abstract class Medium
{
    /// <summary>The name in the story.</summary>
    public abstract string Name { get; }

    public abstract Guid ChannelId { get; }

    /// <summary>How this channel names a message the story calls so.</summary>
    public virtual string IdOf(string id) => id;

    /// <returns>The channel's id of the message.</returns>
    public abstract Task<string> Write(Customer from, Line line, string id, DateTimeOffset at, CancellationToken cancel);

    public virtual Task Like(Customer from, string externalId, CancellationToken cancel) => Task.CompletedTask;

    public virtual Task Type(Customer from, bool on, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The customer's device has it, then he has read it.</summary>
    public abstract Task Acknowledge(Answer answer, bool read, CancellationToken cancel);
}
