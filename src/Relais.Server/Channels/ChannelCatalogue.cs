using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Server.Channels;

/// <summary>All kinds of channels, found by scanning: adding a folder adds a channel. Kinds from elsewhere may be registered.</summary>
public sealed class ChannelCatalogue
{
    public static readonly JsonSerializerOptions SettingsJson = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Dictionary<string, ChannelKind> kinds;

    public ChannelCatalogue(IServiceProvider services) =>
        kinds = typeof(ChannelCatalogue).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ChannelKind)) && !type.IsAbstract)
            .Select(type => (ChannelKind)ActivatorUtilities.CreateInstance(services, type))
            .Concat(services.GetServices<ChannelKind>())
            .ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<ChannelKind> Kinds => kinds.Values;

    public ChannelKind? Find(string name) => kinds.GetValueOrDefault(name);

    /// <summary>A file of the kind's folder that was built into the assembly, for instance <c>fr.json</c>.</summary>
    public static string Resource(ChannelKind kind, string file)
    {
        var type = kind.GetType();
        using var stream = type.Assembly.GetManifestResourceStream($"{type.Namespace}.{file}")
            ?? throw new FileNotFoundException($"The folder of channel kind '{kind.Name}' lacks {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static IEnumerable<(PropertyInfo Property, SettingAttribute Setting)> Fields(ChannelKind kind) =>
        from property in kind.SettingsType.GetProperties()
        let setting = property.GetCustomAttribute<SettingAttribute>()
        where setting is not null
        select (property, setting);
}
