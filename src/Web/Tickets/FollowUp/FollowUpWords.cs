namespace Linli.Web.Tickets.FollowUp;

/// <summary>Marks the texts of 跟踪督促.</summary>
public sealed class FollowUpWords;
