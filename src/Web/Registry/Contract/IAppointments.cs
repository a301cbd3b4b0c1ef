using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry.Contract;

/// <summary>
/// Fills and ends posts for modules whose posts are theirs to fill. Nothing is saved here: it goes with the change that the caller saves, and the
/// caller has asked whether the actor may.
/// </summary>
internal interface IAppointments
{
    /// <summary>The person by name and telephone, known or new, in the post; the post's id is the request's.</summary>
    Task<Outcome<Guid>> Put(Appointment appointment, ProcessContext context, CancellationToken cancel);

    /// <summary>The last day of the term of a post that is not over; null for none.</summary>
    Task<Outcome<Done>> PutTerm(Guid postId, DateOnly? lastDay, ProcessContext context, CancellationToken cancel);

    /// <summary>The post's last day, before its term.</summary>
    Task<Outcome<Done>> PutEnd(Guid postId, DateOnly? lastDay, ProcessContext context, CancellationToken cancel);
}

/// <summary>Who is to hold which post, where and for how long.</summary>
internal sealed record Appointment(
    PostKind Kind, Guid? OrganisationId, Guid PlaceId, string? Name, string? PhoneNumber, DateOnly? FirstDay, DateOnly? LastDay);
