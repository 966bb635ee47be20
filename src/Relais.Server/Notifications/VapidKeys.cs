using System.Buffers.Text;
using System.Security.Cryptography;

namespace Relais.Server.Notifications;

/// <summary>
/// By which the makers of browsers know this installation again (RFC 8292): made at the first start and kept with the other
/// secrets. New ones would silence every subscribed browser.
/// </summary>
public sealed class VapidKeys(RelaisSettings settings)
{
    private const string Name = "vapid.pem";

    private readonly Lazy<(string Public, string Private)> pair = new(() => Encode(Read(Path.Combine(settings.KeysFolder, Name))));

    public string Public => pair.Value.Public;

    public string Private => pair.Value.Private;

    private static ECParameters Read(string file)
    {
        if (!File.Exists(file)) Make(file);
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key.ExportParameters(includePrivateParameters: true);
    }

    /// <summary>Whole or not at all; where two nodes begin at once, the first one's holds.</summary>
    private static void Make(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var draft = $"{file}.{Guid.CreateVersion7():N}";
        File.WriteAllText(draft, key.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }

    private static (string Public, string Private) Encode(ECParameters key) => (
        Base64Url.EncodeToString([0x04, .. key.Q.X!, .. key.Q.Y!]),
        Base64Url.EncodeToString(key.D!));
}
