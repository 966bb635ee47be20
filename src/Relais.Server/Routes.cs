using Relais.Server.Administration;
using Relais.Server.Assignment;
using Relais.Server.Automations;
using Relais.Server.AutoResolve;
using Relais.Server.Broadcasts;
using Relais.Server.BulkActions;
using Relais.Server.Channels;
using Relais.Server.Channels.Connect;
using Relais.Server.Contacts;
using Relais.Server.Conversations;
using Relais.Server.Events;
using Relais.Server.Hours;
using Relais.Server.Notifications;
using Relais.Server.People;
using Relais.Server.Privacy;
using Relais.Server.Replies;
using Relais.Server.ResolveReasons;
using Relais.Server.Routing;
using Relais.Server.Search;
using Relais.Server.Security;
using Relais.Server.Surveys;
using Relais.Server.Tags;
using Relais.Server.Topics;
using Relais.Server.Views;
using Relais.Server.VirtualAgents;
using Relais.Server.VirtualAgents.Custom;

namespace Relais.Server;

/// <summary>Everything that can be asked of Relais, one line each.</summary>
public static class Routes
{
    public static void MapRelais(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");

        SetUp.Map(api);
        SignIn.Map(api);
        ShowSession.Map(api);
        SignOut.Map(api);
        ChangePassword.Map(api);
        DescribeMyself.Map(api);
        OpenLink.Map(api);
        UseLink.Map(api);

        ListMembers.Map(api);
        InviteMember.Map(api);
        ChangeMember.Map(api);
        MakeLink.Map(api);
        ChangeStatus.Map(api);
        AwayStates.Map(api);
        ListTeams.Map(api);
        AddTeam.Map(api);
        ChangeTeam.Map(api);
        SetTeamSettings.Map(api);
        DissolveTeam.Map(api);

        ListChannels.Map(api);
        ShowChannel.Map(api);
        ConnectChannel.Map(api);
        ChangeChannel.Map(api);
        DisconnectChannel.Map(api);
        ListChannelKinds.Map(api);
        ListTemplates.Map(api);
        CheckChannel.Map(api);
        ShowHealth.Map(api);
        Quarantine.Map(api);

        ListBusinessHours.Map(api);
        AddBusinessHours.Map(api);
        ChangeBusinessHours.Map(api);
        RemoveBusinessHours.Map(api);
        KeepBusinessHours.Map(api);
        ListPublicHolidays.Map(api);
        ReadHolidayCalendar.Map(api);

        ListTopics.Map(api);
        AddTopic.Map(api);
        ChangeTopic.Map(api);
        RemoveTopic.Map(api);
        CountTopicUse.Map(api);
        FileUnderTopic.Map(api);

        ListTags.Map(api);
        AddTag.Map(api);
        ChangeTag.Map(api);
        RemoveTag.Map(api);
        CountTagUse.Map(api);
        TagMessage.Map(api);

        ListResolveReasons.Map(api);
        AddResolveReason.Map(api);
        ChangeResolveReason.Map(api);
        OrderResolveReasons.Map(api);
        SetResolveScopes.Map(api);

        ListSavedReplies.Map(api);
        AddReplyCollection.Map(api);
        ChangeReplyCollection.Map(api);
        RemoveReplyCollection.Map(api);
        AddSavedReply.Map(api);
        ChangeSavedReply.Map(api);
        RemoveSavedReply.Map(api);
        InsertSavedReply.Map(api);
        ExportSavedReplies.Map(api);
        ImportSavedReplies.Map(api);

        ListAutomations.Map(api);
        AddAutomation.Map(api);
        ChangeAutomation.Map(api);
        RemoveAutomation.Map(api);
        OrderAutomations.Map(api);
        TryAutomations.Map(api);
        RehearseAutomation.Map(api);

        ListSkillSets.Map(api);
        AddSkillSet.Map(api);
        ChangeSkillSet.Map(api);
        RemoveSkillSet.Map(api);
        SetRoutingPolicy.Map(api);
        ExplainConversation.Map(api);
        RehearseRules.Map(api);
        RehearseGroup.Map(api);

        ListSurveys.Map(api);
        AddSurvey.Map(api);
        ChangeSurvey.Map(api);
        RemoveSurvey.Map(api);
        ChooseSurveyPolicy.Map(api);
        ShowSurveyResults.Map(api);
        ListSurveyAnswers.Map(api);
        SurveyPage.Map(api);

        ListAutoResponders.Map(api);
        AddAutoResponder.Map(api);
        ChangeAutoResponder.Map(api);
        RemoveAutoResponder.Map(api);
        RehearseScript.Map(api);
        ListVirtualAgents.Map(api);

        ListCustomAgents.Map(api);
        AddCustomAgent.Map(api);
        ChangeCustomAgent.Map(api);
        RemoveCustomAgent.Map(api);
        ReplaceAgentSecret.Map(api);
        TestCustomAgent.Map(api);
        AgentDeliveries.Map(api);

        ListBroadcasts.Map(api);
        PreviewBroadcast.Map(api);
        AddBroadcast.Map(api);
        ShowBroadcast.Map(api);
        HoldBroadcast.Map(api);
        ListBroadcastMessages.Map(api);
        ProactiveMessages.Map(api);

        ListConversations.Map(api);
        SearchConversations.Map(api);
        SavedViews.Map(api);
        ShowQueueCounters.Map(api);
        TakeNext.Map(api);
        ShowLoad.Map(api);
        ShowConversation.Map(api);
        ListMessages.Map(api);
        AnswerContact.Map(api);
        ListPlaces.Map(api);
        ContinueElsewhere.Map(api);
        MergeConversations.Map(api);
        AnnotateConversation.Map(api);
        UndoAnswer.Map(api);
        RetryAnswer.Map(api);
        HideComment.Map(api);
        MutePost.Map(api);
        ListMutedPosts.Map(api);
        DeleteComment.Map(api);
        ReactToMessage.Map(api);
        AssignConversation.Map(api);
        ResolveConversation.Map(api);
        ReopenConversation.Map(api);
        PendConversation.Map(api);
        ReturnConversation.Map(api);
        ThrowBoomerang.Map(api);
        CancelBoomerang.Map(api);
        ActInBulk.Map(api);
        UndoBulkAction.Map(api);
        SaveDraft.Map(api);
        MarkRead.Map(api);
        UploadFile.Map(api);
        DownloadAttachment.Map(api);
        ShowContact.Map(api);
        CorrectContact.Map(api);
        WriteAttribute.Map(api);
        MarkVip.Map(api);
        RecordConsent.Map(api);
        ContactNotes.Map(api);
        BlockContact.Map(api);
        FindContacts.Map(api);
        MergeContacts.Map(api);
        PreviewMerge.Map(api);
        UndoMerge.Map(api);
        ListAttributes.Map(api);
        AddAttribute.Map(api);
        OrderAttributes.Map(api);
        ChangeAttribute.Map(api);
        RemoveAttribute.Map(api);
        ListGroups.Map(api);
        AddGroup.Map(api);
        PreviewGroup.Map(api);
        ChangeGroup.Map(api);
        RemoveGroup.Map(api);
        DeleteContact.Map(api);
        ListDeletedContacts.Map(api);
        AutoClearSetting.Map(api);
        ReadAuditLog.Map(api);
        EventFeed.Map(api);
        RemoveAssignmentSetting.Map(api);
        AutoResolveSetting.Map(api);
        MyAbsence.Map(api);
        ListNotifications.Map(api);
        ReadNotifications.Map(api);
        MyNotificationPreferences.Map(api);
        MyPushSubscription.Map(api);
        StopDigestMails.Map(api);

        AgentDoors.Map(app);
        Door.Map(app, app.Services.GetRequiredService<ChannelCatalogue>());
    }
}
