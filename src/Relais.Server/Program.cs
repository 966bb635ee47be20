using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.SignalR;
using Relais.Server;
using Relais.Server.Assignment;
using Relais.Server.Automations;
using Relais.Server.AutoResolve;
using Relais.Server.Broadcasts;
using Relais.Server.BulkActions;
using Relais.Server.Channels;
using Relais.Server.Channels.Connect;
using Relais.Server.Contacts;
using Relais.Server.Conversations;
using Relais.Server.Demo;
using Relais.Server.Description;
using Relais.Server.Events;
using Relais.Server.Hours;
using Relais.Server.Jobs;
using Relais.Server.Notifications;
using Relais.Server.People;
using Relais.Server.Privacy;
using Relais.Server.Persistence;
using Relais.Server.Replies;
using Relais.Server.Routing;
using Relais.Server.Search;
using Relais.Server.Security;
using Relais.Server.Security.GuardedHttp;
using Relais.Server.Surveys;
using Relais.Server.Tags;
using Relais.Server.Topics;
using Relais.Server.VirtualAgents;
using Relais.Server.VirtualAgents.Custom;
using Scalar.AspNetCore;

try
{
    var flags = CommandLine.Normalise(args);
    if (flags.Contains("--help"))
    {
        Console.WriteLine(SettingsReader.Help);
        return 0;
    }

    SettingsReader.RefuseUnknown(flags);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = flags, ContentRootPath = Pages.BesideTheProgram() });
    var settings = new SettingsReader(builder.Configuration).Read();
    builder.WebHost.UseUrls(settings.Urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Polly", LogLevel.Error);

    var services = builder.Services;
    services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddSingleton<SiteAddress>();
    services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
    services.AddRelaisDatabase(settings);
    services.AddSingleton<FileStore>().AddSingleton<LooseFiles>();
    services.AddRelaisSecurity(settings);
    services.AddGuardedHttp();

    services.AddSingleton<Audiences>().AddSingleton<Presence>().AddSingleton<Viewers>();
    services.AddSingleton<LiveFeed>().AddHostedService(all => all.GetRequiredService<LiveFeed>());
    services.AddSingleton<ContactBooks>().AddSingleton<ContactSorting>().AddSingleton<ICommitObserver, EventRecorder>();
    services.AddSignalR(hub =>
    {
        hub.AddFilter<HubAccessFilter>();
        hub.ClientTimeoutInterval = Relais.Domain.People.PresenceSession.Silence; // A browser lets a hidden tab speak once a minute only.
    }).AddJsonProtocol(json => Json.Configure(json.PayloadSerializerOptions));

    services.AddSingleton<ChannelCatalogue>().AddSingleton<SettingsVault>().AddSingleton<ConnectedChannels>().AddSingleton<ChannelMemory>();
    services.AddSingleton<Wake>().AddSingleton<ChannelPace>().AddSingleton<ChannelStanding>().AddSingleton<ListeningLine>().AddSingleton<OutgoingLoader>().AddSingleton<Dispatch>();
    services.AddSingleton<Journal>().AddHostedService(all => all.GetRequiredService<Journal>());
    services.AddSingleton<Signals>().AddHostedService(all => all.GetRequiredService<Signals>());
    services.AddSingleton<Introductions>().AddHostedService(all => all.GetRequiredService<Introductions>());
    services.AddSingleton<Inquiries>().AddHostedService(all => all.GetRequiredService<Inquiries>());
    services.AddSingleton<Listeners>().AddHostedService(all => all.GetRequiredService<Listeners>());
    services.AddSingleton<AllowanceWatch>().AddHostedService(all => all.GetRequiredService<AllowanceWatch>());
    services.AddHostedService<Intake>().AddHostedService<Outbox>().AddHostedService<MediaFetcher>().AddHostedService<PostFetcher>();
    services.AddSingleton<ITimedEffect, BoomerangTimer>().AddSingleton<ITimedEffect, LeftRepliesTimer>().AddSingleton<ITimedEffect, AutoClearTimer>().AddSingleton<ITimedEffect, AutoResolveTimer>().AddSingleton<ITimedEffect, ScheduledAnswerTimer>().AddHostedService<TimerRunner>().AddHostedService<Housekeeping>();
    services.AddHostedService<TopicRemoval>().AddHostedService<TagRemoval>().AddHostedService<SweepContacts>().AddHostedService<EraseDeletedContacts>();
    services.AddSingleton<AutomationBook>().AddSingleton<RoutingBook>().AddSingleton<ConversationRouting>().AddScoped<Rehearsal>();
    services.AddSingleton<Rerouting>().AddHostedService(all => all.GetRequiredService<Rerouting>());

    services.AddScoped<SearchResults>().AddSingleton<Indexing>().AddHostedService(all => all.GetRequiredService<Indexing>());

    services.AddSingleton<Workforce>().AddScoped<AssignmentRound>();
    services.AddSingleton<AutomaticAssignment>().AddHostedService(all => all.GetRequiredService<AutomaticAssignment>());

    services.AddHostedService<PresenceKeeper>().AddHostedService<RemoveAssignments>().AddScoped<StatusDesk>();
    services.AddScoped<Links>().AddScoped<Membership>().AddScoped<Rights>().AddSingleton<Connections>().AddScoped<HoursDesk>().AddScoped<HoursBoard>();
    services.AddScoped<ConversationDesk>().AddScoped<ConversationFiltering>().AddScoped<QueueWalk>().AddScoped<BulkDesk>().AddScoped<BulkDeeds>().AddScoped<AnswerRules>().AddScoped<PrivateReplies>().AddScoped<ContactPlaces>().AddScoped<ContactCard>().AddScoped<ContactDesk>().AddScoped<MergeDesk>().AddScoped<DeletionDesk>().AddScoped<ReplyDesk>().AddScoped<SweepStart>();
    services.AddSingleton<SurveyLimits>().AddScoped<Surveying>().AddScoped<SurveyDesk>().AddSingleton<ITimedEffect, SurveyTimer>();
    services.AddScoped<ResponderShelf>().AddScoped<Responding>().AddScoped<DeputyDesk>().AddScoped<ResponderDesk>().AddSingleton<ITimedEffect, HoldingTimer>();
    services.AddCustomAgents();
    services.AddScoped<BroadcastDesk>().AddScoped<Recipients>().AddSingleton<Outreach>().AddHostedService<BroadcastRunner>();
    services.AddScoped<NotificationDesk>();
    services.AddSingleton<VapidKeys>().AddHostedService<Pusher>().AddMails(settings.Smtp);
    if (settings.Demo) services.AddDemo();
    services.AddApiDescription();
    services.AddHealthChecks().AddCheck<StoreHealth>(StoreHealth.Ready, tags: [StoreHealth.Ready]);

    var app = builder.Build();
    // The store and the endpoints know nothing of each other: both get ready at once.
    var prepared = Task.Run(async () =>
    {
        await Database.Prepare(app.Services, CancellationToken.None);
        app.Services.GetRequiredService<LiveFeed>().Subscribe(
            app.Services.GetRequiredService<ConnectedChannels>(),
            app.Services.GetRequiredService<Listeners>(),
            app.Services.GetRequiredService<AutomaticAssignment>(),
            app.Services.GetRequiredService<Rerouting>(),
            app.Services.GetRequiredService<Indexing>());
    });

    app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All });
    app.UseRelaisSecurity();
    app.UsePages();
    app.MapRelais();
    app.MapHub<LiveHub>("/live").Needs(Relais.Domain.People.Permission.UseRelais);
    app.MapOpenApi().Open("Describes the API; holds nothing of anybody.");
    app.MapScalarApiReference("/api/docs").Open("Shows the description of the API.");
    app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).Open("For the one who watches the process.");
    app.MapHealthChecks("/health/ready").Open("For the one who watches the process.");
    app.RefuseUndeclared();
    await prepared;
    await app.RunAsync();
    return 0;
}
catch (WrongSetting wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
