using Linli.Domain.Registry.Privacy;

namespace Linli.Domain.Tests.Registry.Privacy;

/// <summary>What comments of tables and columns say, and what they leave unsaid.</summary>
public sealed class DataNoteTests
{
    private const string Whole = "purpose=matters; basis=contract; retention=ticket-texts; sensitive=no";

    [Fact]
    public void EveryPurposeReadsBackAsWritten() => Prop.ForAll(
        (from basis in Gen.Elements(Enum.GetValues<LawfulBasis>())
         from sensitive in Gen.Elements(true, false)
         from purpose in Gen.Elements("matters", "sign-in", "audit")
         from order in Gen.Shuffle(new[] { 0, 1, 2, 3 })
         select (basis, sensitive, purpose, order)).ToArbitrary(),
        given =>
        {
            string[] parts = [$"purpose={given.purpose}", $"basis={DataNote.CodeOf(given.basis)}", "retention=r", $"sensitive={(given.sensitive ? "yes" : "no")}"];
            return DataNote.TryParse(string.Join("; ", given.order.Select(i => parts[i])), out var note)
                && note.Purpose == new PurposeNote(given.purpose, given.basis, "r", given.sensitive);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("purpose=matters; basis=contract; retention=ticket-texts")]
    [InlineData("purpose=matters; basis=because; retention=ticket-texts; sensitive=no")]
    [InlineData("purpose=matters; basis=contract; retention=; sensitive=no")]
    [InlineData("purpose=matters; basis=contract; retention=x; sensitive=perhaps")]
    [InlineData("purpose=a; purpose=b; basis=contract; retention=x; sensitive=no")]
    [InlineData("personal=some")]
    [InlineData("personal=none; purpose=matters; basis=contract; retention=x; sensitive=no")]
    [InlineData("personal=none; why=because")]
    public void HalfANoteIsNone(string comment) => DataNote.TryParse(comment, out _).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Names of places; see the import.")]
    public void ProseSaysNothing(string? comment)
    {
        DataNote.TryParse(comment, out var note).ShouldBeTrue();
        note.ShouldBe(DataNote.Silent);
    }

    [Fact]
    public void AColumnSpeaksBeforeItsTable()
    {
        Column("note", "text", table: Whole).Purpose!.Purpose.ShouldBe("matters");
        Column("note", "text", table: Whole, own: "personal=none").Purpose.ShouldBeNull();
        Column("note", "text", table: Whole + "; none=note,kind").Purpose.ShouldBeNull();
        Column("note", "text", table: "none=note", own: Whole).Purpose!.Purpose.ShouldBe("matters");
    }

    [Theory]
    [InlineData("note", "text", null, true)]
    [InlineData("picture", "bytea", null, true)]
    [InlineData("payload", "jsonb", null, true)]
    [InlineData("id", "uuid", null, false)]
    [InlineData("person_id", "uuid", null, true)]
    [InlineData("decided_by", "uuid", "registry.people", true)]
    [InlineData("unit_id", "uuid", "registry.units", false)]
    [InlineData("count", "integer", null, false)]
    [InlineData("party_member", "boolean", null, true)]
    [InlineData("born_on", "date", null, true)]
    public void WhatCanHoldAPersonHasToSpeak(string name, string type, string? pointsTo, bool must)
    {
        var column = Column(name, type, pointsTo: pointsTo);
        column.MustSpeak.ShouldBe(must);
        column.IsSilent.ShouldBe(must);
    }

    [Fact]
    public void OfAPersonsNatureATableCannotSpeak()
    {
        Column("party_member", "boolean", table: Whole).IsSilent.ShouldBeTrue();
        Column("party_member", "boolean", table: "none=party_member").IsSilent.ShouldBeTrue();
        Column("party_member", "boolean", own: Whole).IsSilent.ShouldBeFalse();
    }

    [Fact]
    public void AGarbledNoteShows()
    {
        Column("note", "text", own: "purpose=matters").IsGarbled.ShouldBeTrue();
        Column("note", "text", own: "none=note").IsGarbled.ShouldBeTrue();
        Column("note", "text", table: "personal=none").IsGarbled.ShouldBeTrue();
        Column("note", "text", own: "personal=none").IsGarbled.ShouldBeFalse();
    }

    private static DataColumn Column(string name, string type, string? pointsTo = null, string? table = null, string? own = null) =>
        new("registry", "probe", name, type, pointsTo, table, own);
}
