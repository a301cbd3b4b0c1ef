using Linli.Web.Platform.Jobs;

namespace Linli.Web.Platform.Retention;

internal static class RetentionModule
{
    /// <summary>The job, and the rows that the platform itself keeps.</summary>
    public static void AddRetention(this IServiceCollection services)
    {
        services.AddScoped<RetentionRunner>();
        services.AddJob<ApplyRetention>();
        services.AddScoped<IRetentionTask, UnusedUploads>();
        services.AddDeletion("parked-forms", "platform.parked_forms", "created_at < $1");
        services.AddDeletion("sign-in-codes", "platform.sign_in_codes", "expires_at < $1");
        services.AddDeletion("password-tries", "platform.password_tries", "since < $1");
        services.AddDeletion("sessions", "platform.sessions", "least(ended_at, expires_at) < $1");
        services.AddDeletion("access-tokens", "platform.access_tokens", "least(revoked_at, expires_at) < $1");
        services.AddDeletion("notifications", "platform.notifications", "created_at < $1");
        services.AddDeletion("sent-messages", "platform.sent_messages", "sent_at < $1");
        services.AddDeletion("request-ids", "platform.handled_requests", "at < $1");
    }
}
