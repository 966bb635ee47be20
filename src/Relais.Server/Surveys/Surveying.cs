using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Domain.Surveys;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.VirtualAgents;

namespace Relais.Server.Surveys;

/// <summary>
/// Where surveys act: asked by timers whether a contact is asked or was silent for too long, and by the intake for what he writes. All
/// of it happens in the caller's transaction.
/// </summary>
public sealed class Surveying(RelaisDb db, ConnectedChannels channels, TimeProvider clock, SurveyMail? mail = null)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    /// <returns>What is said, in its order.</returns>
    public async Task<IReadOnlyList<Message>> LookAfter(Conversation conversation, SurveyRequest request, CancellationToken cancel)
    {
        if (request.State == RequestState.Due) return await Consider(conversation, request, cancel);
        if (request.IsOpen && request.Until <= Now && conversation.IsSurveyed) await TimeOut(conversation, request, cancel);
        return [];
    }

    /// <summary>The request a conversation is held for, or the one of a thread that still counts a score that comes late.</summary>
    public async Task<SurveyRequest?> RequestFor(Conversation? open, Guid threadId, string? text, CancellationToken cancel)
    {
        var requests = db.SurveyRequests.IgnoreQueryFilters();
        if (open is not null)
            return open.IsSurveyed ? await requests.Where(row => row.ConversationId == open.Id && row.AskedAt != null).OrderByDescending(row => row.ResolvedAt).FirstOrDefaultAsync(cancel) : null;
        if (!Ratings.MayBe(text)) return null;

        var since = Now - SurveyRequest.Late;
        var last = await requests.Where(row => row.ThreadId == threadId && row.AskedAt > since && row.Score == null).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancel);
        if (last?.Plan is not { } plan || Ratings.Read(plan.Question, text) is null) return null;

        var number = db.Conversations.IgnoreQueryFilters().Where(row => row.Id == last.ConversationId).Select(row => row.Number);
        return await db.Conversations.IgnoreQueryFilters().AnyAsync(row => row.ThreadId == threadId && row.Number > number.Max(), cancel) ? null : last;
    }

    /// <summary>A score comes late, and is taken as if it had come in time.</summary>
    public void Resume(Conversation conversation, SurveyRequest request) => conversation.Survey(request.AsVirtualAgent(), request.ResolverId, Now);

    /// <summary>The contact wrote, and it is no answer: people go on, in a conversation of its own.</summary>
    /// <returns>Who ended the last one, if he is there to go on.</returns>
    public async Task<Guid?> Stop(Conversation conversation, SurveyRequest request, CancellationToken cancel)
    {
        request.Close();
        await End(conversation, cancel);
        return request.ResolverId is { } resolver && await db.IsAtWork(resolver, request.ChannelId, Now, cancel) ? resolver : null;
    }

    /// <summary>The contact answered, or wrote something that may have been meant as an answer.</summary>
    /// <returns>What is said, in its order.</returns>
    public async Task<IReadOnlyList<Message>> Hear(SurveyHeard heard, CancellationToken cancel)
    {
        var (conversation, request, by) = (heard.Conversation, heard.Request, heard.Contact.AsActor());
        if (request.State == RequestState.Following)
        {
            request.Remark(heard.Message.Text);
            if (request.Comment is { } comment) conversation.Comment(comment, by, Now);
            return await Close(heard, cancel);
        }

        if (Ratings.Read(request.Plan!.Question, heard.Message.Text) is not { } rating)
        {
            request.Repeat();
            return await Say(heard, Question(request.Plan, heard.Can), cancel);
        }

        if (!request.Answer(rating, Now)) return [];

        var tells = rating.Score <= Rating.Low ? await db.Supervising(conversation, cancel) : [];
        conversation.Rate(new SurveyAnswer(request.Plan.Question, rating.Raw, rating.Score), tells, by, Now);
        if (request.State != RequestState.Following) return await Close(heard, cancel);

        await SetTimer(request, request.Until!.Value, cancel);
        return await Say(heard, new MessageContent(MessageKind.Text, request.Plan.Words.After(rating.Mood)), cancel);
    }

    private async Task<IReadOnlyList<Message>> Close(SurveyHeard heard, CancellationToken cancel)
    {
        var said = heard.Request.Plan?.Words.Closing is { } closing ? await Say(heard, new MessageContent(MessageKind.Text, closing), cancel) : [];
        await End(heard.Conversation, cancel);
        return said;
    }

    /// <summary>A request whose time has come: its contact is asked, or the trail says why not.</summary>
    private async Task<IReadOnlyList<Message>> Consider(Conversation conversation, SurveyRequest request, CancellationToken cancel)
    {
        if (!conversation.IsResolved || conversation.ResolvedAt != request.ResolvedAt)
        {
            db.SurveyRequests.Remove(request); // It is not over after all.
            return [];
        }

        var survey = await db.Surveys.FirstOrDefaultAsync(row => row.Id == request.SurveyId, cancel);
        var channel = await channels.Find(db, conversation.ChannelId, cancel);
        if (survey is null || channel is null) return Drop(conversation, request, SurveyObstacle.TurnedOff);

        var contact = await db.Contacts.FirstAsync(row => row.Id == conversation.ContactId, cancel);
        var can = channels.CapabilitiesOf(channel);
        var policy = await db.SurveyPolicies.SingleOrDefaultAsync(cancel) ?? new SurveyPolicy(request.OrganisationId);
        var obstacle = (await OccasionOf(conversation, request, contact, can, cancel)).Obstacle(survey, policy, Now);
        var isByMail = obstacle == SurveyObstacle.WindowClosed && survey.ByMail && mail is not null && contact.Email is not null;
        if (obstacle is { } known && !isByMail) return Drop(conversation, request, known);
        if (request.ResolvedAt + survey.Delay > Now)
        {
            await SetTimer(request, request.ResolvedAt + survey.Delay, cancel);
            return [];
        }

        var language = await db.Organisations.Where(row => row.Id == request.OrganisationId).Select(row => row.Language).FirstAsync(cancel);
        var plan = new SurveyPlan(survey.Question, survey.WordsFor(contact.Language, language));
        if (!await Restraints.Ask(db, request.OrganisationId, contact.Id, Now, cancel)) return Drop(conversation, request, SurveyObstacle.Restrained);

        if (isByMail) return Mail(conversation, request, plan, contact);

        conversation.Survey(request.AsVirtualAgent(), request.ResolverId, Now);
        request.Ask(plan, Now);
        await SetTimer(request, request.Until!.Value, cancel);
        return [Speak(conversation, Question(plan, can))];
    }

    private List<Message> Mail(Conversation conversation, SurveyRequest request, SurveyPlan plan, Contact contact)
    {
        var link = SurveyLink.Make();
        request.AskByLink(plan, link.Hash, Now);
        conversation.SurveyByMail(request.AsVirtualAgent().AsActor(), Now);
        db.Mails.Add(mail!.To(contact, plan.Words, link.Token, Now));
        return [];
    }

    private List<Message> Drop(Conversation conversation, SurveyRequest request, SurveyObstacle obstacle)
    {
        request.Drop(obstacle);
        conversation.SkipSurvey(obstacle, request.AsVirtualAgent().AsActor(), Now);
        return [];
    }

    private async Task<SurveyOccasion> OccasionOf(Conversation conversation, SurveyRequest request, Contact contact, Capabilities can, CancellationToken cancel)
    {
        var his = db.Conversations.Where(row => row.ContactId == contact.Id).Select(row => row.Id);
        var lastAsked = await db.SurveyRequests.Where(row => row.AskedAt != null && row.Id != request.Id && his.Contains(row.ConversationId)).MaxAsync(row => row.AskedAt, cancel);
        var written = await db.Messages
            .Where(row => row.ConversationId == conversation.Id && row.Direction == Direction.Out && row.AuthorKind == ActorKind.Member && row.RemovedAt == null)
            .SumAsync(row => (long)row.Text.Length, cancel);
        var hasWrittenAgain = await db.Conversations.AnyAsync(row => row.ThreadId == conversation.ThreadId && row.Number > conversation.Number, cancel);
        var thread = await db.Threads.AsNoTracking().FirstAsync(row => row.Id == conversation.ThreadId, cancel);
        return new SurveyOccasion(
            conversation.Id, request.Ending, contact.IsBlocked, contact.Language, lastAsked, written, hasWrittenAgain, ReplyWindow.Of(thread, can.ReplyWindowHours, Now).IsOpen);
    }

    private async Task TimeOut(Conversation conversation, SurveyRequest request, CancellationToken cancel)
    {
        request.Close();
        if (request.Score is null) conversation.SurveyTimedOut(request.AsVirtualAgent().AsActor(), Now);
        await End(conversation, cancel);
    }

    /// <summary>The trail names the reason it had ended with before.</summary>
    private async Task End(Conversation conversation, CancellationToken cancel)
    {
        if (conversation.Holding is not { } holding) return;

        var reasonId = conversation.ResolveReasonId;
        var reason = reasonId is null ? null : await db.ResolveReasons.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == reasonId, cancel);
        conversation.EndSurvey(reason, holding.Agent.AsActor(), Now);
    }

    /// <summary>Buttons where the channel has as many, else what to write.</summary>
    private static MessageContent Question(SurveyPlan plan, Capabilities can)
    {
        var (text, labels) = (plan.Words.Question, plan.Question.Labels());
        return can.Choices is { } limits && limits.Fit(text, labels)
            ? Choices.Write(text, labels, can)
            : new MessageContent(MessageKind.Text, $"{text}\n\n{plan.Question.Hint(plan.Words.Language)}");
    }

    private async Task<IReadOnlyList<Message>> Say(SurveyHeard heard, MessageContent content, CancellationToken cancel) =>
        await Restraints.Ask(db, heard.Conversation.OrganisationId, heard.Conversation.ContactId, Now, cancel) ? [Speak(heard.Conversation, content)] : [];

    private Message Speak(Conversation conversation, MessageContent content)
    {
        var message = Message.FromVirtualAgent(conversation, content, conversation.Holding!.Agent.AsActor(), Now);
        conversation.Speak(message);
        return message;
    }

    /// <summary>Its subject is the conversation, so that it goes where its contact is deleted.</summary>
    private Task SetTimer(SurveyRequest request, DateTimeOffset dueAt, CancellationToken cancel) => db.SetTimers(
        [new TimerRow { Kind = SurveyTimer.Name, Subject = request.ConversationId, OrganisationId = request.OrganisationId, DueAt = dueAt }], cancel);
}

/// <summary>What a contact wrote who was asked how it was.</summary>
public sealed record SurveyHeard(Conversation Conversation, SurveyRequest Request, Contact Contact, Message Message, Capabilities Can);
