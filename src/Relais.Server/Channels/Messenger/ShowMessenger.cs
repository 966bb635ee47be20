using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.Hours;
using Relais.Server.Hours;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Messenger;

/// <summary>What a page must know to draw the messenger. Public by nature.</summary>
internal static class ShowMessenger
{
    public static void Map(RouteGroupBuilder doors) => doors.MapGet("/config", Handle)
        .Open("Every visitor of the site sees it.")
        .WithMetadata(new DoorRule(false, null, ForAnyPage: true))
        .WithName("ShowMessenger").WithSummary("The public settings of a messenger.");

    private static async Task<Ok<MessengerLook>> Handle(Guid channelId, HttpContext http, RelaisDb db, TimeProvider clock, CancellationToken cancel)
    {
        var settings = Visit.Of(http).Settings;
        db.Scope = Visit.Of(http).Channel.OrganisationId;
        var timetable = await db.TimetableOf(channelId, cancel);
        return TypedResults.Ok(new MessengerLook(
            settings.BusinessName,
            settings.Greeting,
            settings.Language,
            new Colors(settings.BrandColor, settings.ConversationColor, settings.ActionColor),
            settings.RequireIdentity,
            MessengerChannel.MaxText,
            settings.FileUpload ? Uploads : null,
            settings.PreChat.Enabled && !settings.RequireIdentity ? new Questions(settings.PreChat.Intro, settings.PreChat.Fields) : null,
            timetable == Timetable.Always ? null : ChannelHours.OpeningsOf(timetable, clock.GetUtcNow())));
    }

    private static readonly UploadRules Uploads = new(
        MessengerChannel.MaxFiles,
        VisitorFiles.Limits.Values.SelectMany(limit => limit.Types.Select(type => (type, limit.MaxBytes))).ToDictionary(it => it.type, it => it.MaxBytes));
}

/// <summary>How a messenger looks and what it takes.</summary>
/// <param name="Openings">When somebody is there, from now on; null = always.</param>
internal sealed record MessengerLook(
    string BusinessName,
    string Greeting,
    string Language,
    Colors Colors,
    bool IdentityRequired,
    int MaxText,
    UploadRules? Uploads,
    Questions? PreChat,
    IReadOnlyList<Opening>? Openings);

/// <summary>What anonymous visitors are asked before their first message.</summary>
internal sealed record Questions(string Intro, IReadOnlyList<PreChatField> Fields);

internal sealed record Colors(string Brand, string Conversation, string Action);

/// <param name="Types">The largest size of each content type.</param>
internal sealed record UploadRules(int MaxFiles, IReadOnlyDictionary<string, long> Types);
