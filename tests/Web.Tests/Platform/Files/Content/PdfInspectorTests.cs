using System.IO.Compression;
using Linli.Web.Platform.Files;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Files.Content;

public sealed class PdfInspectorTests
{
    private const string Flate = "/Filter /FlateDecode";

    [Fact]
    public void A_plain_document_stays_byte_for_byte_with_its_metadata()
    {
        var bytes = Document("<< /Type /Catalog /Author (PLANTED) >>");

        var file = FileContent.Inspect(bytes).Value;

        file.Kind.ShouldBe(FileKind.Pdf);
        file.Bytes.ShouldBe(bytes);
        (file.Width, file.Height).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("/S /JavaScript /JS (app.alert(1))")]
    [InlineData("/S /J#61vaScript /JS (app.alert(1))")]
    [InlineData("/S /#4a#61#76#61#53#63#72#69#70#74")]
    [InlineData("/S /Launch /F (cmd.exe)")]
    [InlineData("/Type /EmbeddedFile")]
    [InlineData("/Names << /EmbeddedFiles 3 0 R >>")]
    public void Active_content_is_refused_in_the_open_and_in_an_object_stream(string content)
    {
        FileContent.Inspect(Document($"<< {content} >>")).Refusals.ShouldBe([new PdfHasActiveContent()]);
        FileContent.Inspect(WithObjectStream(Flate, Packed(content))).Refusals.ShouldBe([new PdfHasActiveContent()]);
        FileContent.Inspect(WithObjectStream("", Bytes.Ascii("1 0 " + content))).Refusals.ShouldBe([new PdfHasActiveContent()]);
    }

    [Fact]
    public void Every_object_stream_is_searched()
    {
        var harmless = ObjectStream(Flate, Packed("<< /Type /Page >>"));
        var harmful = ObjectStream(Flate, Packed("<< /S /Launch >>"));

        FileContent.Inspect(Document(Bytes.Join(harmless, harmless))).IsRefused.ShouldBeFalse();
        FileContent.Inspect(Document(Bytes.Join(harmless, harmful))).Refusals.ShouldBe([new PdfHasActiveContent()]);
    }

    [Theory]
    [InlineData("/Filter /ASCIIHexDecode")]
    [InlineData("/Filter [/FlateDecode /FlateDecode]")]
    [InlineData("/Filter /FlateDecode /DecodeParms << /Predictor 12 >>")]
    [InlineData("/Filter 8 0 R")]
    public void An_object_stream_that_cannot_be_read_is_damage(string filter) =>
        FileContent.Inspect(WithObjectStream(filter, Packed("<< /Type /Page >>"))).Refusals.ShouldBe([new FileIsDamaged()]);

    [Fact]
    public void An_object_stream_that_unpacks_without_end_is_damage()
    {
        var bomb = Packed(new string(' ', 70 * 1024 * 1024));

        FileContent.Inspect(WithObjectStream(Flate, bomb)).Refusals.ShouldBe([new FileIsDamaged()]);
    }

    [Fact]
    public void An_encrypted_document_is_accepted_though_its_objects_cannot_be_seen()
    {
        var unreadable = ObjectStream(Flate, [1, 2, 3, 4]);

        FileContent.Inspect(Document(unreadable)).IsRefused.ShouldBeTrue();
        FileContent.Inspect(Document(Bytes.Join(unreadable, Bytes.Ascii("<< /Encrypt 5 0 R >>")))).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Saying_that_it_is_encrypted_does_not_hide_what_can_be_read()
    {
        var content = Bytes.Join(ObjectStream(Flate, [1, 2, 3, 4]), ObjectStream(Flate, Packed("/S /Launch")), Bytes.Ascii("%/Encrypt"));

        FileContent.Inspect(Document(content)).Refusals.ShouldBe([new PdfHasActiveContent()]);
    }

    [Fact]
    public void A_word_before_the_data_does_not_pass_for_an_uncompressed_stream() =>
        FileContent.Inspect(WithObjectStream("/X (stream) " + Flate, Packed("/S /Launch"))).Refusals.ShouldBe([new FileIsDamaged()]);

    [Fact]
    public void A_name_is_found_wherever_it_lies_in_a_long_stream()
    {
        foreach (var before in Enumerable.Range(65_500, 50))
        {
            var packed = Packed(new string(' ', before) + "/S /JavaScript" + new string(' ', 200));
            FileContent.Inspect(WithObjectStream(Flate, packed)).Refusals.ShouldBe([new PdfHasActiveContent()], $"after {before} bytes");
        }
    }

    [Fact]
    public void Very_many_object_streams_end_the_search()
    {
        var one = ObjectStream(Flate, Packed("1"));
        var many = Bytes.Join([.. Enumerable.Repeat(one, 20_000)]);

        FileContent.Inspect(Document(many)).Refusals.ShouldBe([new FileIsDamaged()]);
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj")]
    [InlineData("%PDF-1.7\n%%EOF")]
    [InlineData("%PDF-1.7\nstartxref\n9\n%%EOF\nPK\x03\x04")]
    public void A_document_without_its_end_is_damaged(string content) =>
        FileContent.Inspect(Bytes.Ascii(content)).Refusals.ShouldBe([new FileIsDamaged()]);

    [Fact]
    public void An_archive_whose_comment_ends_the_document_is_refused()
    {
        var comment = Bytes.Ascii("startxref\n9\n%%EOF\n");
        byte[] archiveEnd = [.. "PK\x05\x06"u8, .. new byte[16], (byte)comment.Length, 0];

        FileContent.Inspect(Bytes.Join(Bytes.Ascii("%PDF-1.7\n"), archiveEnd, comment)).Refusals.ShouldBe([new FileKindIsNotAccepted()]);
    }

    [Fact]
    public void White_space_and_a_byte_order_mark_may_come_first()
    {
        var document = Document("<< >>");

        FileContent.Inspect(document.With(0, 0xEF, 0xBB, 0xBF)).IsRefused.ShouldBeFalse();
        FileContent.Inspect(document.With(0, (byte)'\r', (byte)'\n')).IsRefused.ShouldBeFalse();
    }

    private static byte[] Document(string content) => Document(Bytes.Ascii(content));

    private static byte[] Document(byte[] content) =>
        Bytes.Join(Bytes.Ascii("%PDF-1.7\n1 0 obj\n"), content, Bytes.Ascii("\nendobj\nstartxref\n9\n%%EOF\n"));

    private static byte[] WithObjectStream(string filter, byte[] data) => Document(ObjectStream(filter, data));

    private static byte[] ObjectStream(string filter, byte[] data) => Bytes.Join(
        Bytes.Ascii($"2 0 obj\n<< /Type /ObjStm /N 1 /First 4 {filter} /Length {data.Length} >>\nstream\r\n"),
        data,
        Bytes.Ascii("\nendstream\nendobj\n"));

    private static byte[] Packed(string content)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            packing.Write(Bytes.Ascii(content));
        }

        return packed.ToArray();
    }
}
