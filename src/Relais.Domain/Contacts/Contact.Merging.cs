using Relais.Domain.Shared;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Domain.Contacts;

/// <summary>How two contacts become one, and two again.</summary>
public sealed partial class Contact
{
    internal ContactFace Face => new(Name, NamedByAgent, AvatarUrl, IsVip, IsBlocked);

    /// <summary>
    /// The one way two contacts become one. This one stays: it takes over the other's identities, threads and conversations, and what
    /// the card lacks. Where both have the same thread, the one heard last goes on, and the other takes in nothing new any more.
    /// </summary>
    /// <param name="theirs">The other contact, with everything it has.</param>
    /// <param name="ours">This contact's threads.</param>
    /// <returns>What it takes to undo it.</returns>
    /// <exception cref="RuleViolation"><c>contact.merged</c>: a contact is merged with itself, or was merged before.</exception>
    public ContactMerge Merge(Belongings theirs, IReadOnlyList<Thread> ours, Actor by, DateTimeOffset at)
    {
        var other = theirs.Contact;
        if (other.Id == Id || other.MergedInto is not null || MergedInto is not null)
            throw new RuleViolation("contact.merged", "These two are one contact already.");

        var merge = new ContactMerge(this, theirs, by, at);
        foreach (var identity in theirs.Identities) identity.BelongTo(this, isSecondary: by.Kind == ActorKind.Member);
        foreach (var thread in theirs.Threads) thread.BelongTo(this);
        Thread.Settle(ours.Concat(theirs.Threads));
        foreach (var conversation in theirs.Conversations) conversation.Join(this, other, by, at);
        var taken = TakeOver(other);
        merge.Remember(Face, taken);
        other.MergedInto = Id;
        other.Touch();
        Record(new ContactMerged(Id, other.Id, by, at));
        return merge;
    }

    /// <summary>
    /// Takes a merge back: identities, threads and conversations that were the other's are the other's again, with what came in since,
    /// and this one loses what it had only from there. What was changed after the merge stays as it is.
    /// </summary>
    /// <param name="merge">The merge.</param>
    /// <param name="ours">This contact, with everything it has now.</param>
    /// <param name="other">The contact that was merged into it.</param>
    /// <exception cref="RuleViolation"><c>contact.merge.expired</c>, <c>contact.merge.covered</c>.</exception>
    public void Part(ContactMerge merge, Belongings ours, Contact other, Actor by, DateTimeOffset at)
    {
        merge.RefuseUndo(this, at);

        var identities = ours.Identities.ToLookup(identity => merge.IdentityIds.Contains(identity.Id));
        foreach (var identity in identities[true]) identity.BelongTo(other);

        var left = identities[false].Select(identity => identity.ChannelId).ToHashSet();
        var returned = identities[true].Select(identity => identity.ChannelId).ToHashSet();
        var threads = ours.Threads.ToLookup(thread => merge.ThreadIds.Contains(thread.Id)
            || (thread.CreatedAt >= merge.At && returned.Contains(thread.ChannelId) && !left.Contains(thread.ChannelId)));
        foreach (var thread in threads[true]) thread.BelongTo(other);
        Thread.Settle(threads[true]);
        Thread.Settle(threads[false]);

        var moved = threads[true].Select(thread => thread.Id).ToHashSet();
        foreach (var conversation in ours.Conversations.Where(one => moved.Contains(one.ThreadId))) conversation.Part(other, this, by, at);
        GiveBack(merge);
        other.MergedInto = null;
        other.Touch();
        Record(new ContactParted(Id, other.Id, by, at));
    }

    /// <summary>An address of this contact came into other hands: what the channel said of it no longer holds.</summary>
    public void Lose(string? phone, DateTimeOffset at)
    {
        if (phone is null || !Values.Any(IsTold)) return;

        Values = [.. Values.Select(one => IsTold(one) ? one with { Value = null, UpdatedAt = at } : one)];
        ShowAddresses();
        Record(new ContactChanged(Id, Actor.System, at));

        bool IsTold(AttributeValue one) => one is { Alias: BuiltInAttributes.Phone, Source: AttributeSource.Medium } && one.Value == phone;
    }

    /// <returns>The values this contact had nothing of its own for.</returns>
    private List<AttributeValue> TakeOver(Contact other)
    {
        if (!NamedByAgent && (other.NamedByAgent || Name is null)) (Name, NamedByAgent) = (other.Name ?? Name, other.NamedByAgent);
        AvatarUrl ??= other.AvatarUrl;
        IsVip |= other.IsVip;
        IsBlocked |= other.IsBlocked;
        List<AttributeValue> taken =
            [.. other.Values.Where(theirs => theirs.Value is not null && !Values.Any(one => one.Alias == theirs.Alias && one.Source == theirs.Source))];
        Values = [.. Values, .. taken];
        ShowAddresses();
        return taken;
    }

    private void GiveBack(ContactMerge merge)
    {
        var (before, after) = (merge.Before, merge.After);
        if ((Name, NamedByAgent) == (after.Name, after.NamedByAgent)) (Name, NamedByAgent) = (before.Name, before.NamedByAgent);
        if (AvatarUrl == after.AvatarUrl) AvatarUrl = before.AvatarUrl;
        if (IsVip == after.IsVip) IsVip = before.IsVip;
        if (IsBlocked == after.IsBlocked) IsBlocked = before.IsBlocked;
        Values = [.. Values.Except(merge.Taken)];
        ShowAddresses();
    }
}
