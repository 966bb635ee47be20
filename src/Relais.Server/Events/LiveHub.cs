using Microsoft.AspNetCore.SignalR;
using Relais.Domain.People;
using Relais.Server.Conversations;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Events;

/// <summary>The live line of a browser. It only hints: whatever it loses, the event feed still has.</summary>
public sealed class LiveHub(Audiences audiences, Presence presence, Viewers viewers, Entrance entrance, CurrentMember me) : Hub
{
    private const string Me = "member";

    public override async Task OnConnectedAsync()
    {
        // Asked again: where long polling carries the line, the request that was admitted is over already.
        if (Context.User is not { } user || SessionCookie.Read(user) is not { } session || !await entrance.Enter(session))
        {
            Context.Abort();
            return;
        }

        Context.Items[Me] = me;
        var audience = audiences.Join(Context.ConnectionId, me.OrganisationId, me.Sight);
        await Groups.AddToGroupAsync(Context.ConnectionId, audience.Name);
        await Groups.AddToGroupAsync(Context.ConnectionId, OrganisationGroup(me.OrganisationId));
        presence.Arrive(Context, me.OrganisationId, me.Id, session.Fingerprint);
        await Clients.Caller.SendAsync("presence", presence.Of(me.OrganisationId));
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (!Context.Items.ContainsKey(Me)) return;

        audiences.Leave(Context.ConnectionId);
        await viewers.Leave(Context.ConnectionId);
        presence.Depart(Context.ConnectionId);
    }

    /// <summary>How far the events reach: where a screen begins that has just loaded. Asked often enough, it is the heartbeat of the line.</summary>
    [HubAccess(Permission.UseRelais)]
    public async Task<long> Position(RelaisDb db)
    {
        presence.Hear(Context.ConnectionId);
        db.Scope = Member.OrganisationId;
        return await EventFeed.Position(db, Context.ConnectionAborted);
    }

    /// <summary>I am looking at this conversation now (null = at none). Returns who else is.</summary>
    [HubAccess(Permission.SeeConversations)]
    public async Task<IReadOnlyList<Viewer>> Watch(Guid? conversationId, RelaisDb db)
    {
        await viewers.Leave(Context.ConnectionId);
        if (conversationId is not { } id) return [];

        db.Scope = Member.OrganisationId;
        var conversation = await db.Conversations.VisibleTo(Member, db).Find(id, Context.ConnectionAborted);
        if (conversation is null) return [];

        await Groups.AddToGroupAsync(Context.ConnectionId, Viewers.Group(conversation.ThreadId));
        return await viewers.Join(Context.ConnectionId, conversation, Member.Id);
    }

    /// <summary>I am typing, or stopped.</summary>
    [HubAccess(Permission.AnswerConversations)]
    public async Task Typing(bool on) => await viewers.Type(Context.ConnectionId, on);

    internal static string OrganisationGroup(Guid organisationId) => $"organisation:{organisationId:N}";

    private CurrentMember Member => (CurrentMember)Context.Items[Me]!;
}
