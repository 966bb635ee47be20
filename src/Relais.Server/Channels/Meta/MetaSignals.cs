using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Meta;

/// <summary>Tells that we read or type.</summary>
internal sealed class MetaSignals(MetaGraph graph)
{
    public async Task Tell(Signal signal, CancellationToken cancel)
    {
        if (signal.To.LastOrDefault(id => id.Length > 0) is not { } to) return;

        var action = signal switch { Signal.Typing { On: true } => "typing_on", Signal.Typing => "typing_off", _ => "mark_seen" };
        await graph.Post(graph.Own("messages"), new JsonObject { ["recipient"] = new JsonObject { ["id"] = to }, ["sender_action"] = action }, cancel);
    }
}
