using Relais.Domain.Privacy;
using Relais.Domain.Shared;

namespace Relais.Domain.Contacts;

/// <summary>How a contact goes for good, or what is known of him.</summary>
public sealed partial class Contact
{
    /// <summary>
    /// He is deleted, with everything that is his; whoever writes from one of his addresses later is somebody new. The caller takes the
    /// rows out of the store.
    /// </summary>
    /// <param name="his">Everything he has.</param>
    /// <param name="losses">How much that is.</param>
    /// <returns>What is kept of it.</returns>
    public DeletedContact Delete(Belongings his, Losses losses, Actor by, DateTimeOffset at)
    {
        foreach (var conversation in his.Conversations) conversation.Delete(by, at);
        var kept = new DeletedContact(this, his, losses, by, at);
        Record(new ContactDeleted(kept.Id, kept.Hint, by, at));
        return kept;
    }

    /// <summary>Everything that is known of him is deleted, whoever said it; when it was said, and that it was deleted, stays.</summary>
    public void Clear(Actor by, DateTimeOffset at)
    {
        if (Values.All(value => value.Value is null)) return;

        Values = [.. Values.Select(value => value.Value is null ? value : value with { Value = null, UpdatedAt = at })];
        ShowAddresses();
        if (MergedInto is null) Record(new ContactChanged(Id, by, at));
        else Touch();
    }
}
