using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Automations;
using Relais.Domain.AutoResolve;
using Relais.Domain.Broadcasts;
using Relais.Domain.Channels;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Hours;
using Relais.Domain.Notifications;
using Relais.Domain.Organisations;
using Relais.Domain.People;
using Relais.Domain.Privacy;
using Relais.Domain.Replies;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Routing;
using Relais.Domain.Shared;
using Relais.Domain.Surveys;
using Relais.Domain.Tags;
using Relais.Domain.Topics;
using Relais.Domain.Views;
using Relais.Domain.VirtualAgents;
using Relais.Server.Persistence.Mapping;
using Relais.Server.Persistence.Rows;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Persistence;

/// <summary>
/// The store. Every query sees one organisation only: the one in <see cref="Scope"/>. Saving writes the rows, the events
/// and what follows from them in one transaction, and tells the live screens after the commit.
/// </summary>
public abstract class RelaisDb(DbContextOptions options, ICommitObserver observer)
    : IdentityUserContext<Account, Guid>(options)
{
    private readonly List<DomainEvent> happened = [];

    /// <summary>The organisation all queries are about. Nothing is found while it is not set.</summary>
    public Guid Scope { get; set; }

    /// <summary>What this request is for, where an administrator's right was asked for it.</summary>
    public Deed? Deed { get; set; }

    public abstract IDialect Dialect { get; }

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Link> Links => Set<Link>();

    public DbSet<AwayState> AwayStates => Set<AwayState>();

    public DbSet<PresenceSession> PresenceSessions => Set<PresenceSession>();

    public DbSet<StatusSpan> StatusSpans => Set<StatusSpan>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<PushSubscription> PushSubscriptions => Set<PushSubscription>();

    public DbSet<MailRow> Mails => Set<MailRow>();

    public DbSet<NotificationPreferences> NotificationPreferences => Set<NotificationPreferences>();

    public DbSet<Channel> Channels => Set<Channel>();

    public DbSet<BusinessHours> BusinessHours => Set<BusinessHours>();

    public DbSet<ChannelStateRow> ChannelStates => Set<ChannelStateRow>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<ContactIdentity> ContactIdentities => Set<ContactIdentity>();

    public DbSet<ContactMerge> ContactMerges => Set<ContactMerge>();

    public DbSet<ContactNote> ContactNotes => Set<ContactNote>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<DeletedContact> DeletedContacts => Set<DeletedContact>();

    public DbSet<DeletionRow> Deletions => Set<DeletionRow>();

    public DbSet<ContactAttribute> ContactAttributes => Set<ContactAttribute>();

    public DbSet<ContactGroup> ContactGroups => Set<ContactGroup>();

    public DbSet<GroupMemberRow> GroupMembers => Set<GroupMemberRow>();

    public DbSet<ContactSweep> ContactSweeps => Set<ContactSweep>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Thread> Threads => Set<Thread>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<ConversationTopicRow> ConversationTopics => Set<ConversationTopicRow>();

    public DbSet<ResolveReason> ResolveReasons => Set<ResolveReason>();

    public DbSet<ResolvePolicy> ResolvePolicies => Set<ResolvePolicy>();

    public DbSet<AutoResolvePolicy> AutoResolvePolicies => Set<AutoResolvePolicy>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<MessageTagRow> MessageTags => Set<MessageTagRow>();

    public DbSet<ReplyCollection> ReplyCollections => Set<ReplyCollection>();

    public DbSet<SavedReply> SavedReplies => Set<SavedReply>();

    public DbSet<Automation> Automations => Set<Automation>();

    public DbSet<SkillSet> SkillSets => Set<SkillSet>();

    public DbSet<RoutingPolicy> RoutingPolicies => Set<RoutingPolicy>();

    public DbSet<ConversationTeamRow> ConversationTeams => Set<ConversationTeamRow>();

    public DbSet<RoutingDecisionRow> RoutingDecisions => Set<RoutingDecisionRow>();

    public DbSet<ReroutingRow> Reroutings => Set<ReroutingRow>();

    public DbSet<ContactReroutingRow> ContactReroutings => Set<ContactReroutingRow>();

    public DbSet<Deputy> Deputies => Set<Deputy>();

    public DbSet<AutoResponder> AutoResponders => Set<AutoResponder>();

    public DbSet<CustomAgent> CustomAgents => Set<CustomAgent>();

    public DbSet<CustomRun> CustomRuns => Set<CustomRun>();

    public DbSet<AgentEventRow> AgentEvents => Set<AgentEventRow>();

    public DbSet<AgentAnswerRow> AgentAnswers => Set<AgentAnswerRow>();

    public DbSet<ScriptRun> ScriptRuns => Set<ScriptRun>();

    public DbSet<AutomaticMessagesRow> AutomaticMessages => Set<AutomaticMessagesRow>();

    public DbSet<Survey> Surveys => Set<Survey>();

    public DbSet<SurveyPolicy> SurveyPolicies => Set<SurveyPolicy>();

    public DbSet<SurveyRequest> SurveyRequests => Set<SurveyRequest>();

    public DbSet<Broadcast> Broadcasts => Set<Broadcast>();

    public DbSet<ProactiveMessage> ProactiveMessages => Set<ProactiveMessage>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<LooseFileRow> LooseFiles => Set<LooseFileRow>();

    public DbSet<JournalRow> Journal => Set<JournalRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<BulkChangeRow> BulkChanges => Set<BulkChangeRow>();

    public DbSet<TimerRow> Timers => Set<TimerRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<AuditRow> AuditLog => Set<AuditRow>();

    public DbSet<AssignmentDecisionRow> AssignmentDecisions => Set<AssignmentDecisionRow>();

    public DbSet<LastGivenRow> LastGiven => Set<LastGivenRow>();

    public DbSet<QueueCountRow> QueueCounts => Set<QueueCountRow>();

    public DbSet<SequenceRow> Sequences => Set<SequenceRow>();

    /// <summary>
    /// Begins a transaction that writes. Over SQLite only one runs at a time in the process. What it reads stays true
    /// until <see cref="WriteTurn.Commit"/>; leaving without commit takes everything back.
    /// </summary>
    public async Task<WriteTurn> BeginWrite(CancellationToken cancel)
    {
        var gate = await Dialect.EnterWrite(cancel);
        try
        {
            return new WriteTurn(this, await Database.BeginTransactionAsync(cancel), gate, observer);
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    /// <summary>Contacts the current turn already has at hand, so that telling its events need not read them again.</summary>
    public Dictionary<Guid, Contact> KnownContacts { get; } = [];

    /// <summary>Contacts the current turn has made: no event tells of them, but their groups must be found before it ends.</summary>
    public List<Contact> NewContacts { get; } = [];

    /// <summary>Counts up within an organisation without gaps, <paramref name="count"/> at once.</summary>
    /// <returns>The last number taken.</returns>
    public Task<long> Count(Guid organisationId, string name, int count, CancellationToken cancel) => Dialect.ExecuteScalar<long>(
        this,
        "INSERT INTO sequences (organisation_id, name, value) VALUES (@p0, @p1, @p2) ON CONFLICT (organisation_id, name) " +
        "DO UPDATE SET value = sequences.value + @p2 RETURNING value",
        [organisationId, name, (long)count],
        cancel);

    /// <summary>What this one has to tell belongs to the current turn. Called by those who write rows themselves; saving does it for what is tracked.</summary>
    public void TakeEventsOf(Entity entity)
    {
        happened.AddRange(entity.Events);
        entity.ForgetEvents();
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CollectEvents();
        Note();
        if (Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await using var turn = await BeginWrite(cancellationToken);
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await turn.Commit(cancellationToken);
        return written;
    }

    internal IReadOnlyList<DomainEvent> TakeEvents()
    {
        var taken = happened.ToArray();
        happened.Clear();
        return taken;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Ignore<DomainEvent>();
        builder.Entity<Account>().ToTable("accounts");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.ApplyConfigurationsFromAssembly(typeof(PeopleMapping).Assembly);
    }

    private void Note()
    {
        if (Deed is null || !ChangeTracker.HasChanges()) return;

        AuditLog.Add(Deed.In(Scope, ChangeTracker));
        Deed = null;
    }

    private void CollectEvents()
    {
        foreach (var entry in ChangeTracker.Entries<Entity>()) TakeEventsOf(entry.Entity);
    }
}

/// <summary>What a member signs in with. Everything else about him is in <see cref="Member"/>.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Guid MemberId { get; set; }
}

/// <summary>Is told of every commit, before and after: turns domain events into rows and live messages.</summary>
public interface ICommitObserver
{
    /// <summary>Inside the transaction, as its last step. Returns what to do once it is committed.</summary>
    Task<Action> BeforeCommit(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel);
}
