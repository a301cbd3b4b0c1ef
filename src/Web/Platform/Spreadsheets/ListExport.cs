using Linli.Web.Platform.Access;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>A list as a workbook to be downloaded, under the line that says who took it out and when. What stands in it is what the list's own query lets the actor see.</summary>
internal sealed class ListExport(IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <param name="name">Of the file and the sheet.</param>
    /// <param name="actor">Who takes it out.</param>
    /// <param name="columns">Headers in the reader's language, and what stands below them.</param>
    /// <param name="read">The rows of a page, counted from 1; <see cref="ListWorkbook.PageSize"/> rows each, and fewer on the last.</param>
    public SpreadsheetAnswer Of<T>(string name, Actor actor, IReadOnlyList<ListColumn<T>> columns, Func<int, Task<IReadOnlyList<T>>> read)
    {
        var capacity = actor.Capacity is { } held ? CapacityNames.Of(held, texts) : string.Empty;
        var note = texts["Export.Note", actor.Name, capacity, Moments.Full(clock.GetUtcNow())].Value;
        return new SpreadsheetAnswer(name, (target, cancel) => ListWorkbook.Write(target, name, note, columns, ListWorkbook.Pages(read), cancel));
    }

    /// <summary>A list that is read at once.</summary>
    public SpreadsheetAnswer Of<T>(string name, Actor actor, IReadOnlyList<ListColumn<T>> columns, IReadOnlyList<T> rows) =>
        Of(name, actor, columns, page => Task.FromResult<IReadOnlyList<T>>([.. rows.Skip((page - 1) * ListWorkbook.PageSize).Take(ListWorkbook.PageSize)]));
}
