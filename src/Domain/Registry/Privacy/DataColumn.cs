using System.Text.RegularExpressions;

namespace Linli.Domain.Registry.Privacy;

/// <summary>A column of the database as the register of purposes looks at it.</summary>
/// <param name="Schema">Schema of its table.</param>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in the words of information_schema.</param>
/// <param name="PointsTo">The table that its foreign key points to, as schema.table; null without one.</param>
/// <param name="TableComment">What is written at the table.</param>
/// <param name="ColumnComment">What is written at the column.</param>
public sealed partial record DataColumn(
    string Schema, string Table, string Name, string Type, string? PointsTo, string? TableComment, string? ColumnComment)
{
    private static readonly string[] Free = ["text", "character varying", "character", "bytea", "json", "jsonb", "xml", "inet", "ARRAY", "USER-DEFINED"];
    private static readonly string[] People = ["registry.people", "platform.accounts"];

    /// <summary>
    /// Whether it has to say something: whatever can hold words or bytes, points to a person, or may do so without a foreign
    /// key; and what by its name is about a person's nature, whatever its type. Of the last its table cannot speak.
    /// </summary>
    public bool MustSpeak => Free.Contains(Type)
        || (Type == "uuid" && (PointsTo is null ? Name != "id" : People.Contains(PointsTo)))
        || MustSpeakForItself;

    /// <summary>Its address: schema.table.column.</summary>
    public string Address => $"{Schema}.{Table}.{Name}";

    /// <summary>What it holds and why; null when it holds no personal data, or need not speak and does not.</summary>
    public PurposeNote? Purpose => Own.SaysNone ? null : Own.Purpose ?? (OfTable.None.Contains(Name) || !MustSpeak || MustSpeakForItself ? null : OfTable.Purpose);

    /// <summary>Whether it has to speak and neither it nor its table says anything that can be read.</summary>
    public bool IsSilent => MustSpeak && !Own.SaysNone && Own.Purpose is null && (MustSpeakForItself || (!OfTable.None.Contains(Name) && OfTable.Purpose is null));

    /// <summary>Whether its own comment or its table's uses the words of the register wrongly.</summary>
    public bool IsGarbled => !DataNote.TryParse(ColumnComment, out var own) || own.None.Count > 0 || !DataNote.TryParse(TableComment, out var table) || table.SaysNone;

    /// <summary>The columns that its table declares free of personal data.</summary>
    public IReadOnlyList<string> NoneOfTable => OfTable.None;

    private bool MustSpeakForItself => Telltale().IsMatch(Name);

    private DataNote Own => DataNote.TryParse(ColumnComment, out var note) ? note : DataNote.Silent;

    private DataNote OfTable => DataNote.TryParse(TableComment, out var note) ? note : DataNote.Silent;

    [GeneratedRegex("party_member|joined_party|hardship|birth|born|gender|health|disab|ethnic|relig|income", RegexOptions.CultureInvariant)]
    private static partial Regex Telltale();
}
