using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Relais.Tests.Testing;

namespace Relais.Tests.Replies;

/// <summary>Saved replies leave as a table for a spreadsheet and come back from one.</summary>
public sealed class ReplyTableTests : IAsyncLifetime
{
    private Shop shop = null!;

    private ApiClient Diane => shop.Diane;

    public async ValueTask InitializeAsync() => shop = await Shop.Open();

    [Fact]
    public async Task A_table_brings_collections_and_replies()
    {
        var answer = await Import("Collection;Title;Body;Language;Shortcut\r\nLivraison;Colis en route;\"Bonjour,\nil arrive ; demain.\";fr;route\r\nLivraison;Merci;Merci !;;\r\n");
        Counts(answer).ShouldBe((2, 0, 0, 0));
        (await Replies()).ShouldBe(["Livraison|Colis en route|Bonjour,\nil arrive ; demain.|fr|route", "Livraison|Merci|Merci !||"]);
        (await Diane.Get("saved-replies"))["collections"]![0]!["teamIds"]!.AsArray().ShouldBeEmpty("it is a draft until it is shared");
    }

    [Fact]
    public async Task What_is_exported_comes_back_unchanged_and_a_changed_row_changes_its_reply()
    {
        await Import("collection,title,body,language,shortcut\nLivraison,Merci,\"Merci, vraiment\",fr,merci\nRetours,- Refus,\"'=somme\",,\nRetours,Étoile,+33 1,,\n");
        var before = await Replies();
        var table = await Export();

        Counts(await Import(table)).ShouldBe((0, 0, 3, 0));
        (await Replies()).ShouldBe(before);
        Counts(await Import(table.Replace("vraiment", "beaucoup", StringComparison.Ordinal))).ShouldBe((0, 1, 2, 0));
        (await Replies()).ShouldContain("Livraison|Merci|Merci, beaucoup|fr|merci");
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(1)")]
    public async Task No_cell_is_a_formula_for_the_spreadsheet(string body)
    {
        var collection = (await Diane.Post("reply-collections", new { name = "Livraison", personal = false })).Id();
        await Diane.Post("saved-replies", new { collectionId = collection, title = body, body });
        var table = await Export();
        table.ShouldStartWith("\uFEFFcollection;title;body");
        table.Split('\n')[1].Split(';').Where(cell => cell.TrimStart('"') is ['=' or '+' or '-' or '@', ..]).ShouldBeEmpty(table);
        Counts(await Import(table)).ShouldBe((0, 0, 1, 0));
    }

    [Fact]
    public async Task A_wrong_row_is_told_by_its_line_and_the_others_are_taken()
    {
        var answer = await Import("title,body,collection,shortcut\nMerci,Merci !,Livraison,merci\n,Sans titre,Livraison,\nEncore,Encore,Livraison,MERCI\nSeul,Seul,,\nFin,Fin,Livraison,deux mots\n");
        Counts(answer).ShouldBe((1, 0, 0, 4));
        answer["refused"]!.AsArray().Select(row => (row!["line"]!.GetValue<int>(), row.Text("code"))).ShouldBe(
            [(3, "saved_reply.title.required"), (4, "saved_reply.shortcut.taken"), (5, "reply_collection.name.required"), (6, "saved_reply.shortcut.invalid")]);
    }

    [Fact]
    public async Task A_spreadsheet_that_does_not_know_UTF_8_is_read_too()
    {
        Counts(await Import(Encoding.Latin1.GetBytes("collection;title;body\nÀ part;Été;Déjà là\n"))).ShouldBe((1, 0, 0, 0));
        (await Replies()).ShouldBe(["À part|Été|Déjà là||"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("collection,title,body\n")]
    public async Task What_is_no_table_is_refused(string text)
    {
        using var form = Form(Encoding.UTF8.GetBytes(text));
        using var response = await Diane.Send(HttpMethod.Post, "saved-replies/table", form);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    private static (int Added, int Changed, int Unchanged, int Refused) Counts(JsonNode answer) => (
        answer["added"]!.GetValue<int>(), answer["changed"]!.GetValue<int>(), answer["unchanged"]!.GetValue<int>(), answer["refused"]!.AsArray().Count);

    private static MultipartFormDataContent Form(byte[] table)
    {
        var file = new ByteArrayContent(table);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return new MultipartFormDataContent { { file, "file", "replies.csv" } };
    }

    private Task<JsonNode> Import(string table) => Import(Encoding.UTF8.GetBytes(table));

    private async Task<JsonNode> Import(byte[] table)
    {
        using var form = Form(table);
        return await Diane.Post("saved-replies/table", form);
    }

    private async Task<string> Export()
    {
        using var response = await Diane.Send(HttpMethod.Get, "saved-replies/table");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task<IEnumerable<string>> Replies()
    {
        var answer = await Diane.Get("saved-replies");
        var names = answer["collections"]!.AsArray().ToDictionary(collection => collection!.Id(), collection => collection!.Text("name"));
        return [.. answer.Items().Select(reply => $"{names[reply.Id("collectionId")]}|{reply.Text("title")}|{reply.Text("body")}|{reply["language"]}|{reply["shortcut"]}")];
    }
}
