namespace Linli.Web.Tickets.Evaluation;

/// <summary>Words of evaluation.</summary>
internal sealed class EvaluationWords;
