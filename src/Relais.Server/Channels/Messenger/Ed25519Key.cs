using Microsoft.IdentityModel.Tokens;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Relais.Server.Channels.Messenger;

/// <summary>An Ed25519 public key for the token reader, which knows none: neither it nor .NET has the algorithm.</summary>
internal sealed class Ed25519Key : AsymmetricSecurityKey
{
    public const string EdDsa = "EdDSA";

    private const int PublicSize = 32;
    private const int SignatureSize = 64;

    private readonly byte[] publicKey;

    private Ed25519Key(byte[] publicKey)
    {
        this.publicKey = publicKey;
        CryptoProviderFactory = new CryptoProviderFactory { CustomCryptoProvider = new Verifiers(), CacheSignatureProviders = false };
    }

    /// <summary>Null for what is no point of the curve, or one for which anybody can make signatures.</summary>
    public static Ed25519Key? Of(byte[] publicKey) =>
        publicKey.Length == PublicSize && Ed25519.ValidatePublicKeyFull(publicKey, 0) ? new Ed25519Key(publicKey) : null;

    public override int KeySize => PublicSize * 8;

    [Obsolete("The library asks for it.")]
    public override bool HasPrivateKey => false;

    public override PrivateKeyStatus PrivateKeyStatus => PrivateKeyStatus.DoesNotExist;

    public bool Verifies(byte[] said, int from, int length, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureSize && Ed25519.Verify(signature.ToArray(), 0, publicKey, 0, said, from, length);

    private sealed class Verifiers : ICryptoProvider
    {
        public bool IsSupportedAlgorithm(string algorithm, params object[] args) => algorithm == EdDsa && args is [Ed25519Key, ..];

        public object Create(string algorithm, params object[] args) => new Verifier((Ed25519Key)args[0]);

        public void Release(object cryptoInstance) => (cryptoInstance as IDisposable)?.Dispose();
    }

    private sealed class Verifier(Ed25519Key key) : SignatureProvider(key, EdDsa)
    {
        public override byte[] Sign(byte[] input) => throw new NotSupportedException("A public key signs nothing.");

        public override bool Verify(byte[] input, byte[] signature) => key.Verifies(input, 0, input.Length, signature);

        public override bool Verify(byte[] input, int inputOffset, int inputLength, byte[] signature, int signatureOffset, int signatureLength) =>
            key.Verifies(input, inputOffset, inputLength, signature.AsSpan(signatureOffset, signatureLength));

        protected override void Dispose(bool disposing)
        {
        }
    }
}
