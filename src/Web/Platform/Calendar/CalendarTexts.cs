namespace Linli.Web.Platform.Calendar;

/// <summary>Marks the resources of the working calendar.</summary>
public sealed class CalendarTexts;
