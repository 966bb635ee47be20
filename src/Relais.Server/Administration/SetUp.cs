using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Organisations;
using Relais.Domain.People;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Server.Channels.Connect;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Administration;

/// <summary>The first start: makes the organisation, its first administrator and a web messenger. Works once in the life of a store.</summary>
public static class SetUp
{
    public sealed record Question(bool Needed);

    public sealed record Request(string Organisation, string Name, string Email, string Password, [property: Spoken] string Language);

    public sealed record Answer(SessionView Session, MessengerView Messenger);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/setup", Ask)
            .Open("before the first start nobody has an account")
            .WithName("AskSetUp").WithTags("First start").WithSummary("Whether the first start is still to come")
            .Produces<Question>();
        routes.MapPost("/setup", Handle)
            .Open("before the first start nobody has an account; afterwards it refuses")
            .WithName("SetUp").WithTags("First start").WithSummary("Make the organisation and its first administrator")
            .Produces<Answer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A demonstration sets itself up: whoever comes a moment too early must not be asked to.</summary>
    private static async Task<IResult> Ask(RelaisDb db, RelaisSettings settings, CancellationToken cancel) =>
        TypedResults.Ok(new Question(!settings.Demo && !await db.Organisations.AnyAsync(cancel)));

    private static async Task<IResult> Handle(
        Request request, HttpContext context, RelaisDb db, Connections connections, TimeProvider clock, RelaisSettings settings, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.SetUp, cancel) || await db.Organisations.AnyAsync(cancel))
            throw new LostRace("setup.done", "Relais is set up already: sign in.");

        var now = clock.GetUtcNow();
        var organisation = new Organisation(request.Organisation, request.Language, now);
        db.Scope = organisation.Id;
        db.Organisations.Add(organisation);
        var admin = FirstAdmin(organisation, request, now);
        db.Members.Add(admin);
        db.ResolveReasons.AddRange(ResolveReason.Defaults(organisation.Id, organisation.Language, now));
        var account = await context.RequestServices.GetRequiredService<Accounts>().SetPassword(admin, request.Password ?? "", cancel);
        var messenger = connections.Connect(organisation.Id, FirstChannel(organisation), admin.AsActor());
        db.Channels.Add(messenger);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);

        var session = await SessionCookie.Issue(context, account, now);
        var connection = connections.ShowWhole(messenger, settings.SeenBy(context.Request)).Connection;
        return TypedResults.Created(
            "/api/v1/session",
            new Answer(
                SessionView.Of(admin, organisation, WorkRules.Free, session.CsrfToken),
                new MessengerView(messenger.Id, connection["snippet"], connection["testPageUrl"])));
    }

    private static Member FirstAdmin(Organisation organisation, Request request, DateTimeOffset now)
    {
        var admin = new Member(organisation.Id, request.Name, request.Email, Role.Admin, request.Language, Actor.System, now);
        admin.Join(now);
        return admin;
    }

    private static NewChannel FirstChannel(Organisation organisation) => new(
        "messenger", organisation.Language == "fr" ? "Messagerie web" : "Web messenger", new JsonObject { ["businessName"] = organisation.Name });
}

/// <summary>The web messenger every house begins with, and how to put it on a site.</summary>
public sealed record MessengerView(Guid ChannelId, string Snippet, string TestPageUrl);
