using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Linli.Web.Tests.Authorization;

/// <summary>
/// What stands in the holes of addresses. A new route with a hole that is not listed here fails the test until somebody has
/// said what its own and its foreign subject are.
/// </summary>
internal static class MatrixValues
{
    private static readonly (string Prefix, string Hole, Func<MatrixSubjects, object> Value)[] Known =
    [
        ("/compounds/", "code", s => s.CompoundCode),
        ("/api/v1/compounds/", "code", s => s.CompoundCode),
        ("/tickets/", "number", s => s.TicketNumber),
        ("/tickets/sheets/", "place", s => s.SheetPlace),
        ("/api/v1/tickets/sheets/", "place", s => s.SheetPlace),
        ("/visits/", "id", s => s.VisitId),
        ("/api/v1/visits/", "id", s => s.VisitId),
        ("/api/v1/exclusions/", "id", s => s.ExclusionId),
        ("/api/v1/findings/groups/", "id", s => s.GroupId),
        ("/api/v1/findings/topics/", "id", s => s.TopicId),
        ("/api/v1/findings/hot-spots/", "id", s => s.HotSpotId),
        ("/api/v1/tickets/", "number", s => s.TicketNumber),
        ("/files/", "id", s => s.FileId),
        ("/api/v1/files/", "id", s => s.FileId),
        ("/registry/compounds/", "code", s => s.CompoundCode),
        ("/registry/places/", "code", s => s.CompoundCode),
        ("/registry/places/{code}/add-compound", "code", s => s.CommunityCode),
        ("/registry/units/", "code", s => s.UnitCode),
        ("/registry/organisations/", "id", s => s.OrganisationId),
        ("/registry/people/", "id", s => s.PersonId),
        ("/api/v1/registry/compounds/", "code", s => s.CompoundCode),
        ("/api/v1/registry/places/", "code", s => s.CompoundCode),
        ("/api/v1/registry/places/{code}/compounds", "code", s => s.CommunityCode),
        ("/api/v1/registry/places/{code}/compounds/export", "code", s => s.CompoundCode),
        ("/api/v1/registry/units/", "code", s => s.UnitCode),
        ("/api/v1/registry/organisations/", "id", s => s.OrganisationId),
        ("/api/v1/registry/people/", "id", s => s.PersonId),
        ("/api/v1/registry/posts/", "id", s => s.PostId),
        ("/api/v1/registry/ownerships/", "id", s => s.OwnershipId),
        ("/api/v1/registry/residencies/", "id", s => s.ResidencyId),
        ("/registry/party/places/", "code", s => s.CompoundCode),
        ("/registry/party/organisations/", "id", s => s.PartyOrganisationId),
        ("/registry/party/memberships/", "id", s => s.MembershipId),
        ("/registry/party/posts/", "id", s => s.PostId),
        ("/api/v1/registry/party/places/", "code", s => s.CompoundCode),
        ("/api/v1/registry/party/organisations/", "id", s => s.PartyOrganisationId),
        ("/api/v1/registry/party/memberships/", "id", s => s.MembershipId),
        ("/api/v1/registry/party/posts/", "id", s => s.PostId),
        ("/registry/alliances/", "id", s => s.AllianceId),
        ("/registry/agreements/", "id", s => s.AgreementId),
        ("/api/v1/registry/alliances/", "id", s => s.AllianceId),
        ("/api/v1/registry/alliances/members/", "id", s => s.MemberId),
        ("/api/v1/registry/alliances/plan/", "id", s => s.PlanItemId),
        ("/api/v1/registry/agreements/", "id", s => s.AgreementId),
        ("/api/v1/registry/agreements/commitments/", "id", s => s.CommitmentId),
        ("/api/v1/registry/agreements/proofs/", "id", s => s.ProofId),
        ("/grid/compounds/", "code", s => s.CompoundCode),
        ("/grid/places/", "code", s => s.CompoundCode),
        ("/grid/leaders/", "id", s => s.Grid.LeaderId),
        ("/grid/hand-overs/", "id", s => s.Grid.HandOverId),
        ("/grid/grids/", "id", s => s.Grid.GridId),
        ("/grid/households/", "code", s => s.UnitCode),
        ("/grid/care/", "code", s => s.UnitCode),
        ("/api/v1/grid/care/", "code", s => s.UnitCode),
        ("/api/v1/grid/care/", "mark", s => s.Grid.MarkId),
        ("/grid/members/", "id", s => s.Grid.RegistrationId),
        ("/grid/letters/", "id", s => s.Grid.LetterId),
        ("/grid/services/", "id", s => s.Grid.ServiceId),
        ("/api/v1/grid/compounds/", "code", s => s.CompoundCode),
        ("/api/v1/grid/places/", "code", s => s.CompoundCode),
        ("/api/v1/grid/communities/", "code", s => s.CommunityCode),
        ("/api/v1/grid/leaders/", "id", s => s.Grid.LeaderId),
        ("/api/v1/grid/hand-overs/", "id", s => s.Grid.HandOverId),
        ("/api/v1/grid/grids/", "id", s => s.Grid.GridId),
        ("/api/v1/grid/my-households/", "code", s => s.UnitCode),
        ("/api/v1/grid/my-households/", "note", s => s.Grid.NoteId),
        ("/api/v1/grid/registrations/", "id", s => s.Grid.RegistrationId),
        ("/api/v1/grid/letters/", "id", s => s.Grid.LetterId),
        ("/api/v1/grid/services/", "id", s => s.Grid.ServiceId),
        ("/api/v1/grid/positions/", "id", s => s.Grid.PositionId),
        ("/api/v1/grid/claims/", "id", s => s.Grid.ClaimId),
        ("/votes/", "id", s => s.VoteId),
        ("/api/v1/votes/", "id", s => s.VoteId),
        ("/mediation/mine/", "id", s => s.MediationOfParty),
        ("/api/v1/mediation/mine/", "id", s => s.MediationOfParty),
        ("/mediation/cases/", "id", s => s.MediationOfMediator),
        ("/api/v1/mediation/cases/", "id", s => s.MediationOfMediator),
        ("/mediation/refer/", "number", s => s.TicketNumber),
        ("/accounts/", "id", s => s.PersonId),
        ("/api/v1/accounts/", "id", s => s.PersonId),
        ("/notifications/", "id", s => s.NotificationId),
        ("/api/v1/notifications/", "id", s => s.NotificationId),
        ("/api/v1/me/sessions/", "id", s => s.SessionId),
        ("/api/v1/me/tokens/", "id", s => s.TokenId),
        ("/me/privacy/requests/", "id", s => s.RightsRequestId),
        ("/api/v1/me/data/requests/", "id", s => s.RightsRequestId),
        ("/privacy/requests/", "id", s => s.RightsRequestId),
        ("/api/v1/categories/", "code", s => s.CompoundCode),
        ("/api/v1/privacy/requests/", "id", s => s.RightsRequestId),
    ];

    /// <summary>Subjects that belong to one person, wherever that person's post reaches.</summary>
    private static readonly string[] Personal = ["/notifications/", "/api/v1/notifications/", "/api/v1/me/", "/me/", "/mediation/mine/", "/mediation/cases/", "/api/v1/mediation/"];

    /// <summary>Holes whose value is nobody's.</summary>
    private static readonly (string Prefix, string Hole, string Value)[] Fixed =
    [
        ("/openapi/", "documentName", "v1"),
        // A signed code belongs to whoever reads it; SheetTests walk the ways from it.
        ("/q/", "code", "no-such-code"),
        ("/calendar/", "year", "2026"),
        ("/api/v1/calendar/", "year", "2026"),
        ("/mediation/cases/", "act", "Decline"),
        ("/tickets/", "act", "NoteInternally"),
        ("/registry/party/", "measure", "Compounds"),
        ("/api/v1/registry/party/", "measure", "Compounds"),
        ("/compounds/", "kind", "covenant"),
        ("/registry/compounds/{code}/documents/", "kind", "covenant"),
        ("/api/v1/compounds/", "kind", "covenant"),
        ("/api/v1/registry/compounds/{code}/documents/", "kind", "covenant"),
    ];

    public static IEnumerable<string> UnknownHoles(MatrixCall call) => call.Holes.Where(h => Find(call, h) is null && FixedFor(call, h) is null);

    /// <summary>Whether the address names a subject that can be somebody else's.</summary>
    public static bool HasSubject(MatrixCall call) => call.Holes.Any(h => Find(call, h) is not null);

    public static bool IsPersonal(MatrixCall call) => Personal.Any(p => call.Pattern.StartsWith(p, StringComparison.Ordinal));

    public static string Address(MatrixCall call, MatrixSubjects subjects)
    {
        var address = call.Pattern;
        foreach (var hole in call.Holes)
        {
            var value = FixedFor(call, hole) ?? Find(call, hole)!(subjects).ToString()!;
            address = System.Text.RegularExpressions.Regex.Replace(address, $@"\{{\*{{0,2}}{hole}[^}}]*\}}", value);
        }

        return call.Handler is null ? address : $"{address}?handler={call.Handler}";
    }

    /// <summary>A body of the right shape with nothing sensible in it: enough to get past reading it.</summary>
    public static JsonObject Body(Type type)
    {
        var body = new JsonObject();
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            body[char.ToLowerInvariant(property.Name[0]) + property.Name[1..]] = Sample(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        }

        return body;
    }

    public static bool IsFile(Type type) => type == typeof(IFormFile) || type == typeof(IFormFileCollection) || type == typeof(IFormCollection);

    private static JsonNode? Sample(Type type) => type switch
    {
        _ when type == typeof(string) => "x",
        _ when type == typeof(Guid) => Guid.NewGuid().ToString(),
        _ when type == typeof(bool) => true,
        _ when type.IsEnum => Enum.GetNames(type)[0],
        _ when type == typeof(DateOnly) => "2026-11-23",
        _ when type == typeof(DateTimeOffset) => "2026-11-23T10:00:00+08:00",
        _ when type.IsPrimitive || type == typeof(decimal) => 1,
        _ when typeof(System.Collections.IEnumerable).IsAssignableFrom(type) => new JsonArray(),
        _ => new JsonObject(),
    };

    private static Func<MatrixSubjects, object>? Find(MatrixCall call, string hole) =>
        Known.Where(k => k.Hole == hole && call.Pattern.StartsWith(k.Prefix, StringComparison.Ordinal))
            .OrderByDescending(k => k.Prefix.Length).Select(k => k.Value).FirstOrDefault();

    private static string? FixedFor(MatrixCall call, string hole) =>
        Fixed.Where(f => f.Hole == hole && call.Pattern.StartsWith(f.Prefix, StringComparison.Ordinal)).Select(f => f.Value).FirstOrDefault();
}
