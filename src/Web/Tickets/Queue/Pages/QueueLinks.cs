using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Linli.Web.Tickets.Queue.Pages;

/// <summary>Addresses of the queue with a filter.</summary>
internal static class QueueLinks
{
    public const string Batch = "/work/batch";
    public const string Templates = "/work/templates";

    public static string Of(
        QueueTab tab, string? category = null, Guid? placeId = null, string? text = null, DateOnly? from = null, DateOnly? to = null, QueueCursor? after = null)
    {
        var query = new QueryBuilder { { "tab", tab.ToString() } };
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        Add("category", category);
        Add("placeId", placeId?.ToString());
        Add("text", text);
        Add("from", from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("to", to?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("after", after?.ToString());
        return TicketLinks.Work + query;
    }
}
