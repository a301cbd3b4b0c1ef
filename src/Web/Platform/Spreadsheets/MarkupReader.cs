using System.Text;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>
/// The text of a workbook's part, as long as its tags end: an XML reader keeps a whole attribute or name in memory, so a tag that has not ended after
/// a hundred thousand characters is damage. Texts may be long, they are read in pieces; comments are not kept.
/// </summary>
internal sealed class MarkupReader(Stream part) : TextReader
{
    private const int LongestTag = 100_000;

    private readonly StreamReader text = new(part, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024);
    private Within within = Within.Text;
    private int length;

    private enum Within
    {
        Text,
        Beginning,
        Tag,
        Single,
        Double,
    }

    public override int Peek() => text.Peek();

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var read = text.Read(buffer);
        for (ReadOnlySpan<char> rest = buffer[..read]; rest.Length > 0;)
        {
            rest = rest[Step(rest)..];
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }

    // How many characters belong to what is being read, the one that ends it included.
    private int Step(ReadOnlySpan<char> rest)
    {
        if (within is Within.Beginning)
        {
            // Comments and CDATA may hold quotation marks; they are no tags.
            (within, length) = (rest[0] == '!' ? Within.Text : Within.Tag, 0);
            return rest[0] is '!' ? 1 : 0;
        }

        var at = within switch
        {
            Within.Text => rest.IndexOf('<'),
            Within.Single => rest.IndexOf('\''),
            Within.Double => rest.IndexOf('"'),
            _ => rest.IndexOfAny('>', '\'', '"'),
        };
        var taken = at < 0 ? rest.Length : at + 1;
        length = within is Within.Text ? 0 : length + taken;
        if (length > LongestTag)
        {
            throw new InvalidDataException("A tag does not end.");
        }

        if (at >= 0)
        {
            within = within switch
            {
                Within.Text => Within.Beginning,
                Within.Single or Within.Double => Within.Tag,
                _ => rest[at] switch { '>' => Within.Text, '"' => Within.Double, _ => Within.Single },
            };
        }

        return taken;
    }
}
