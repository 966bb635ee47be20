namespace Relais.Tests.Channels;

/// <summary>A test in which something no one here wrote says whether a channel is right; docs/channels.md lists them.</summary>
/// <param name="referee">Its package, or the program.</param>
/// <param name="what">What it checks, as the end of a sentence that begins with its name.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class CheckedByAttribute(string referee, string what) : Attribute
{
    public string Referee { get; } = referee;

    public string What { get; } = what;
}
