namespace Linli.Web.Platform.Notifications;

/// <summary>Marks the texts of the list of notices; what a notice says stands in the shared texts as Notification.{kind}.</summary>
public sealed class NotificationTexts;
