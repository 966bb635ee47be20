using System.Collections.ObjectModel;
using Relais.Domain.Channels;

namespace Relais.Server.Channels;

/// <summary>
/// The contract of a medium: what one folder of <c>Channels/</c> must know so that everything else need not. Kinds are
/// found by scanning; they are made once and hold no state between calls.
/// </summary>
public abstract class ChannelKind
{
    /// <summary>In routes and rows, for instance <c>whatsapp</c>; never changed once released.</summary>
    public abstract string Name { get; }

    /// <summary>The record an administrator fills in; the connect form is drawn from it.</summary>
    public abstract Type SettingsType { get; }

    /// <summary>The largest body its door takes, in bytes. More is refused with 413 before it is read.</summary>
    public virtual int MaxBodyBytes => 3 * 1024 * 1024;

    /// <summary>How bodies are written at its door; anything else is refused with 400.</summary>
    public virtual BodyFormat Body => BodyFormat.Json;

    /// <summary>What may be done on this channel: screens and rules follow it, never the kind's name.</summary>
    public abstract Capabilities CapabilitiesOf(ConnectedChannel channel);

    /// <summary>Decides on the raw bytes whether a call at the door is the provider's. Nothing was stored yet.</summary>
    public abstract Verdict Verify(ConnectedChannel channel, DoorRequest request);

    /// <summary>
    /// Turns a journalled body into facts, in the order they should be applied. Runs after the 2xx, must not call out,
    /// and may run again on the same bytes. Throwing quarantines the body after three tries.
    /// </summary>
    public abstract IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body);

    /// <summary>The same, for providers that do not say when something happened: then it did when it came.</summary>
    public virtual IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body, DateTimeOffset cameAt) => Read(channel, body);

    /// <summary>Whether Relais itself goes and looks for what came, as at a mailbox.</summary>
    public virtual bool Listens(ConnectedChannel channel) => false;

    /// <summary>
    /// Waits at the provider for what contacts write, and puts each into the letterbox before it tells the provider that we have
    /// it. One node at a time runs it, for as long as the channel is connected; it is begun again after a growing pause when it
    /// returns or throws, and called off when the settings change.
    /// </summary>
    /// <exception cref="ListeningFailed">An administrator must mend something first.</exception>
    public virtual Task Listen(ConnectedChannel channel, Letterbox letterbox, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>
    /// Makes sure with the provider that the channel works: as whom it knows us, and that it will call at our door, which it is
    /// told where it can be told. Touches no contact and may be asked again at any time.
    /// </summary>
    public virtual Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) => Channels.Check.Untried.Always;

    /// <summary>Asks the provider what it still grants. Null when it does not tell; empty where nothing runs out.</summary>
    public virtual Task<IReadOnlyList<Allowance>?> Allowances(ConnectedChannel channel, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Allowance>?>([]);

    /// <summary>Has access granted anew where the provider does that for who still has it, some time before it ends.</summary>
    /// <returns>The settings with the new access; null when the old one stays.</returns>
    public virtual Task<object?> Renew(ConnectedChannel channel, CancellationToken cancel) => Task.FromResult<object?>(null);

    /// <summary>Whether the provider may take this id from one person and give it to another, as happens to phone numbers.</summary>
    public virtual bool IsLent(string id) => false;

    /// <summary>Whether somebody known by some ids cannot be the one the provider speaks of by others: another has come by his number.</summary>
    public virtual bool IsSomebodyElse(IReadOnlyCollection<string> known, IReadOnlyCollection<string> told) => false;

    /// <summary>What an id of this medium says of its holder for sure.</summary>
    public virtual Reach ReachOf(string externalId) => Reach.Unknown;

    /// <summary>Under which id somebody is written to who has never written; null where he cannot be. Only where <see cref="Capabilities.WritesFirst"/>.</summary>
    public virtual string? AddressOf(ConnectedChannel channel, Reach reach) => null;

    /// <summary>Hands one answer to the provider and names how it ended. Never throws for what the outside does.</summary>
    public abstract Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel);

    /// <summary>
    /// Asks the provider what became of an answer whose sending ended unknown. Null where it cannot tell:
    /// then <see cref="Capabilities.Unknown"/> decides.
    /// </summary>
    public virtual Task<Delivery?> Reconcile(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) =>
        Task.FromResult<Delivery?>(null);

    /// <summary>Copies a file the contact sent from the provider.</summary>
    public virtual Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) =>
        Task.FromResult<Fetched>(new Fetched.Gone("This channel brings no files."));

    /// <summary>Whether what contacts write says only their ids, and the provider tells the rest when it is asked.</summary>
    public virtual bool Introduces => false;

    /// <summary>
    /// Asks the provider who somebody is. Comes after his message, which waits for nothing; without an answer his id stands for him
    /// until he writes again.
    /// </summary>
    public virtual Task<Introduced> Introduce(ConnectedChannel channel, string externalId, CancellationToken cancel) =>
        Task.FromResult<Introduced>(new Introduced.Nobody("This channel introduces nobody."));

    /// <summary>The same, where the provider tells who somebody is by what he wrote.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="externalId">His id.</param>
    /// <param name="saidIn">The provider's id of a message of his; null where he wrote none.</param>
    /// <param name="cancel">Ends the call.</param>
    public virtual Task<Introduced> Introduce(ConnectedChannel channel, string externalId, string? saidIn, CancellationToken cancel) =>
        Introduce(channel, externalId, cancel);

    /// <summary>
    /// Asks the provider for a message of which he told nothing but that there is one. It waits for that, and the intake for nothing. Only what
    /// <see cref="MessageIn.Inquiry"/> named.
    /// </summary>
    public virtual Task<Inquired> Inquire(ConnectedChannel channel, string inquiry, CancellationToken cancel) =>
        Task.FromResult<Inquired>(new Inquired.TryLater("This channel tells everything at once."));

    /// <summary>Whether comments say only the id of the post they stand under, and the provider shows it when it is asked.</summary>
    public virtual bool ShowsPosts => false;

    /// <summary>Asks the provider what a post says. Comes after the comment, which waits for nothing.</summary>
    public virtual Task<ShownPost> ShowPost(ConnectedChannel channel, string post, CancellationToken cancel) =>
        Task.FromResult<ShownPost>(new ShownPost.Gone("This channel shows no posts."));

    /// <summary>Hides a comment from the public, or shows it again. Only where <see cref="Capabilities.Hiding"/>.</summary>
    /// <returns>Why the provider did not, in his words; null when he did.</returns>
    public virtual Task<string?> Hide(ConnectedChannel channel, string externalId, bool isHidden, CancellationToken cancel) =>
        Task.FromResult<string?>("This channel hides nothing.");

    /// <summary>Deletes a comment, or what we said in public, for good. Only where <see cref="Capabilities.Deletes"/>; what is gone already is deleted.</summary>
    /// <returns>Why the provider did not, in his words; null when it is gone.</returns>
    public virtual Task<string?> Delete(ConnectedChannel channel, Deleting deleting, CancellationToken cancel) =>
        Task.FromResult<string?>("This channel deletes nothing.");

    /// <summary>Puts an emoji on what a contact wrote, or takes it back. Only one of <see cref="Capabilities.Reactions"/>.</summary>
    /// <returns>Why the provider did not, in his words; null when he did.</returns>
    public virtual Task<string?> React(ConnectedChannel channel, Reacting reacting, CancellationToken cancel) =>
        Task.FromResult<string?>("This channel knows no reactions.");

    /// <summary>Tells the provider that we read or type. Best effort: it may be lost.</summary>
    public virtual Task Tell(ConnectedChannel channel, Signal signal, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The approved templates that may be sent outside the reply window.</summary>
    public virtual Task<IReadOnlyList<Template>> Templates(ConnectedChannel channel, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Template>>([]);

    /// <summary>Whether who is refused with this code is refused because of the template or the account, and everybody after him would be too.</summary>
    public virtual bool RefusesAll(string code) => false;

    /// <summary>What an administrator must copy to the other side: addresses, tokens, a line for a site. Keys have a
    /// text <c>connection.{key}</c>.</summary>
    public virtual IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) =>
        new Dictionary<string, string> { ["webhookUrl"] = new Uri(publicUrl, $"channels/{Name}/{channel.Id}").ToString() };

    /// <summary>Fills what Relais itself chooses when a channel is connected, for instance a verify token.</summary>
    public virtual object Complete(object settings) => settings;

    /// <summary>Doors of its own, under <c>/api/channels/{kind}/v1/{channelId}</c>.</summary>
    public virtual void MapDoors(RouteGroupBuilder doors)
    {
    }

    /// <summary>Pages of its own for browsers, under <c>/{kind}</c>.</summary>
    public virtual void MapPages(RouteGroupBuilder pages)
    {
    }
}

/// <summary>A kind with typed settings.</summary>
public abstract class ChannelKind<TSettings> : ChannelKind
    where TSettings : class
{
    public sealed override Type SettingsType => typeof(TSettings);

    public sealed override object Complete(object settings) => Complete((TSettings)settings);

    protected virtual TSettings Complete(TSettings settings) => settings;

    protected static TSettings SettingsOf(ConnectedChannel channel) => (TSettings)channel.Settings;
}

/// <summary>A channel as its kind sees it, with its settings opened.</summary>
public sealed record ConnectedChannel(Guid Id, Guid OrganisationId, string Kind, string Name, object Settings)
{
    /// <summary>What its kind found out and must know while it reads; see <see cref="ChannelMemory.Learn"/>. May be a moment old.</summary>
    public IReadOnlyDictionary<string, string> Learned { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Without the settings, which hold secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
