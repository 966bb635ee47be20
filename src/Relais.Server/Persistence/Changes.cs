using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Persistence;

/// <summary>What is new, and what is no longer as it was loaded: written with one prepared statement per table.</summary>
internal sealed class Changes
{
    private readonly List<Entity> added = [];
    private readonly List<(Entity Entity, int Version)> watched = [];

    public void New(Entity entity) => added.Add(entity);

    public void Watch(Entity entity) => watched.Add((entity, entity.Version));

    public IReadOnlyList<T> Added<T>() => [.. added.OfType<T>()];

    public async Task Write(RelaisDb db, CancellationToken cancel)
    {
        await Bulk.Insert(db, Added<Contact>(), cancel);
        await Bulk.Insert(db, Added<ContactIdentity>(), cancel);
        await Bulk.Insert(db, Added<Consent>(), cancel);
        await Bulk.Insert(db, Added<Post>(), cancel);
        await Bulk.Insert(db, Added<Thread>(), cancel);

        // There is never room for two conversations that are open, so those that are over come first.
        await Bulk.Update(db, [.. Changed<Conversation>().Where(conversation => conversation.IsResolved)], cancel);
        await Bulk.Insert(db, Added<Conversation>(), cancel);
        await Bulk.Insert(db, Added<Message>(), cancel);
        await Bulk.Insert(db, Added<Attachment>(), cancel);
        await Bulk.Insert(db, Added<ContactMerge>(), cancel);
        await Bulk.Update(db, Changed<Contact>(), cancel);
        await Bulk.Update(db, Changed<ContactIdentity>(), cancel);
        await Bulk.Update(db, Changed<Post>(), cancel);

        // There is never room for two threads that go on, so those that no longer do come first; the order of loading decides the rest.
        await Bulk.Update(db, [.. Changed<Thread>().OrderBy(thread => thread.ContinuedBy is null)], cancel);
        await Bulk.Update(db, [.. Changed<Conversation>().Where(conversation => !conversation.IsResolved)], cancel);
        await Bulk.Update(db, Changed<Message>(), cancel);
        IsWritten();
    }

    /// <summary>What changes from here on is written next time.</summary>
    private void IsWritten()
    {
        List<Entity> all = [.. watched.Select(entry => entry.Entity), .. added];
        watched.Clear();
        added.Clear();
        foreach (var entity in all) Watch(entity);
    }

    private List<T> Changed<T>()
        where T : Entity =>
        [.. watched.Where(entry => entry.Entity.Version != entry.Version).Select(entry => entry.Entity).OfType<T>()];
}
