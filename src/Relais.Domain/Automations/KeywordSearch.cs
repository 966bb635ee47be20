namespace Relais.Domain.Automations;

/// <summary>Where in a message a keyword has to stand.</summary>
public enum Place
{
    Anywhere,
    Beginning,
    End,
}

/// <summary>One keyword as some conditions look for it.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Inside">Whether it may be a part of a longer word.</param>
public sealed record Needle(string Text, bool IgnoresAccents, Place Place, bool Inside);

/// <summary>
/// Finds all keywords of all automations in one walk over a message, however many they are (Aho and Corasick): a hostile text and
/// hostile keywords together cost no more than their lengths.
/// </summary>
public sealed class KeywordSearch
{
    private readonly Dictionary<(int Node, char Sign), int> steps = [];
    private readonly List<Node> nodes = [new()];

    public KeywordSearch(IEnumerable<Needle> needles)
    {
        foreach (var needle in needles) NodeOf(needle.Text).Needles.Add(needle);
        Link();
    }

    /// <summary>Adds where each keyword stands first.</summary>
    /// <returns>How much work it was.</returns>
    public int Find(Reading reading, Dictionary<Needle, Spot> found)
    {
        var (node, work) = (0, 0);
        for (var at = 0; at < reading.Text.Length; at++)
        {
            (node, work) = (Step(node, reading.Text[at], ref work), work + 1);
            for (var end = nodes[node].Needles.Count > 0 ? node : nodes[node].Shorter; end != 0; end = nodes[end].Shorter, work++)
                Note(nodes[end].Needles, reading, at + 1, found);
        }

        return work;
    }

    private static void Note(List<Needle> needles, Reading reading, int to, Dictionary<Needle, Spot> found)
    {
        var from = to - needles[0].Text.Length;
        if (!reading.IsWhole(from, to)) return;

        var standsAlone = reading.StandsAlone(from, to);
        foreach (var needle in needles)
        {
            if ((needle.Inside || standsAlone) && Stands(needle.Place, reading, from, to)) found.TryAdd(needle, reading.SpotOf(from, to));
        }
    }

    /// <summary>What is no letter, a quote or an emoji, may come before the beginning and after the end.</summary>
    private static bool Stands(Place place, Reading reading, int from, int to) => place switch
    {
        Place.Beginning => from <= reading.FirstLetter,
        Place.End => to > reading.LastLetter,
        _ => true,
    };

    private Node NodeOf(string text)
    {
        var node = 0;
        foreach (var sign in text)
        {
            if (!steps.TryGetValue((node, sign), out var next))
            {
                steps[(node, sign)] = next = nodes.Count;
                nodes.Add(new Node { Parent = node, Sign = sign });
            }

            node = next;
        }

        return nodes[node];
    }

    /// <summary>Shorter keywords first: where one breaks off, the longest that may still go on is known already.</summary>
    private void Link()
    {
        foreach (var (id, node) in nodes.Index().Skip(1).OrderBy(entry => DepthOf(entry.Item)).ToList())
        {
            var work = 0;
            node.Instead = node.Parent == 0 ? 0 : Step(nodes[node.Parent].Instead, node.Sign, ref work);
            var instead = nodes[node.Instead];
            node.Shorter = instead.Needles.Count > 0 ? node.Instead : instead.Shorter;
        }
    }

    private int DepthOf(Node node)
    {
        if (node.Depth == 0) node.Depth = 1 + (node.Parent == 0 ? 0 : DepthOf(nodes[node.Parent]));
        return node.Depth;
    }

    private int Step(int node, char sign, ref int work)
    {
        int next;
        while (!steps.TryGetValue((node, sign), out next) && node != 0)
        {
            node = nodes[node].Instead;
            work++;
        }

        return next;
    }

    private sealed class Node
    {
        public List<Needle> Needles { get; } = [];

        public int Parent { get; init; }

        public char Sign { get; init; }

        public int Depth { get; internal set; }

        /// <summary>Where to go on when no keyword goes on from here.</summary>
        public int Instead { get; internal set; }

        /// <summary>The next shorter keyword that ends here too; 0 = none.</summary>
        public int Shorter { get; internal set; }
    }
}
