namespace Relais.Domain.Contacts;

/// <summary>The attributes every organisation has from the first day. Their names are texts of the screens, by alias.</summary>
public static class BuiltInAttributes
{
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Language = "language";
    public const string ProfileName = "profile_name";

    /// <summary>In the order agents see them until an administrator chooses another.</summary>
    public static readonly IReadOnlyList<BuiltInAttribute> All =
    [
        new(Phone, AttributeKind.Default, AttributeFormat.Phone, IsPersonal: true),
        new(Email, AttributeKind.Default, AttributeFormat.Email, IsPersonal: true),
        new(Language, AttributeKind.Default, AttributeFormat.Language),
        new("first_name", AttributeKind.Default, AttributeFormat.Text, IsOn: false, IsPersonal: true),
        new("last_name", AttributeKind.Default, AttributeFormat.Text, IsOn: false, IsPersonal: true),
        new("url", AttributeKind.Default, AttributeFormat.Url, IsOn: false),
        new(ProfileName, AttributeKind.Medium, AttributeFormat.Text, IsPersonal: true),
        new("username", AttributeKind.Medium, AttributeFormat.Text, IsPersonal: true),
        new("location", AttributeKind.Medium, AttributeFormat.Text),
        new("bio", AttributeKind.Medium, AttributeFormat.Text),
        new("followers", AttributeKind.Medium, AttributeFormat.Number),
        new("posts", AttributeKind.Medium, AttributeFormat.Number),
        new("verified", AttributeKind.Medium, AttributeFormat.YesNo),
        new("device_platform", AttributeKind.Medium, AttributeFormat.Text),

        // What a visitor's page and browser tell: nothing is kept of it until an administrator wants it.
        new("page_url", AttributeKind.Medium, AttributeFormat.Url, IsOn: false),
        new("page_title", AttributeKind.Medium, AttributeFormat.Text, IsOn: false),
        new("page_domain", AttributeKind.Medium, AttributeFormat.Text, IsOn: false),
        new("browser_language", AttributeKind.Medium, AttributeFormat.Language, IsOn: false),
        new("user_id", AttributeKind.Medium, AttributeFormat.Text, IsOn: false, IsPersonal: true),
    ];
}

/// <summary>One of them, as it is before anybody has changed it.</summary>
public sealed record BuiltInAttribute(
    string Alias, AttributeKind Kind, AttributeFormat Format, bool IsOn = true, bool IsPersonal = false);
