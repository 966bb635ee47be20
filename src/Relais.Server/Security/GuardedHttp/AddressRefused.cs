namespace Relais.Server.Security.GuardedHttp;

/// <summary>An address Relais does not call. The text is the same whatever lies there, so that nobody can map a network with it.</summary>
public sealed class AddressRefused() : HttpRequestException(
    HttpRequestError.ConnectionError, "The address is not one Relais may call.");
