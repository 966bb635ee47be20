using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Meta;

/// <summary>Ids as Meta tells them: what we could not keep is none.</summary>
internal static class MetaIds
{
    public static string? OfMessage(string? told) => Within(Message.ExternalIdLimit, told);

    public static string? OfPost(string? told) => Within(Domain.Conversations.Thread.PostLimit, told);

    public static string? OfPerson(string? told) => Within(ContactIdentity.ExternalIdLimit, told);

    /// <summary>Meta may keep to itself who wrote a comment: then nobody else is he, and each such comment stands alone.</summary>
    public static string OfNobody(string comment) =>
        comment.Length + 8 <= ContactIdentity.ExternalIdLimit ? $"unknown:{comment}" : comment[^ContactIdentity.ExternalIdLimit..];

    private static string? Within(int limit, string? told) => string.IsNullOrWhiteSpace(told) || told.Length > limit ? null : told;
}
