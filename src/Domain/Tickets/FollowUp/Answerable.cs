namespace Linli.Domain.Tickets.FollowUp;

/// <summary>Somebody whose post covers the ticket's compound.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="OrganisationId">For whom the post is held.</param>
/// <param name="PostKind">Code of the post's kind.</param>
/// <param name="Depth">Length of the path of the post's place: the longer, the nearer to the compound.</param>
public readonly record struct CoveringPost(Guid PersonId, Guid OrganisationId, string PostKind, int Depth);

/// <summary>Who is answerable for a step: one person, named.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="OrganisationId">For whom; null for a worker.</param>
public readonly record struct Answerable(Guid PersonId, Guid? OrganisationId)
{
    /// <summary>
    /// The worker where the step says so; else somebody of the unit that leads where that may be, else as the step prefers, of
    /// these the nearest. Null when no post that is answerable is held. The same posts give the same person.
    /// </summary>
    public static Answerable? Of(LadderStep step, Guid? handler, Guid? leadUnit, IEnumerable<CoveringPost> posts)
    {
        if (step.HandlerFirst && handler is { } worker)
        {
            return new Answerable(worker, null);
        }

        var able = posts.Where(post => step.Answerable.Contains(post.PostKind) && !(step.OutsideLeadUnit && post.OrganisationId == leadUnit))
            .OrderBy(post => post.OrganisationId == leadUnit ? 0 : 1)
            .ThenBy(post => Place(step, post))
            .ThenByDescending(post => post.Depth)
            .ThenBy(post => post.PersonId)
            .Select(post => (CoveringPost?)post).FirstOrDefault();
        return able is { } found ? new Answerable(found.PersonId, found.OrganisationId) : null;
    }

    private static int Place(LadderStep step, CoveringPost post) => step.Answerable.TakeWhile(kind => kind != post.PostKind).Count();
}
