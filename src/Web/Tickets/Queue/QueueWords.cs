namespace Linli.Web.Tickets.Queue;

/// <summary>Marks the texts of the queue: what needs somebody, saved filters, batches, templates.</summary>
public sealed class QueueWords;
