using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relais.Server.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Presence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "remove_assignment",
                table: "organisations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "away_state_id",
                table: "members",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "default_availability",
                table: "members",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "status_since",
                table: "members",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "assigned_at",
                table: "conversations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "absence_notices",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    conversation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organisation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absence_notices", x => new { x.member_id, x.conversation_id });
                });

            migrationBuilder.CreateTable(
                name: "away_states",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    icon = table.Column<string>(type: "TEXT", nullable: false),
                    colour = table.Column<string>(type: "TEXT", nullable: false),
                    is_productive = table.Column<bool>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    archived_at = table.Column<long>(type: "INTEGER", nullable: true),
                    organisation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_away_states", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "presence_sessions",
                columns: table => new
                {
                    connection_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    organisation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    node = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sign_in = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    left_at = table.Column<long>(type: "INTEGER", nullable: true),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_presence_sessions", x => x.connection_id);
                });

            migrationBuilder.CreateTable(
                name: "status_spans",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organisation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    availability = table.Column<string>(type: "TEXT", nullable: false),
                    away_state_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    away_state_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    began_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_status_spans", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_away_states_organisation_id_place",
                table: "away_states",
                columns: new[] { "organisation_id", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_presence_sessions_member_id_until",
                table: "presence_sessions",
                columns: new[] { "member_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_presence_sessions_sign_in",
                table: "presence_sessions",
                column: "sign_in");

            migrationBuilder.CreateIndex(
                name: "ix_presence_sessions_until",
                table: "presence_sessions",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_status_spans_member_id_availability_ended_at",
                table: "status_spans",
                columns: new[] { "member_id", "availability", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_status_spans_member_id_ended_at",
                table: "status_spans",
                columns: new[] { "member_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_status_spans_open",
                table: "status_spans",
                column: "member_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_status_spans_organisation_id_began_at",
                table: "status_spans",
                columns: new[] { "organisation_id", "began_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absence_notices");

            migrationBuilder.DropTable(
                name: "away_states");

            migrationBuilder.DropTable(
                name: "presence_sessions");

            migrationBuilder.DropTable(
                name: "status_spans");

            migrationBuilder.DropColumn(
                name: "remove_assignment",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "away_state_id",
                table: "members");

            migrationBuilder.DropColumn(
                name: "default_availability",
                table: "members");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "members");

            migrationBuilder.DropColumn(
                name: "assigned_at",
                table: "conversations");
        }
    }
}
