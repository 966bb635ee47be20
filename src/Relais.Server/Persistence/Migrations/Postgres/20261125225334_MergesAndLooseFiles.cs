using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relais.Server.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MergesAndLooseFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_threads_channel_id_contact_id_visibility_post",
                table: "threads");

            migrationBuilder.AddColumn<Guid>(
                name: "continued_by",
                table: "threads",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "contacts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "unsent_since",
                table: "attachments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "contact_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    merged_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name_before = table.Column<string>(type: "text", nullable: true),
                    email_before = table.Column<string>(type: "text", nullable: true),
                    phone_before = table.Column<string>(type: "text", nullable: true),
                    language_before = table.Column<string>(type: "text", nullable: true),
                    by_kind = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    identity_ids = table.Column<string>(type: "text", nullable: false),
                    thread_ids = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_merges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "loose_files",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    channel_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loose_files", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_threads_channel_id_contact_id_visibility_post",
                table: "threads",
                columns: new[] { "channel_id", "contact_id", "visibility", "post" },
                unique: true,
                filter: "continued_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_unsent_since",
                table: "attachments",
                column: "unsent_since",
                filter: "unsent_since IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contact_merges_contact_id",
                table: "contact_merges",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_merges_merged_id",
                table: "contact_merges",
                column: "merged_id");

            migrationBuilder.CreateIndex(
                name: "ix_loose_files_stored_at",
                table: "loose_files",
                column: "stored_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_merges");

            migrationBuilder.DropTable(
                name: "loose_files");

            migrationBuilder.DropIndex(
                name: "ix_threads_channel_id_contact_id_visibility_post",
                table: "threads");

            migrationBuilder.DropIndex(
                name: "ix_attachments_unsent_since",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "continued_by",
                table: "threads");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "unsent_since",
                table: "attachments");

            migrationBuilder.CreateIndex(
                name: "ix_threads_channel_id_contact_id_visibility_post",
                table: "threads",
                columns: new[] { "channel_id", "contact_id", "visibility", "post" },
                unique: true);
        }
    }
}
