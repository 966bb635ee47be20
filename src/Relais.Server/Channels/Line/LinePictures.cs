using Relais.Server.Security;

namespace Relais.Server.Channels.Line;

/// <summary>What LINE shows in the place of a film, or of a picture too large for it, until it is opened.</summary>
internal static class LinePictures
{
    public const string Film = "film.png";
    public const string Picture = "picture.png";

    public static void Map(RouteGroupBuilder pages)
    {
        foreach (var name in new[] { Film, Picture }) pages.MapGet(name, () => Show(name)).Open("A drawing, the same for everybody.");
    }

    private static IResult Show(string name)
    {
        var type = typeof(LineChannel);
        var drawing = type.Assembly.GetManifestResourceStream($"{type.Namespace}.{name}");
        return drawing is null ? Results.NotFound() : Results.Stream(drawing, "image/png");
    }
}
