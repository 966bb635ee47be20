using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Channels.Connect;

/// <summary>What can be connected: each kind with its texts, its form and its logo, as its folder says.</summary>
public static class ListChannelKinds
{
    private static readonly string[] Languages = ["fr", "en"];

    public sealed record Answer(IReadOnlyList<KindView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/channel-kinds", Handle)
            .Needs(Permission.UseRelais)
            .WithName("ListChannelKinds").WithTags("Channels").WithSummary("What can be connected")
            .Produces<Answer>();

    private static Ok<Answer> Handle(ChannelCatalogue catalogue) =>
        TypedResults.Ok(new Answer([.. catalogue.Kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal).Select(Describe)]));

    private static KindView Describe(ChannelKind kind)
    {
        var sample = new ConnectedChannel(Guid.Empty, Guid.Empty, kind.Name, kind.Name, SettingsForm.Standard(kind));
        return new KindView(
            kind.Name,
            ChannelCatalogue.Resource(kind, "logo.svg"),
            Languages.ToDictionary(language => language, language => TextsOf(kind, language)),
            CapabilitiesView.Of(kind.CapabilitiesOf(sample)),
            new SettingsForm(kind).Fields);
    }

    private static Dictionary<string, string> TextsOf(ChannelKind kind, string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(ChannelCatalogue.Resource(kind, $"{language}.json"))!;
}

/// <summary>A kind of channel one can connect.</summary>
/// <param name="Logo">An SVG image.</param>
/// <param name="Texts">By language, then by key.</param>
public sealed record KindView(
    string Kind,
    string Logo,
    IReadOnlyDictionary<string, Dictionary<string, string>> Texts,
    CapabilitiesView Capabilities,
    IReadOnlyList<FieldView> Fields);
