namespace Relais.Server.Channels.Meta;

/// <summary>As whom Meta's Graph API is asked.</summary>
/// <param name="ApiVersion">Empty for the few addresses that have none.</param>
/// <param name="Account">The page or the account, as it stands in addresses.</param>
/// <param name="AppSecret">Proves that the token is used by its own app; empty where Meta knows no such proof.</param>
internal sealed record MetaAccess(string ApiUrl, string ApiVersion, string Account, string Token, string AppSecret)
{
    public string Root => ApiVersion.Length == 0 ? ApiUrl.TrimEnd('/') : $"{ApiUrl.TrimEnd('/')}/{ApiVersion}";

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"Meta account {Account}";
}
