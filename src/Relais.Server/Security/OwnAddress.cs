namespace Relais.Server.Security;

/// <summary>How others reach us: as the operator said, else as this browser does.</summary>
public static class OwnAddress
{
    public static Uri SeenBy(this RelaisSettings settings, HttpRequest request) =>
        settings.PublicUrl ?? new Uri(SiteAddress.Callable($"{request.Scheme}://{request.Host}"));
}
