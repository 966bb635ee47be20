using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Contacts;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence.Mapping;

internal sealed class ContactMapping : EntityMapping<Contact>
{
    protected override void Map(EntityTypeBuilder<Contact> entity)
    {
        entity.Ignore(row => row.DisplayName);
        entity.Property(row => row.Name).HasMaxLength(Contact.NameLimit);
        entity.Property(row => row.Values).HasColumnName("attributes").HasConversion(
            values => Write(values), json => Read(json),
            ListColumn.Comparer<AttributeValue>());

        // The sweep walks along it.
        entity.HasIndex(row => new { row.OrganisationId, row.Id });
        entity.HasIndex(row => row.MergedInto).HasFilter("merged_into IS NOT NULL");
        entity.HasIndex(row => row.Phone).HasFilter("phone IS NOT NULL");
        entity.HasIndex(row => new { row.OrganisationId, row.Id }, "vip").HasDatabaseName("ix_contacts_vip").HasFilter("is_vip");
    }

    /// <summary>Most contacts have none: they are neither written nor read as JSON.</summary>
    internal static string Write(IReadOnlyList<AttributeValue> values) => values.Count == 0 ? "[]" : JsonSerializer.Serialize(values, ListColumn.Options);

    internal static IReadOnlyList<AttributeValue> Read(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<AttributeValue[]>(json, ListColumn.Options)!;
}

internal sealed class ContactNoteMapping : EntityMapping<ContactNote>
{
    protected override void Map(EntityTypeBuilder<ContactNote> entity)
    {
        entity.Property(row => row.Text).HasMaxLength(ContactNote.TextLimit);
        entity.HasIndex(row => row.ContactId);
    }
}

internal sealed class ConsentMapping : EntityMapping<Consent>
{
    protected override void Map(EntityTypeBuilder<Consent> entity)
    {
        entity.Ignore(row => row.IsRefusal);
        entity.Property(row => row.How).HasMaxLength(Consent.HowLimit);
        entity.HasIndex(row => new { row.ContactId, row.ChannelId });
    }
}

internal sealed class ContactMergeMapping : EntityMapping<ContactMerge>
{
    protected override void Map(EntityTypeBuilder<ContactMerge> entity)
    {
        entity.Ignore(row => row.IdentityIds).Ignore(row => row.ThreadIds).Ignore(row => row.UndoUntil);
        entity.HoldsIds("identityIds", "identity_ids");
        entity.HoldsIds("threadIds", "thread_ids");
        entity.Property(row => row.MergedName).HasMaxLength(Contact.NameLimit);
        Face(entity.Property(row => row.Before).HasColumnName("face_before"));
        Face(entity.Property(row => row.After).HasColumnName("face_after"));
        entity.Property(row => row.Taken).HasConversion(
            values => JsonSerializer.Serialize(values, ListColumn.Options),
            json => JsonSerializer.Deserialize<AttributeValue[]>(json, ListColumn.Options)!,
            ListColumn.Comparer<AttributeValue>());
        entity.HasIndex(row => row.ContactId);

        // The housekeeping walks along it.
        entity.HasIndex(row => row.At);
    }

    private static void Face(PropertyBuilder<ContactFace> property) => property.HasConversion(
        face => JsonSerializer.Serialize(face, ListColumn.Options), json => JsonSerializer.Deserialize<ContactFace>(json, ListColumn.Options)!);
}

internal sealed class ContactIdentityMapping : EntityMapping<ContactIdentity>
{
    protected override void Map(EntityTypeBuilder<ContactIdentity> entity)
    {
        entity.Property(row => row.ExternalId).HasMaxLength(ContactIdentity.ExternalIdLimit);
        entity.HasIndex(row => new { row.ChannelId, row.ExternalId }).IsUnique();
        entity.HasIndex(row => row.ContactId);
    }
}

internal sealed class ContactAttributeMapping : EntityMapping<ContactAttribute>
{
    protected override void Map(EntityTypeBuilder<ContactAttribute> entity)
    {
        entity.Property(row => row.Alias).HasMaxLength(ContactAttribute.AliasLimit);
        entity.Property(row => row.Name).HasMaxLength(ContactAttribute.NameLimit);
        entity.Property(row => row.Choices).HasConversion(
            choices => JsonSerializer.Serialize(choices, ListColumn.Options),
            json => JsonSerializer.Deserialize<string[]>(json, ListColumn.Options)!,
            ListColumn.Comparer<string>());
        entity.HasIndex(row => new { row.OrganisationId, row.Alias }).IsUnique();
    }
}

internal sealed class ContactGroupMapping : EntityMapping<ContactGroup>
{
    protected override void Map(EntityTypeBuilder<ContactGroup> entity)
    {
        entity.Property(row => row.Name).HasMaxLength(ContactGroup.NameLimit);
        entity.Property(row => row.Rules).HasConversion(
            rules => JsonSerializer.Serialize(rules, ListColumn.Options),
            json => JsonSerializer.Deserialize<GroupRule[]>(json, ListColumn.Options)!,
            ListColumn.Comparer<GroupRule>());
        entity.HasIndex(row => new { row.OrganisationId, row.Name }).IsUnique();
    }
}

internal sealed class ContactSweepMapping : EntityMapping<ContactSweep>
{
    protected override void Map(EntityTypeBuilder<ContactSweep> entity) => entity.HasIndex(row => row.OrganisationId).IsUnique();
}

internal sealed class GroupMemberMapping : IEntityTypeConfiguration<GroupMemberRow>
{
    public void Configure(EntityTypeBuilder<GroupMemberRow> row)
    {
        row.ToTable("contact_group_members");
        row.HasKey(one => new { one.ContactId, one.GroupId });
        row.HasIndex(one => new { one.GroupId, one.ContactId });
    }
}

/// <summary>A list kept as JSON in one column. A list is replaced as a whole and never changed in place.</summary>
internal static class ListColumn
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new InstantToText() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static ValueComparer<IReadOnlyList<T>> Comparer<T>() => new(
        (one, other) => ReferenceEquals(one, other) || one!.SequenceEqual(other!), list => list.Count, list => list);
}
