using Relais.Domain.People;
using Relais.Domain.Shared;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.People;

/// <summary>Members, their links and teams.</summary>
public sealed class MemberDomainTests
{
    private readonly Member diane = new(Guid.CreateVersion7(), "Diane", " Diane@Maison-Lune.fr ", Role.Admin, "fr", Actor.System, Noon);

    [Fact]
    public void An_invited_member_becomes_active_by_joining_once()
    {
        diane.Status.ShouldBe(MemberStatus.Invited);
        diane.ForgetEvents();

        diane.Join(Noon);
        diane.Join(Noon);

        diane.IsActive.ShouldBeTrue();
        diane.Events.Count.ShouldBe(1);
    }

    [Fact]
    public void An_address_is_kept_in_lower_case() => diane.Email.ShouldBe("diane@maison-lune.fr");

    [Theory]
    [InlineData("", "member.email.required")]
    [InlineData("diane", "member.email.invalid")]
    [InlineData("@maison-lune.fr", "member.email.invalid")]
    [InlineData("diane@", "member.email.invalid")]
    [InlineData("di ane@maison-lune.fr", "member.email.invalid")]
    public void What_is_no_address_is_refused(string email, string code) =>
        Code(() => _ = new Member(diane.OrganisationId, "Diane", email, Role.Agent, "fr", Actor.System, Noon)).ShouldBe(code);

    [Theory]
    [InlineData("de")]
    [InlineData("")]
    [InlineData("FR")]
    public void Only_French_and_English_are_spoken(string language) =>
        Code(() => diane.Describe(null, language, null, Ana, Noon)).ShouldBe("language.unknown");

    [Fact]
    public void The_last_administrator_stays_one()
    {
        Code(() => diane.TakeRole(Role.Agent, isLastAdmin: true, Ana, Noon)).ShouldBe("member.last_admin");
        Code(() => diane.Disable(isLastAdmin: true, Ana, Noon)).ShouldBe("member.last_admin");

        diane.TakeRole(Role.Admin, isLastAdmin: true, Ana, Noon);
        diane.TakeRole(Role.Supervisor, isLastAdmin: false, Ana, Noon);
        diane.Disable(isLastAdmin: true, Ana, Noon);
        diane.Status.ShouldBe(MemberStatus.Disabled);
    }

    [Theory]
    [InlineData(true, MemberStatus.Active)]
    [InlineData(false, MemberStatus.Invited)]
    public void Who_is_enabled_again_stands_where_he_stood(bool hasSignedIn, MemberStatus status)
    {
        diane.Disable(isLastAdmin: false, Ana, Noon);
        diane.Enable(hasSignedIn, Ana, Noon);

        diane.Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(LinkPurpose.Invitation, 72)]
    [InlineData(LinkPurpose.PasswordReset, 1)]
    public void A_link_works_once_and_not_for_ever(LinkPurpose purpose, int hours)
    {
        var link = new Link(diane, purpose, [1], Noon);
        link.IsUsableAt(Noon.AddHours(hours)).ShouldBeFalse();
        link.IsUsableAt(Noon.AddHours(hours).AddTicks(-1)).ShouldBeTrue();

        link.Use(Noon);
        Code(() => link.Use(Noon)).ShouldBe("link.expired");
    }

    [Fact]
    public void A_team_consists_of_whom_it_was_last_given()
    {
        var (ana, bruno) = (Ana.Id!.Value, Bruno.Id!.Value);
        var team = new Team(diane.OrganisationId, " Livraison ", Ana, Noon);
        team.Consist([ana], Ana, Noon);
        team.Consist([bruno, ana], Ana, Noon);
        team.Consist([bruno], Ana, Noon);

        team.Name.ShouldBe("Livraison");
        team.Members.ShouldBe([new TeamMember(team.Id, bruno)]);
        Code(() => team.Rename("  ", Ana, Noon)).ShouldBe("team.name.required");
    }

    [Fact]
    public void Routing_is_told_of_a_team_and_its_name_but_not_of_who_is_in_it_and_how_they_work()
    {
        var team = new Team(diane.OrganisationId, "Livraison", Ana, Noon);
        team.Consist([Ana.Id!.Value], Ana, Noon);
        team.Work(new TeamSettings(Limit: 4), Ana, Noon);
        team.Rename("Livraisons", Ana, Noon);
        team.Dissolve(Ana, Noon);

        team.Events.Cast<TeamChanged>().Select(happened => happened.IsForRouting).ShouldBe([true, false, false, true, true]);
    }

    [Fact]
    public void Each_role_may_do_what_the_next_may_and_more()
    {
        foreach (var (higher, lower) in new[] { (Role.Admin, Role.Supervisor), (Role.Supervisor, Role.Agent), (Role.Agent, Role.Viewer) })
        {
            lower.Permissions().ShouldBeSubsetOf(higher.Permissions());
            higher.Permissions().Count.ShouldBeGreaterThan(lower.Permissions().Count);
        }

        Role.Viewer.May(Permission.AnswerConversations).ShouldBeFalse();
        Role.Viewer.May(Permission.FileConversations).ShouldBeTrue();
    }

    private static string Code(Action act) => Should.Throw<RuleViolation>(act).Code;
}
