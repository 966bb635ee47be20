namespace Relais.Domain.People;

/// <summary>What a member is here for. Each role may do what the ones after it may, and more.</summary>
public enum Role
{
    /// <summary>Everything, including the settings.</summary>
    Admin,

    /// <summary>Watches, measures and helps: all an agent may do, and colleagues' status and reports.</summary>
    Supervisor,

    /// <summary>Answers customers.</summary>
    Agent,

    /// <summary>Sees, notes and files conversations, but does not answer (training).</summary>
    Viewer,
}
