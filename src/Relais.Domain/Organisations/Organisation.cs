using Relais.Domain.People;
using Relais.Domain.Privacy;
using Relais.Domain.Shared;

namespace Relais.Domain.Organisations;

/// <summary>The company whose customers write. Everything else belongs to one.</summary>
public sealed class Organisation : Entity
{
    public const int NameLimit = 120;

    private Organisation()
    {
    }

    public Organisation(string name, string language, DateTimeOffset at)
    {
        OrganisationId = Id;
        Name = Texts.Required(name, NameLimit, "organisation.name");
        Language = Texts.Language(language);
        CreatedAt = at;
    }

    public string Name { get; private set; } = "";

    /// <summary>The language of the screens for members who chose none: <c>fr</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "fr";

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Whether conversations leave an agent who is not there.</summary>
    public RemoveAssignment RemoveAssignment { get; private set; }

    public void ChooseRemoveAssignment(RemoveAssignment option, Actor by, DateTimeOffset at)
    {
        if (RemoveAssignment == option) return;

        var before = RemoveAssignment;
        RemoveAssignment = option;
        Record(new RemoveAssignmentChosen(before, option, by, at));
    }

    /// <summary>When what is known of a contact is deleted by itself.</summary>
    public AutoClear AutoClear { get; private set; }

    public void ChooseAutoClear(AutoClear option, Actor by, DateTimeOffset at)
    {
        if (AutoClear == option) return;

        var before = AutoClear;
        AutoClear = option;
        Record(new AutoClearChosen(before, option, by, at));
    }
}

/// <summary>An administrator chose when what is known of contacts is deleted by itself.</summary>
public sealed record AutoClearChosen(AutoClear Before, AutoClear Option, Actor By, DateTimeOffset At) : DomainEvent(By, At);

/// <summary>An administrator chose when conversations leave an agent who is not there.</summary>
public sealed record RemoveAssignmentChosen(RemoveAssignment Before, RemoveAssignment Option, Actor By, DateTimeOffset At) : DomainEvent(By, At);
