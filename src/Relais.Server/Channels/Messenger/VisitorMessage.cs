using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Conversations;

namespace Relais.Server.Channels.Messenger;

/// <summary>A message as its visitor gets it.</summary>
/// <param name="ClientId">Of his own messages: the id his browser made.</param>
/// <param name="Author">Of ours: the first name of who wrote; null where nobody in particular did.</param>
internal sealed record VisitorMessage(
    Guid Id,
    Guid? ClientId,
    Direction Direction,
    string? Author,
    string Text,
    IReadOnlyList<VisitorFile> Files,
    DateTimeOffset At,
    DeliveryStatus Delivery,
    IReadOnlyList<string>? Choices)
{
    public static VisitorMessage Of(Message message, IEnumerable<Attachment> files) => new(
        message.Id,
        message.Direction == Direction.In && Guid.TryParse(message.ExternalId?.Split('/')[^1], out var clientId) ? clientId : null,
        message.Direction,
        message switch
        {
            { Direction: Direction.Out, AuthorKind: ActorKind.Member } => message.AuthorName.Split(' ')[0],
            { Direction: Direction.Out, AuthorKind: ActorKind.VirtualAgent } => message.AuthorName,
            _ => null,
        },
        message.Text,
        [.. files.Select(VisitorFile.Of)],
        message.At,
        message.Delivery,
        VirtualAgents.Choices.Of(message) is { Count: > 0 } choices ? choices : null);
}

/// <param name="Url">Null while it is being prepared.</param>
internal sealed record VisitorFile(string Id, AttachmentKind Kind, string Name, string ContentType, long Size, string? Url)
{
    public static VisitorFile Of(Attachment file)
    {
        var view = AttachmentView.Of(file);
        return new VisitorFile(view.Id.ToString(), view.Kind, view.Name, view.ContentType, view.Size, view.Url);
    }
}
