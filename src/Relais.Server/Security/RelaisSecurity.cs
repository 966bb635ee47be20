using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Relais.Server.Persistence;

namespace Relais.Server.Security;

/// <summary>Who may come in, what every answer carries, and how a refusal is said. One line each in <c>Program.cs</c>.</summary>
public static class RelaisSecurity
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    public static IServiceCollection AddRelaisSecurity(this IServiceCollection services, RelaisSettings settings)
    {
        services.AddKeyRing(settings);
        services.AddIdentityCore<Account>(Choose).AddEntityFrameworkStores<RelaisDb>();
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, options => Choose(options, settings));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ProblemAnswers>();
        services.AddProblemDetails();
        services.AddSingleton<SignInAttempts>().AddSingleton<KnownDevice>();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentMember>();
        services.AddScoped<Entrance>();
        return services.AddScoped<Accounts>();
    }

    /// <summary>First in the pipeline: everything after it is admitted, and answered with the headers and problems of here.</summary>
    public static IApplicationBuilder UseRelaisSecurity(this IApplicationBuilder app) => app
        .UseMiddleware<SecurityHeaders>()
        .UseExceptionHandler()
        .UseStatusCodePages(Problems.Fill)
        .UseAuthentication()
        .UseMiddleware<Admission>();

    /// <summary>After all endpoints are mapped: stops the start when one declares no <see cref="Access"/>.</summary>
    public static void RefuseUndeclared(this IEndpointRouteBuilder routes)
    {
        var undeclared = routes.DataSources.SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<Access>() is null)
            .Select(endpoint => endpoint.DisplayName)
            .ToArray();

        if (undeclared.Length > 0)
            throw new InvalidOperationException($"These endpoints say neither Needs(…) nor Open(…): {string.Join("; ", undeclared)}");
    }

    /// <summary>The keys lie outside the database, so that a copy of it opens nothing.</summary>
    private static void AddKeyRing(this IServiceCollection services, RelaisSettings settings)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(settings.KeysFolder);
        else Directory.CreateDirectory(settings.KeysFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        services.AddDataProtection()
            .SetApplicationName("Relais")
            .PersistKeysToFileSystem(new DirectoryInfo(settings.KeysFolder));
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
    }

    private static void Choose(IdentityOptions options)
    {
        options.Password.RequiredLength = Accounts.ShortestPassword;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.User.AllowedUserNameCharacters = "";
    }

    /// <summary>
    /// Strict, because our pages are served without a session and fetch with one: a link from a mail still opens signed in,
    /// and no other site can make a request in the member's name.
    /// </summary>
    private static void Choose(CookieAuthenticationOptions options, RelaisSettings settings)
    {
        options.Cookie.Name = settings.IsSecure ? "__Host-relais" : "relais";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = settings.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
    }
}
