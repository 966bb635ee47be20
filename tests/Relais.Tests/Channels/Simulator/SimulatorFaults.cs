using System.Collections.Concurrent;

namespace Relais.Tests.Channels.Simulator;

/// <summary>What goes wrong, switched on and off while it runs.</summary>
public sealed class SimulatorFaults
{
    /// <summary>Each is used up by one send, in this order.</summary>
    public ConcurrentQueue<SendFault> NextSends { get; } = new();

    /// <summary>For every send while it is set, once <see cref="NextSends"/> is empty.</summary>
    public SendFault? EverySend { get; set; }

    /// <summary>How long an address of a file lives.</summary>
    public TimeSpan MediaLife { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often every webhook is delivered, all at once.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>Holds webhooks back; <see cref="MetaWebhooks.Release"/> sends them, the newest first.</summary>
    public bool HoldBack { get; set; }

    /// <summary>Before each webhook.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Signs with another secret, as a stranger would.</summary>
    public bool WrongSignature { get; set; }

    internal SendFault? Take() => NextSends.TryDequeue(out var fault) ? fault : EverySend;
}

/// <summary>What happens to one send.</summary>
public abstract record SendFault
{
    private SendFault()
    {
    }

    /// <summary>429, with a time to come back.</summary>
    public sealed record TooMany(TimeSpan After) : SendFault;

    /// <summary>An error in Meta's words.</summary>
    public sealed record Refused(int Code, string Details, int Status = 400) : SendFault;

    /// <summary>A page of something in between instead of JSON.</summary>
    public sealed record Page(int Status) : SendFault;

    /// <summary>The message is accepted, but its answer never arrives.</summary>
    public sealed record AnswerLost : SendFault;

    /// <summary>The line breaks before the message is accepted.</summary>
    public sealed record LineBroken : SendFault;

    /// <summary>Everything is well, but slow.</summary>
    public sealed record Slow(TimeSpan For) : SendFault;
}
