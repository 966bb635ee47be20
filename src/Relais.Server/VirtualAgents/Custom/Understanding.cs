using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Domain.Tags;
using Relais.Domain.Topics;
using Relais.Domain.VirtualAgents;
using Relais.Server.Contacts;
using Relais.Server.Persistence;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>What of an answer could not be done, while the rest was.</summary>
/// <param name="What">topic, tag, attribute or reason.</param>
/// <param name="Name">As the program called it.</param>
/// <param name="Why">unknown, archived, readOnly or invalid.</param>
public sealed record Ignored(string What, string Name, string Why);

/// <summary>
/// What a program wants, with the names it uses looked up. A topic that was archived, or an attribute that is gone, is no reason to leave
/// a customer without his answer: it is left out and said so.
/// </summary>
/// <param name="Acts">What is kept with the contact and the conversation.</param>
/// <param name="Tags">With the message they are for; null = the contact's last one.</param>
/// <param name="End">Null while it goes on.</param>
internal sealed record Understood(
    IReadOnlyList<ScriptAct> Acts, IReadOnlyList<(Guid? MessageId, Tag Tag)> Tags, ScriptAct? End, ScriptProps Props, IReadOnlyList<Ignored> Ignored);

/// <summary>Looks up what programs name, within one organisation.</summary>
internal sealed class Understanding(RelaisDb db, Guid organisationId)
{
    private readonly List<ScriptAct> acts = [];
    private readonly List<(Guid?, Tag)> tags = [];
    private readonly List<Ignored> ignored = [];

    public async Task<Understood> Of(AgentAnswer answer, CancellationToken cancel)
    {
        var attributes = await db.ReadAttributes(organisationId, cancel);
        foreach (var (alias, value) in answer.SetContactAttributes ?? new Dictionary<string, JsonElement>()) Store(attributes, alias, value);

        var topics = await Topics(answer.ApplyTopics ?? [], cancel);
        await FindTags(answer.ApplyTags ?? [], cancel);
        var reason = await Reason(answer.ResolveReason, cancel);
        var props = new ScriptProps(
            attributes,
            topics.DistinctBy(topic => topic.Id).ToDictionary(topic => topic.Id),
            reason is null ? new Dictionary<Guid, ResolveReason>() : new Dictionary<Guid, ResolveReason> { [reason.Id] = reason },
            new ResolvePolicy(organisationId));
        return new Understood(acts, tags, answer.End(reason?.Id), props, ignored);
    }

    private void Store(AttributeBook attributes, string alias, JsonElement value)
    {
        if (attributes.Find(alias) is not { } attribute)
        {
            Ignore("attribute", alias, "unknown");
            return;
        }

        if (attribute is not { IsOn: true, ManagedByCrm: false } || attribute.Kind == AttributeKind.Medium)
        {
            Ignore("attribute", alias, "readOnly");
            return;
        }

        if (Written(value) is { } text && Read(attribute, text) is { } kept) acts.Add(new ScriptAct.Store(alias, kept));
        else Ignore("attribute", alias, "invalid");
    }

    private static string? Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static string? Read(ContactAttribute attribute, string text)
    {
        try
        {
            return attribute.Read(text);
        }
        catch (RuleViolation)
        {
            return null;
        }
    }

    private async Task<List<Topic>> Topics(IReadOnlyList<string> named, CancellationToken cancel)
    {
        if (named.Count == 0) return [];

        var known = await db.Topics.AsNoTracking().Where(topic => topic.State != TopicState.Removed).ToListAsync(cancel);
        var found = new List<Topic>();
        foreach (var name in named)
        {
            var topic = known.Find(one => IsCalled(name, one.Id, one.Key));
            if (topic is null) Ignore("topic", name, "unknown");
            else if (!topic.IsActive) Ignore("topic", name, "archived");
            else found.Add(topic);
        }

        acts.AddRange(found.Select(topic => new ScriptAct.File(topic.Id)));
        return found;
    }

    private async Task FindTags(IReadOnlyList<AgentTag> named, CancellationToken cancel)
    {
        if (named.Count == 0) return;

        var known = await db.Tags.AsNoTracking().Where(tag => tag.State != TagState.Removed).ToListAsync(cancel);
        foreach (var (messageId, name) in named)
        {
            var tag = known.Find(one => IsCalled(name, one.Id, one.Key));
            if (tag is null) Ignore("tag", name, "unknown");
            else if (!tag.IsActive) Ignore("tag", name, "archived");
            else tags.Add((messageId, tag));
        }
    }

    private async Task<ResolveReason?> Reason(string? name, CancellationToken cancel)
    {
        if (name is null) return null;

        var reason = (await db.ResolveReasons.AsNoTracking().ToListAsync(cancel)).Find(one => IsCalled(name, one.Id, Texts.Key(one.Name)));
        if (reason is null) Ignore("reason", name, "unknown");
        else if (!reason.IsOffered) Ignore("reason", name, "archived");
        return reason;
    }

    private void Ignore(string what, string name, string why) => ignored.Add(new Ignored(what, Texts.Fit(name, 100) ?? "", why));

    private static bool IsCalled(string name, Guid id, string key) => Guid.TryParse(name, out var given) ? given == id : Texts.Key(name.Trim()) == key;
}
