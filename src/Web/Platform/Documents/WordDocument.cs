using System.Globalization;
using System.Text;
using System.Xml;

namespace Linli.Web.Platform.Documents;

/// <summary>
/// A document of text, tables and places to sign, written as .docx: A4 portrait in the manner of Chinese official papers. Texts go in as texts: nothing in
/// them is ever a field, a link or markup.
/// </summary>
internal sealed class WordDocument : IDisposable
{
    internal const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    // Width between the margins of A4, in twentieths of a point.
    private const int TextWidth = 11906 - 1588 - 1474;

    private readonly MemoryStream body = new();
    private readonly XmlWriter xml;

    public WordDocument(string title)
    {
        Title = Writable(title);
        xml = XmlWriter.Create(body, new XmlWriterSettings { Encoding = new UTF8Encoding(false), ConformanceLevel = ConformanceLevel.Fragment });
        Text("Title", title);
    }

    public string Title { get; }

    /// <summary>A line in the middle, such as a number below the title.</summary>
    public WordDocument Centered(string text) => Text("Centered", text);

    public WordDocument Heading(string text) => Text("Heading1", text);

    /// <summary>A paragraph with its first line indented; line breaks stay.</summary>
    public WordDocument Paragraph(string text) => Text("Body", text);

    /// <summary>A paragraph in small print.</summary>
    public WordDocument Small(string text) => Text("Small", text);

    /// <summary>Names and values beside each other.</summary>
    public WordDocument Facts(IEnumerable<(string Name, string Value)> facts)
    {
        Table([TextWidth / 4, TextWidth - (TextWidth / 4)], facts.Select(fact => (IReadOnlyList<string>)[fact.Name, fact.Value]), header: null, borders: true);
        return this;
    }

    /// <summary>A table whose head is repeated on every page; <paramref name="shares"/> are the widths of its columns in parts of the whole.</summary>
    public WordDocument Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<int> shares)
    {
        var whole = shares.Sum();
        Table([.. shares.Select(share => TextWidth * share / whole)], rows, head, borders: true);
        return this;
    }

    /// <summary>Places to sign, two beside each other, each with room for a signature or a seal and a line for the day.</summary>
    public WordDocument Signatures(IEnumerable<(string Who, string Day)> signers)
    {
        var cells = signers.Select(signer => $"{signer.Who}\n\n\n{signer.Day}").Chunk(2).Select(pair => (IReadOnlyList<string>)[pair[0], pair.Length > 1 ? pair[1] : string.Empty]);
        Table([TextWidth / 2, TextWidth - (TextWidth / 2)], cells, header: null, borders: false);
        return this;
    }

    /// <summary>The document as it is written into a file.</summary>
    public byte[] ToBytes()
    {
        xml.Flush();
        return WordPackage.Write(Title, body.ToArray());
    }

    public void Dispose()
    {
        xml.Dispose();
        body.Dispose();
    }

    private WordDocument Text(string style, string text)
    {
        Start("p");
        Start("pPr");
        Empty("pStyle", style);
        End();
        Run(text, bold: false);
        End();
        return this;
    }

    private void Table(IReadOnlyList<int> widths, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<string>? header, bool borders)
    {
        Start("tbl");
        Start("tblPr");
        Empty("tblStyle", borders ? "Grid" : "Plain");
        Start("tblW");
        Attribute("w", widths.Sum().ToString(CultureInfo.InvariantCulture));
        Attribute("type", "dxa");
        End();
        Empty("tblLayout", "fixed", "type");
        End();
        Start("tblGrid");
        foreach (var width in widths)
        {
            Empty("gridCol", width.ToString(CultureInfo.InvariantCulture), "w");
        }

        End();
        if (header is not null)
        {
            Row(widths, header, isHead: true);
        }

        foreach (var row in rows)
        {
            Row(widths, row, isHead: false);
        }

        End();
        // Two tables that touch become one.
        Text("Gap", string.Empty);
    }

    private void Row(IReadOnlyList<int> widths, IReadOnlyList<string> cells, bool isHead)
    {
        Start("tr");
        Start("trPr");
        Start("cantSplit");
        End();
        if (isHead)
        {
            Start("tblHeader");
            End();
        }

        End();
        foreach (var (cell, width) in cells.Zip(widths))
        {
            Start("tc");
            Start("tcPr");
            Start("tcW");
            Attribute("w", width.ToString(CultureInfo.InvariantCulture));
            Attribute("type", "dxa");
            End();
            End();
            Start("p");
            Start("pPr");
            Empty("pStyle", "Cell");
            End();
            Run(cell, isHead);
            End();
            End();
        }

        End();
    }

    private void Run(string text, bool bold)
    {
        Start("r");
        if (bold)
        {
            Start("rPr");
            Start("b");
            End();
            End();
        }

        foreach (var (line, at) in Writable(text).Split('\n').Select((line, at) => (line, at)))
        {
            if (at > 0)
            {
                Start("br");
                End();
            }

            Start("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(line);
            End();
        }

        End();
    }

    // What XML cannot hold is left out; the texts were checked when they came in.
    private static string Writable(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                clean.Append(text, at++, 2);
            }
            else if (XmlConvert.IsXmlChar(text[at]) && !char.IsSurrogate(text[at]))
            {
                clean.Append(text[at]);
            }
        }

        return clean.ToString();
    }

    private void Start(string name) => xml.WriteStartElement("w", name, Main);

    private void Attribute(string name, string value) => xml.WriteAttributeString("w", name, Main, value);

    private void Empty(string name, string value, string attribute = "val")
    {
        Start(name);
        Attribute(attribute, value);
        End();
    }

    private void End() => xml.WriteEndElement();
}
