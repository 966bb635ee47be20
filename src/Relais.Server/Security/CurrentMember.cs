using Relais.Domain.People;
using Relais.Domain.Shared;

namespace Relais.Server.Security;

/// <summary>Who makes this request, and what he may see. Filled once a request, before any endpoint runs.</summary>
public sealed class CurrentMember
{
    private Member? member;
    private Sight? sight;

    public bool IsKnown => member is not null;

    public Guid Id => Known.Id;

    public Guid OrganisationId => Known.OrganisationId;

    public string Name => Known.Name;

    public Role Role => Known.Role;

    public Sight Sight => sight ?? throw new InvalidOperationException("This endpoint is open: nobody is signed in.");

    /// <summary>The channels he may see anything of; null = all of the organisation.</summary>
    public IReadOnlySet<Guid>? ChannelIds => sight?.ChannelIds;

    /// <summary>What his teams let him see and change of the queue, and how much they give him.</summary>
    public WorkRules Rules { get; private set; } = WorkRules.Free;

    private Member Known => member ?? throw new InvalidOperationException("This endpoint is open: nobody is signed in.");

    public bool May(Permission permission) => Role.May(permission);

    public bool MaySee(Guid channelId) => Sight.MaySee(channelId);

    public Actor AsActor() => Known.AsActor();

    public void Become(Member someone, Sight hisSight, WorkRules rules)
    {
        member = someone;
        sight = hisSight;
        Rules = rules;
    }
}
