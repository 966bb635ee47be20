using Microsoft.Extensions.Configuration;
using Relais.Server;

namespace Relais.Tests.Shared;

/// <summary>Where we listen, and how that is called.</summary>
public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("http://*:5080", "http://localhost:5080/")]
    [InlineData("http://+:5080", "http://localhost:5080/")]
    [InlineData("http://0.0.0.0:5080", "http://localhost:5080/")]
    [InlineData("http://[::]:5080/", "http://localhost:5080/")]
    [InlineData("https://+", "https://localhost/")]
    [InlineData("http://10.0.0.0:5080", "http://10.0.0.0:5080/")]
    [InlineData("http://[::1]:5080;http://+:80", "http://[::1]:5080/")]
    public void Whatever_may_be_listened_on_can_be_called(string urls, string root)
    {
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["data"] = Path.GetTempPath(), ["urls"] = urls });

        new SiteAddress(new SettingsReader(configuration).Read()).Root.ToString().ShouldBe(root);
    }
}
