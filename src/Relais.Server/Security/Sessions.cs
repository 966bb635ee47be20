namespace Relais.Server.Security;

/// <summary>Tells long-lived connections that a member's sessions have ended: his password, role or status changed.</summary>
public sealed class Sessions
{
    private readonly List<Action<Guid>> listeners = [];

    /// <summary>Called with the member whose connections must close. Listeners are added at start, are quick and do not throw.</summary>
    public void WhenEnded(Action<Guid> listener) => listeners.Add(listener);

    /// <summary>Call it after the commit.</summary>
    public void End(Guid memberId) => listeners.ForEach(listener => listener(memberId));
}
