namespace Linli.Web.Registry.Documents;

/// <summary>Marker of the resources about governing documents: DocumentsTexts.resx (Chinese) and DocumentsTexts.en.resx.</summary>
public sealed class DocumentsTexts;
