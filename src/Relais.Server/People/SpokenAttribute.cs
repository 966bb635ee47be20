using System.ComponentModel.DataAnnotations;

namespace Relais.Server.People;

/// <summary>One of the languages Relais speaks; <see cref="Relais.Domain.Shared.Texts.Language"/> refuses all others.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SpokenAttribute() : AllowedValuesAttribute("fr", "en");
