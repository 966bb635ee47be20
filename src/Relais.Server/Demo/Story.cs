using System.Text.Json;

namespace Relais.Server.Demo;

/// <summary>What happens at the shop: told once as it was, then played before one's eyes. The words are in <c>story.json</c>.</summary>
/// <param name="Customers">Who writes, and where.</param>
/// <param name="Past">Exchanges that lie behind us, oldest first.</param>
/// <param name="Scenes">Exchanges to come.</param>
/// <param name="Unscripted">What customers answer to words nobody foresaw, by language.</param>
public sealed record Story(
    IReadOnlyList<Customer> Customers,
    IReadOnlyList<Dialogue> Past,
    IReadOnlyList<Dialogue> Scenes,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Unscripted)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Story Load()
    {
        using var text = typeof(Story).Assembly.GetManifestResourceStream($"{typeof(Story).Namespace}.story.json")!;
        return JsonSerializer.Deserialize<Story>(text, Json)!;
    }

    public Customer Who(Dialogue dialogue) => Customers.Single(customer => customer.Id == dialogue.Who);
}

/// <summary>Someone who writes to the shop.</summary>
/// <param name="Id">In the story.</param>
/// <param name="Name">As the shop sees it.</param>
/// <param name="On">Which of the shop's channels: <c>web</c>, <c>whatsapp</c>, <c>telegram</c> or <c>facebook</c>.</param>
/// <param name="Language">What he writes in.</param>
/// <param name="Phone">Digits only.</param>
/// <param name="Email">Where the channel tells it.</param>
public sealed record Customer(string Id, string Name, string On, string Language, string? Phone, string? Email)
{
    /// <summary>What the channel calls him.</summary>
    public string ExternalId => Phone ?? Id;
}

/// <summary>One exchange, line by line.</summary>
/// <param name="Who">The customer.</param>
/// <param name="Lines">See <see cref="Line"/>.</param>
/// <param name="Ago">For the past: how long ago it began, for instance <c>2d5h</c>.</param>
/// <param name="Once">Whether it answers something of the past, and so makes no sense a second time.</param>
public sealed record Dialogue(string Who, IReadOnlyList<string> Lines, string? Ago = null, bool Once = false)
{
    public IReadOnlyList<Line> Read() => [.. Lines.Select(Line.Of)];

    public TimeSpan Since()
    {
        var (since, digits) = (TimeSpan.Zero, 0);
        foreach (var letter in Ago ?? "")
        {
            if (char.IsAsciiDigit(letter)) digits = (digits * 10) + letter - '0';
            else (since, digits) = (since + (digits * UnitOf(letter)), 0);
        }

        return since;
    }

    private static TimeSpan UnitOf(char letter) => letter switch
    {
        'd' => TimeSpan.FromDays(1),
        'h' => TimeSpan.FromHours(1),
        'm' => TimeSpan.FromMinutes(1),
        _ => throw new FormatException($"'{letter}' is no unit of time."),
    };
}
