using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.People;
using Relais.Server.Security;
using Relais.Tests.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.People;

/// <summary>
/// Who may do what: the table of the product, cell by cell, over HTTP and over the hub. A new action is one line in
/// <see cref="Actions"/>; what is not in it is held to the permission it declares.
/// </summary>
public sealed class RoleTableTests : IAsyncLifetime
{
    private const string Nobody = "0198c0de-0000-7000-8000-000000000000";
    private const string Everyone = "admin supervisor agent viewer";
    private const string WhoAnswers = "admin supervisor agent";
    private const string WhoLeads = "admin supervisor";
    private const string Administrators = "admin";

    private readonly Dictionary<string, ApiClient> people = [];
    private Shop shop = null!;

    private sealed record Line(string Action, string Method, string Path, object? Body, string Allowed);

    private static readonly Line[] Actions =
    [
        new("see the queue", "GET", "conversations", null, Everyone),
        new("see a conversation", "GET", $"conversations/{Nobody}", null, Everyone),
        new("see its messages", "GET", $"threads/{Nobody}/messages", null, Everyone),
        new("see a contact", "GET", $"contacts/{Nobody}", null, Everyone),
        new("reply", "POST", $"conversations/{Nobody}/messages", new { clientId = Nobody, text = "Bonjour" }, WhoAnswers),
        new("see where else", "GET", $"conversations/{Nobody}/places", null, WhoAnswers),
        new("go on elsewhere", "POST", $"conversations/{Nobody}/continuations", new { clientId = Nobody, channelId = Nobody, text = "Bonjour" }, WhoAnswers),
        new("merge conversations", "POST", $"conversations/{Nobody}/merges", new { into = Nobody }, Everyone),
        new("record a consent", "PUT", $"contacts/{Nobody}/consents/{Nobody}", new { given = true, how = "Dit au téléphone" }, WhoAnswers),
        new("attach", "POST", "uploads", new { }, WhoAnswers),
        new("take an answer back", "DELETE", $"messages/{Nobody}", null, WhoAnswers),
        new("pend", "PUT", $"conversations/{Nobody}/pending", new { }, Everyone),
        new("return", "DELETE", $"conversations/{Nobody}/pending", null, Everyone),
        new("resolve", "PUT", $"conversations/{Nobody}/resolution", new { }, Everyone),
        new("reopen", "DELETE", $"conversations/{Nobody}/resolution", null, Everyone),
        new("set a boomerang", "PUT", $"conversations/{Nobody}/boomerang", new { at = "2030-01-01T00:00:00Z", then = "pending" }, Everyone),
        new("write a note", "POST", $"conversations/{Nobody}/notes", new { clientId = Nobody, text = "Fidèle" }, Everyone),
        new("edit a contact", "PATCH", $"contacts/{Nobody}", new { name = "Zoé" }, WhoAnswers),
        new("assign", "PUT", $"conversations/{Nobody}/assignee", new { memberId = Nobody }, WhoAnswers),
        new("act in bulk", "POST", "bulk-actions", new { kind = "resolve" }, WhoAnswers),
        new("undo in bulk", "DELETE", $"bulk-actions/{Nobody}", null, WhoAnswers),
        new("take the next one", "POST", "queue/next", null, WhoAnswers),
        new("see one's load", "GET", "session/load", null, Everyone),
        new("see why a conversation is here", "GET", $"conversations/{Nobody}/explanation", null, Everyone),
        new("see the broadcasts", "GET", "broadcasts", null, WhoLeads),
        new("preview a broadcast", "POST", "broadcasts/preview", new { channelId = Nobody, template = "soldes", language = "fr", values = Array.Empty<string>(), audience = new { } }, WhoLeads),
        new("send a broadcast", "POST", "broadcasts", new { name = "Soldes", channelId = Nobody, template = "soldes", language = "fr", values = Array.Empty<string>(), audience = new { } }, WhoLeads),
        new("see a broadcast", "GET", $"broadcasts/{Nobody}", null, WhoLeads),
        new("see whom it reached", "GET", $"broadcasts/{Nobody}/messages", null, WhoLeads),
        new("take that along", "GET", $"broadcasts/{Nobody}/table", null, WhoLeads),
        new("pause a broadcast", "PUT", $"broadcasts/{Nobody}/pause", null, WhoLeads),
        new("resume a broadcast", "DELETE", $"broadcasts/{Nobody}/pause", null, WhoLeads),
        new("stop a broadcast", "PUT", $"broadcasts/{Nobody}/end", null, WhoLeads),
        new("write first by program", "POST", "proactive-messages", new { channelId = Nobody, recipient = "+33612345678", template = "soldes", language = "fr" }, WhoLeads),
        new("see what became of it", "GET", $"proactive-messages/{Nobody}", null, WhoLeads),
        new("change a colleague's status", "PUT", $"members/{Nobody}/availability", new { availability = "away" }, WhoLeads),
        new("choose one's own status", "PATCH", "session/member", new { availability = "available" }, Everyone),
        new("merge contacts", "POST", $"contacts/{Nobody}/merges", new { otherId = Nobody }, Administrators),
        new("delete a contact", "DELETE", $"contacts/{Nobody}", null, Administrators),
        new("block a contact", "PUT", $"contacts/{Nobody}/block", null, WhoLeads),
        new("write a note about a contact", "POST", $"contacts/{Nobody}/notes", new { text = "Cliente depuis 2019" }, Everyone),
        new("settings: members", "POST", "members", new { name = "" }, Administrators),
        new("settings: teams", "POST", "teams", new { name = "" }, Administrators),
        new("settings: channels", "POST", "channels", new { }, Administrators),
        new("see the resolve reasons", "GET", "resolve-reasons", null, Everyone),
        new("settings: resolve reasons", "POST", "resolve-reasons", new { name = "" }, Administrators),
        new("settings: where a reason is asked for", "PUT", "resolve-reasons/scopes", new { }, Administrators),
        new("settings: away states", "POST", "away-states", new { name = "" }, Administrators),
        new("settings: team settings", "PUT", $"teams/{Nobody}/settings", new { limit = 5 }, Administrators),
        new("settings: contact groups", "POST", "contact-groups/rehearsal", new { match = "all", rules = Array.Empty<object>() }, Administrators),
        new("settings: topics", "POST", "topics", new { name = "" }, Administrators),
        new("settings: skill sets", "GET", "skill-sets", null, Administrators),
        new("settings: prioritization", "GET", "prioritization", null, Administrators),
        new("settings: business hours", "GET", "business-hours", null, Administrators),
        new("settings: auto-resolve", "GET", "auto-resolve", null, Administrators),
        new("settings: remove assignment", "GET", "remove-assignment", null, Administrators),
    ];

    /// <summary>What each right is for, by whom: the same table, from which the endpoints it does not name are judged.</summary>
    private static readonly Dictionary<Permission, string> Rights = new()
    {
        [Permission.UseRelais] = Everyone,
        [Permission.SeeConversations] = Everyone,
        [Permission.FileConversations] = Everyone,
        [Permission.AnswerConversations] = WhoAnswers,
        [Permission.AssignConversations] = WhoAnswers,
        [Permission.ActInBulk] = WhoAnswers,
        [Permission.EditContacts] = WhoAnswers,
        [Permission.MergeContacts] = Administrators,
        [Permission.DeleteContacts] = Administrators,
        [Permission.Supervise] = WhoLeads,
        [Permission.SendBroadcasts] = WhoLeads,
        [Permission.ManageSettings] = Administrators,
    };

    private static readonly (string Method, object?[] Arguments, string Allowed)[] HubActions =
    [
        ("Position", [], Everyone),
        ("Watch", [Guid.Parse(Nobody)], Everyone),
        ("Typing", [true], WhoAnswers),
    ];

    public async ValueTask InitializeAsync()
    {
        shop = await Shop.Open();
        (people["admin"], people["supervisor"], people["agent"]) = (shop.Diane, shop.Chloe, shop.Ana);
        var invited = await shop.Diane.Post("members", new { name = "Viviane", email = "viviane@maison-lune.fr", role = "viewer" });
        people["viewer"] = shop.App.Visitor();
        await people["viewer"].UseLink(invited["link"]!.Text("url").Split('/')[^1], Shop.Password);
    }

    [Fact]
    public async Task Every_cell_of_the_table_holds_over_HTTP()
    {
        var wrong = new List<string>();
        foreach (var line in Actions)
        foreach (var (role, member) in people)
        {
            using var answer = await member.Send(new HttpMethod(line.Method), line.Path, Body(line.Path, line.Body));
            if (IsWrong(answer.StatusCode, line.Allowed.Split(' ').Contains(role))) wrong.Add($"{role} · {line.Action}: {(int)answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_may_do_nothing_of_it()
    {
        using var stranger = shop.App.Visitor();
        foreach (var line in Actions)
            await stranger.Send(new HttpMethod(line.Method), line.Path, Body(line.Path, line.Body)).ShouldBeRefused(HttpStatusCode.Unauthorized, "sign_in.required");
    }

    [Fact]
    public async Task Every_cell_of_the_table_holds_over_the_hub()
    {
        foreach (var (role, member) in people)
        {
            await using var line = shop.App.Hub(member);
            await line.StartAsync(TestContext.Current.CancellationToken);
            foreach (var (method, arguments, allowed) in HubActions)
            {
                var call = line.InvokeCoreAsync(method, typeof(object), arguments, TestContext.Current.CancellationToken);
                if (allowed.Split(' ').Contains(role)) await call;
                else (await Should.ThrowAsync<HubException>(call)).Message.ShouldContain("permission.denied");
            }
        }
    }

    [Fact]
    public void Every_hub_method_is_in_the_table() => typeof(Relais.Server.Events.LiveHub).GetMethods()
        .Where(method => Attribute.IsDefined(method, typeof(HubAccessAttribute))).Select(method => method.Name)
        .ShouldBe(HubActions.Select(one => one.Method), ignoreOrder: true);

    [Fact]
    public async Task Every_other_endpoint_refuses_exactly_those_who_lack_what_it_declares()
    {
        Rights.Keys.ShouldBe(Enum.GetValues<Permission>(), ignoreOrder: true);
        var wrong = new List<string>();
        foreach (var (method, path, permission) in Declared())
        foreach (var (role, member) in people)
        {
            using var answer = await member.Send(new HttpMethod(method), path, Body(path, method is "GET" or "DELETE" ? null : new { }));
            if (IsWrong(answer.StatusCode, Rights[permission].Split(' ').Contains(role))) wrong.Add($"{role} · {method} {path}: {(int)answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    /// <summary>Somebody who may is refused for other reasons at most: here there is nothing of what is asked for.</summary>
    private static bool IsWrong(HttpStatusCode status, bool isAllowed) =>
        isAllowed ? status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError : status != HttpStatusCode.Forbidden;

    private static object? Body(string path, object? body) =>
        path is "uploads" or "saved-replies/table" or "public-holidays/calendar" ? new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "colis.txt" } } : body;

    private IEnumerable<(string Method, string Path, Permission Permission)> Declared() =>
        from route in shop.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        let path = route.RoutePattern.RawText!.TrimStart('/')
        where path.StartsWith("api/v1/", StringComparison.Ordinal) && route.Metadata.GetMetadata<Access>()?.Permission is not null
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        where !(method == "DELETE" && path.EndsWith("/session", StringComparison.Ordinal)) // It would sign out the one who asks on.
        select (method, Filled(path["api/v1/".Length..], route), route.Metadata.GetMetadata<Access>()!.Permission!.Value);

    private static string Filled(string path, RouteEndpoint route) => route.RoutePattern.Parameters.Aggregate(
        path,
        (filled, parameter) => System.Text.RegularExpressions.Regex.Replace(
            filled, $@"\{{{parameter.Name}[^}}]*\}}", parameter.ParameterPolicies.Any(policy => policy.Content is "long" or "int") ? "1" : Nobody,
            System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
}
