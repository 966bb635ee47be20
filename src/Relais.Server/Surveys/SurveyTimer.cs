using Microsoft.EntityFrameworkCore;
using Relais.Server.Channels;
using Relais.Server.Conversations;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Surveys;

/// <summary>
/// Looks at a request whose time may have come: whether its contact is asked, or was silent for too long. Nobody takes it away when
/// the contact answers; it then finds that there is time left, or nothing to do.
/// </summary>
public sealed class SurveyTimer(ConnectedChannels channels, Wake wake, TimeProvider clock, SurveyMail? mail = null) : ITimedEffect
{
    public const string Name = "survey";

    public string Kind => Name;

    public async Task Fire(RelaisDb db, TimerRow timer, DateTimeOffset now, CancellationToken cancel)
    {
        var conversation = await db.LockConversation(timer.Subject, cancel);
        var request = await db.SurveyRequests.Where(row => row.ConversationId == timer.Subject).OrderByDescending(row => row.ResolvedAt).FirstOrDefaultAsync(cancel);
        if (conversation is null || request is null) return;

        db.Messages.AddRange(await new Surveying(db, channels, clock, mail).LookAfter(conversation, request, cancel));
        wake.Outbox.Ring();
    }
}
