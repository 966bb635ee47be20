using System.Text.Json.Nodes;
using Relais.Tests.Testing;

namespace Relais.Tests.Assignment;

/// <summary>
/// Walks through the feed as it was told and judges every automatic assignment by what was true at that position: from the
/// events alone, without any of the product's code.
/// </summary>
internal sealed class Replay(int limit, Func<Guid, long, bool> wasAvailable, IReadOnlySet<Guid> familiar)
{
    private readonly Dictionary<Guid, Standing> standing = [];
    private readonly Dictionary<Guid, int> bypassed = [];
    private readonly List<string> breaches = [];

    public int Given { get; private set; }

    /// <param name="feed">All events, in order.</param>
    public IReadOnlyList<string> Judge(IEnumerable<JsonNode> feed)
    {
        foreach (var happened in feed.Where(item => item["conversation"] is not null))
        {
            if (happened.Text("kind") == "conversationAssigned" && happened["actor"]!.Text("kind") == "system") Assigned(happened);
            Follow(happened["conversation"]!);
        }

        return breaches;
    }

    /// <summary>I11: nobody who waits while one is free.</summary>
    public IEnumerable<Guid> Waiting => standing.Where(one => one.Value.IsWaiting).Select(one => one.Key);

    private void Assigned(JsonNode happened)
    {
        var (id, member, position) = (happened["conversation"]!.Id(), happened["detail"]!.Id("memberId"), happened["position"]!.GetValue<long>());
        Given++;
        if (!standing[id].IsWaiting) breaches.Add($"I8: at {position}, {id} was given to {member} though it did not wait.");
        if (standing.Values.Count(one => one.State == "new" && one.Assignee == member) >= limit) breaches.Add($"I9: at {position}, {member} had {limit} already.");
        if (!wasAvailable(member, position)) breaches.Add($"I10: at {position}, {member} was not there to be given {id}.");
        if (familiar.Contains(id)) return;

        foreach (var (other, _) in standing.Where(one => one.Value.IsWaiting && one.Value.ComesBefore(standing[id])))
        {
            bypassed[other] = bypassed.GetValueOrDefault(other) + 1;
            if (bypassed[other] > MostBypasses) breaches.Add($"I12: at {position}, {other} was passed by for the {bypassed[other]}th time.");
        }
    }

    private void Follow(JsonNode row) => standing[row.Id()] = new Standing(
        row.Text("state"), row["assigneeId"]?.GetValue<Guid>(), row["priority"]!.GetValue<int>(), row["stateSince"]!.GetValue<DateTimeOffset>(), row.Id());

    /// <summary>What somebody is changing at the moment of a round is left to him and comes next.</summary>
    private const int MostBypasses = 2;

    private sealed record Standing(string State, Guid? Assignee, int Priority, DateTimeOffset Since, Guid Id)
    {
        public bool IsWaiting => State == "new" && Assignee is null;

        public bool ComesBefore(Standing other) => (-Priority, Since, Id).CompareTo((-other.Priority, other.Since, other.Id)) < 0;
    }
}
