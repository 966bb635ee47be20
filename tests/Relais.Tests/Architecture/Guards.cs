using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR;
using Relais.Server.Security;

namespace Relais.Tests.Architecture;

/// <summary>The rules of the house that can be read off the sources. Each returns the offences it found, so that each can be
/// shown to find one.</summary>
public static partial class Guards
{
    public const int LongestFile = 400;
    public const int MostParameters = 6;

    /// <summary>What is not part of .NET itself. The compiler names only what is really used.</summary>
    public static IEnumerable<string> Foreign(IEnumerable<AssemblyName> references)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return references.Select(reference => reference.Name!).Where(name => !File.Exists(Path.Combine(runtime, $"{name}.dll")));
    }

    /// <summary>What a project asks for, used or not.</summary>
    public static IEnumerable<string> Referenced(SourceFile project) =>
        project.Where(line => Reference().IsMatch(line));

    public static IEnumerable<string> UndeclaredHubMethods(IEnumerable<Type> types) =>
        from hub in types
        where typeof(Hub).IsAssignableFrom(hub)
        from method in hub.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.GetBaseDefinition() == method && !method.IsSpecialName && method.GetCustomAttribute<HubAccessAttribute>() is null
        select $"{hub.Name}.{method.Name}";

    /// <summary>Messages of the hub by a name the description does not have.</summary>
    public static IEnumerable<string> Undescribed(IEnumerable<SourceFile> server, Type messages)
    {
        var known = messages.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet(StringComparer.Ordinal);
        return
            from file in server
            from Match said in HubMessage().Matches(file.Text)
            where !known.Contains(said.Groups["name"].Value)
            select $"{file.Path} says {said.Groups["name"].Value}";
    }

    public static IEnumerable<string> NamesADatabase(IEnumerable<SourceFile> server) =>
        server.Where(file => !file.IsIn("src/Relais.Server/Persistence/"))
            .SelectMany(file => file.Where(line => DatabaseName().IsMatch(line)));

    public static IEnumerable<string> NamesAChannel(IEnumerable<SourceFile> sources, IReadOnlyList<ChannelFolder> kinds) =>
        from file in sources
        from kind in kinds
        where !file.IsIn(kind.Path) && !file.IsIn("src/Relais.Server/Demo/")
        let names = kind.Names(mayNameItself: file.IsIn("src/Relais.Server/Administration/") && kind.Name == "Messenger")
        from offence in file.Where(line => names.IsMatch(line))
        select offence;

    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Lines.Length > LongestFile).Select(file => $"{file.Path} has {file.Lines.Length} lines");

    public static IEnumerable<string> PatternWord(IEnumerable<Type> types) =>
        types.Where(type => PatternWords().IsMatch(type.Name.Split('`')[0])).Select(type => type.FullName!);

    /// <summary>Constructors are given what a type works with; values (records, entities at birth) do not count.</summary>
    public static IEnumerable<string> Greedy(IEnumerable<Type> types) =>
        from type in types
        where !IsRecord(type) && !typeof(Relais.Domain.Shared.Entity).IsAssignableFrom(type)
        from constructor in type.GetConstructors()
        where constructor.GetParameters().Length > MostParameters
        select $"{type.FullName} takes {constructor.GetParameters().Length} parameters";

    public static IEnumerable<string> Settable(IEnumerable<Type> entities) =>
        from entity in entities
        from property in entity.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let setter = property.SetMethod
        where setter is { IsPublic: true } && !IsInit(setter)
        select $"{entity.Name}.{property.Name} can be set from anywhere";

    /// <summary>What a folder of a kind must hold, and the contract its tests must inherit.</summary>
    public static IEnumerable<string> Incomplete(ChannelFolder kind, IReadOnlyCollection<string> files, IEnumerable<Type> tests)
    {
        foreach (var file in new[] { "fr.json", "en.json", "logo.svg", "README.md" })
            if (!files.Contains(kind.Path + file)) yield return $"{kind.Path} lacks {file}";

        var hasContract = tests.Any(test => !test.IsAbstract && Ancestors(test).Any(ancestor =>
            ancestor is { IsGenericType: true } && ancestor.Name.StartsWith("ChannelContract`", StringComparison.Ordinal) && ancestor.GenericTypeArguments.Contains(kind.Kind)));
        if (!hasContract) yield return $"No test class derives from ChannelContract<{kind.Kind?.Name}>";
    }

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType) yield return ancestor;
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    [GeneratedRegex("<(Package|Project|Framework|)Reference |Sdk=\"(?!Microsoft.NET.Sdk\")")]
    private static partial Regex Reference();

    [GeneratedRegex("""\.SendAsync\(\s*"(?<name>\w+)["]""")]
    private static partial Regex HubMessage();

    [GeneratedRegex("Sqlite|Npgsql", RegexOptions.IgnoreCase)]
    private static partial Regex DatabaseName();

    [GeneratedRegex("(Manager|Service|Helper|Helpers|Util|Utils|Processor|Handler|Data|Info|Base|Impl|Dto)$")]
    private static partial Regex PatternWords();
}

/// <summary>A folder of a channel kind, and how others would name it.</summary>
public sealed record ChannelFolder(string Name, IReadOnlyList<string> Types, Type? Kind = null)
{
    public string Path => $"src/Relais.Server/Channels/{Name}/";

    public static IReadOnlyList<ChannelFolder> All { get; } =
    [
        .. from type in typeof(Program).Assembly.GetTypes()
           where typeof(Relais.Server.Channels.ChannelKind).IsAssignableFrom(type) && !type.IsAbstract
           let name = type.Namespace!.Split('.')[^1]
           orderby name
           select new ChannelFolder(name, TypesIn(name), type),
    ];

    /// <summary>Its namespace, its types, and its name in quotes; a single letter in quotes may be anything.</summary>
    public Regex Names(bool mayNameItself)
    {
        var types = string.Join("|", Types.Select(Regex.Escape).Prepend("(?!)"));
        var quoted = mayNameItself || Name.Length == 1 ? "(?!)" : $"""["'`]{Name.ToLowerInvariant()}["'`]""";
        return new Regex($@"Channels\.{Name}\b|\b({types})\b|{quoted}");
    }

    private static IReadOnlyList<string> TypesIn(string folder) =>
    [
        .. typeof(Program).Assembly.GetTypes()
            .Where(type => type.Namespace == $"Relais.Server.Channels.{folder}" && !type.IsNested && type.Name[0] != '<')
            .Select(type => type.Name.Split('`')[0])
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal)),
    ];
}
