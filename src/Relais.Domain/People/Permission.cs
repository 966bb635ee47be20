namespace Relais.Domain.People;

/// <summary>What an endpoint may demand of the one who calls it.</summary>
public enum Permission
{
    /// <summary>Be signed in; nothing more.</summary>
    UseRelais,

    /// <summary>See conversations and contacts of one's own channels.</summary>
    SeeConversations,

    /// <summary>Move conversations to Pending, Resolved and back, and write notes.</summary>
    FileConversations,

    /// <summary>Write to contacts.</summary>
    AnswerConversations,

    /// <summary>Assign to oneself and to others.</summary>
    AssignConversations,

    /// <summary>Do the same to several conversations at once.</summary>
    ActInBulk,

    EditContacts,

    /// <summary>Make two contacts one, and two again.</summary>
    MergeContacts,

    /// <summary>Delete a contact with everything that is his, for good.</summary>
    DeleteContacts,

    /// <summary>Change colleagues' status, see reports.</summary>
    Supervise,

    /// <summary>Send templates to many contacts.</summary>
    SendBroadcasts,

    /// <summary>Everything in the settings.</summary>
    ManageSettings,
}

public static class RolePermissions
{
    private static readonly IReadOnlyList<Permission> Viewer =
        [Permission.UseRelais, Permission.SeeConversations, Permission.FileConversations];

    private static readonly IReadOnlyList<Permission> Agent =
        [.. Viewer, Permission.AnswerConversations, Permission.AssignConversations, Permission.ActInBulk, Permission.EditContacts];

    private static readonly IReadOnlyList<Permission> Supervisor = [.. Agent, Permission.Supervise, Permission.SendBroadcasts];

    private static readonly IReadOnlyList<Permission> Admin = [.. Supervisor, Permission.MergeContacts, Permission.DeleteContacts, Permission.ManageSettings];

    /// <summary>All a role may do. One table for the server, the screens and the tests.</summary>
    public static IReadOnlyList<Permission> Permissions(this Role role) => role switch
    {
        Role.Admin => Admin,
        Role.Supervisor => Supervisor,
        Role.Agent => Agent,
        _ => Viewer,
    };

    public static bool May(this Role role, Permission permission) => role.Permissions().Contains(permission);
}
