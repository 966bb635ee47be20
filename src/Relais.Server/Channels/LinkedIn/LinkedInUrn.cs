using Relais.Domain.Conversations;

namespace Relais.Server.Channels.LinkedIn;

/// <summary>LinkedIn's names of things. It spells a comment's in two ways, and the same comment must be the same.</summary>
internal static class LinkedInUrn
{
    private const string Comment = "urn:li:comment:(";

    /// <summary>Null for what is none, or too long to keep. <c>urn:li:comment:(activity:1,2)</c> becomes <c>urn:li:comment:(urn:li:activity:1,2)</c>.</summary>
    public static string? Of(string? told)
    {
        if (told is null || !told.StartsWith("urn:li:", StringComparison.Ordinal) || told.Length > Domain.Conversations.Thread.PostLimit) return null;

        return told.StartsWith(Comment, StringComparison.Ordinal) && !told[Comment.Length..].StartsWith("urn:", StringComparison.Ordinal)
            ? Of($"{Comment}urn:li:{told[Comment.Length..]}")
            : told;
    }

    public static bool IsComment(string urn) => urn.StartsWith(Comment, StringComparison.Ordinal);

    public static string OfComment(string post, string id) => $"{Comment}{post},{id})";

    /// <summary>What a comment stands under, and its number there; null for what is none.</summary>
    public static (string Post, string Number)? PartsOf(string urn) =>
        IsComment(urn) && urn.EndsWith(')') && urn[Comment.Length..^1] is var inner && inner.LastIndexOf(',') is > 0 and var comma
            ? (inner[..comma], inner[(comma + 1)..])
            : null;

    /// <summary>The number at its end.</summary>
    public static string NumberOf(string urn) => urn[(urn.LastIndexOf(':') + 1)..];

    public static string EscapedOf(string urn) => Uri.EscapeDataString(urn);
}
