using System.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Relais.Server.Channels;
using Relais.Server.Channels.Mail;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Mail;

/// <summary>A mailbox that is entered by a token is entered by the newest.</summary>
public sealed class MailTokensTests
{
    [Fact]
    public async Task A_token_that_was_refused_is_renewed_by_what_came_with_it()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.Create();
        await using var store = database.Services();
        var (clock, provider) = (new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero)), new RecordedProvider());
        provider.Answers = _ => RecordedAnswer.Of(200, $$"""{"access_token":"access-{{provider.Asked.Count}}","refresh_token":"refresh-{{provider.Asked.Count}}","expires_in":3600}""");
        var tokens = new MailTokens(provider, new ChannelMemory(store.GetRequiredService<IServiceScopeFactory>(), clock), new EphemeralDataProtectionProvider(), clock);
        var settings = new MailSettings { SignIn = MailSettings.WithGoogle, ClientId = "client", ClientSecret = "secret", RefreshToken = "refresh-0" };
        var channel = new ConnectedChannel(Guid.CreateVersion7(), Guid.CreateVersion7(), "email", "contact@", settings);

        (await tokens.Access(channel, settings, isStale: false, stop)).ShouldBe("access-1");
        (await tokens.Access(channel, settings, isStale: false, stop)).ShouldBe("access-1");
        (await tokens.Access(channel, settings, isStale: true, stop)).ShouldBe("access-2");
        clock.Advance(TimeSpan.FromHours(1));
        (await tokens.Access(channel, settings, isStale: false, stop)).ShouldBe("access-3");
        provider.Asked.Select(asked => HttpUtility.ParseQueryString(asked.Body)["refresh_token"]).ShouldBe(["refresh-0", "refresh-1", "refresh-2"]);

        provider.Answers = _ => RecordedAnswer.Of(400, """{"error":"invalid_grant"}""");
        (await Should.ThrowAsync<MailFault>(tokens.Access(channel, settings, isStale: true, stop))).Message.ShouldContain("invalid_grant");
    }
}
