namespace Relais.Server.Channels;

/// <summary>What came of asking the provider whether a channel works.</summary>
public abstract record Check
{
    private Check()
    {
    }

    /// <summary>It works. The account is as whom the provider knows us, for instance <c>@maison_lune</c>.</summary>
    public sealed record Works(string Account) : Check;

    /// <summary>It does not. The code has a text <c>error.{code}</c> and an advice <c>advice.{code}</c>.</summary>
    public sealed record Fails(string Code, string Reason) : Check
    {
        /// <summary>As who sends found out.</summary>
        public static Fails Of(Delivery.BadSettings found) =>
            found.Reason.Split(": ", 2) is [var code, var reason] ? new Fails(code, reason) : new Fails("settings", found.Reason);
    }

    /// <summary>There is nobody to ask.</summary>
    public sealed record Untried : Check
    {
        public static Task<Check> Always { get; } = Task.FromResult<Check>(new Untried());
    }
}
