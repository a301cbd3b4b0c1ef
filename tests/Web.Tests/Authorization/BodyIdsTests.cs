using System.Collections;
using System.Reflection;
using Linli.Web.Platform;
using Linli.Web.Tests.Architecture;
using Linli.Web.Tests.Host;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Linli.Web.Tests.Authorization;

/// <summary>
/// Every id and every place's code that a body or a form may carry, read from the types that are bound, is either tried with a
/// foreign value or needs no scope for a reason that is said here. A new one fails until somebody has decided.
/// </summary>
public class BodyIdsTests(EmptyHost host) : EmptyHostTests(host)
{
    /// <summary>Type and member → the case of <see cref="ForeignIdsInBodiesTests"/>, or the test class and method, that tries a foreign one.</summary>
    private static readonly Dictionary<string, string> Tried = new()
    {
        ["ReportBody.PlaceId"] = "report: building",
        ["ReportBody.Photos"] = "report: photo",
        ["AssignBody.Handler"] = "assign: worker",
        ["InviteBody.OrganisationId"] = "invite: organisation",
        ["Handle.Form.Organisation"] = "HandlingPagesTests.An_organisation_of_another_compound_is_not_invited_by_form",
        ["DoneBody.Photos"] = "contact and done: photo",
        ["UnsolvedBody.Photos"] = "unsolved: photo",
        ["SupplementBody.Photos"] = "supplement: photo",
        ["OwnershipInput.PersonId"] = "ownership: person",
        ["OwnershipInput.OrganisationId"] = "ownership: organisation",
        ["ResidencyInput.PersonId"] = "residency: person",
        ["AppointmentInput.PersonId"] = "post: person",
        ["AppointmentInput.PlaceCode"] = "post: place",
        ["OrganisationInput.PlaceCode"] = "organisation: place",
        ["OrganisationInput.OrganisationId"] = "organisation: above",
        ["UnitInput.PlaceCode"] = "unit: entrance",
        ["AdmissionInput.Member"] = "AssociationTests.A_company_of_another_community_is_not_of_this_area",
        ["AgreementInput.FirstParty"] = "AgreementTests.One_person_on_both_sides_signs_for_one_and_strangers_find_nothing",
        ["AgreementInput.SecondParty"] = "AgreementTests.One_person_on_both_sides_signs_for_one_and_strangers_find_nothing",
        ["AdoptInput.Paper"] = "DocumentAccessTests.Households_open_the_signed_text_and_not_the_paper_of_the_decision",
        ["AdoptInput.Scan"] = "DocumentAccessTests.Households_open_the_signed_text_and_not_the_paper_of_the_decision",
        ["ScanInput.Scan"] = "DocumentAccessTests.Households_open_the_signed_text_and_not_the_paper_of_the_decision",
        ["AnswerInput.CommentId"] = "DocumentAccessTests.Only_households_of_the_compound_comment_and_a_withheld_comment_is_not_shown",
        ["Report.Form.PlaceId"] = "ForeignIdsInBodiesTests.A_form_of_a_page_is_no_way_round",
        ["Report.Form.KeptPhotos"] = "ForeignIdsInBodiesTests.A_form_of_a_page_is_no_way_round",
        ["Details.Form.KeptPhotos"] = "ForeignIdsInBodiesTests.A_photo_of_somebody_else_is_not_kept_on_a_tickets_page",
        ["Organisation.Ending"] = "ForeignIdsInBodiesTests.A_post_of_another_compound_is_not_ended_by_form",
        ["Details.Form.Handler"] = "ForeignIdsInBodiesTests.A_worker_of_another_compound_is_not_chosen_by_form_either",
    };

    /// <summary>Type and member → why no scope is asked. A bare member stands for it in every type.</summary>
    private static readonly Dictionary<string, string> NeedsNoScope = new()
    {
        ["RequestId"] = "made by the sender; names the request itself",
        ["CreditCode"] = "a company's public number, not something of ours",
        ["ConfirmationCode"] = "the code of a text message",
        ["OwnPhoneInput.Code"] = "the code of a text message",
        ["PhoneForm.Code"] = "the code of a text message",
        ["RedeemCode.Code"] = "the code of a text message",
        ["SignInForm.Code"] = "the code of a text message",
        ["RedeemCode.CapacityId"] = "asked of the capacities that the person holds",
        ["id"] = "a capacity or a session of one's own; AuthorizationMatrixTests and SessionTests try others",
        ["personId"] = "a demo person; DemoCodesTests",
        ["upload"] = "one's own uploaded file; asked together with the person",
        ["EndServiceInput.OrganisationId"] = "one of those that serve the compound of the address",
        ["ServiceInput.OrganisationId"] = "any company may serve; companies are public",
    };

    /// <summary>Came in while this check was being written, and are tried nowhere yet: a case each is owed. Nothing is added here.</summary>
    private static readonly string[] Owed =
    [
        "ActivityInput.PlanItem", "ActivityInput.Photos", "ProofInput.Photos", "AssociationInput.PlaceCode", "Agreement.Removing", "Agreement.Proving",
        "Agreement.KeptPhotos", "Agreement.Checking", "Alliance.Leaving", "RecordWork.KeptPhotos", "RecordWork.Dropping", "BodyActInput.Papers", "RecordAct.Form.Kept",
        "DrawInput.ParentId", "HandOverInput.ToPost", "LeaderInput.DeputyOf", "LeaderInput.GridId", "LeaderInput.OrganisationId", "MergeInput.IntoId", "PhoneInput.PersonId",
        "ServiceInput.PositionId", "SignOffInput.Items", "SplitInput.Parts", "claim", "note", "position", "record",
        "FoundingInput.OfOrganisationId", "FoundingInput.ParentId", "FoundingInput.PlaceCode", "MembershipInput.PersonId", "MoveInput.ParentId", "TransferInput.ToId",
    ];

    [Fact]
    public async Task Every_id_in_a_body_is_tried_or_needs_no_scope()
    {
        var ids = await Ids();
        Violations.ShouldBeNone(
            ids.ToList(),
            id => Tried.ContainsKey(id.Member) || Owed.Contains(id.Member) || NeedsNoScope.ContainsKey(id.Member) || NeedsNoScope.ContainsKey(id.Member.Split('.')[^1])
                ? [] : [$"{id.Member} ({id.Route}): add a case to ForeignIdsInBodiesTests, or say in BodyIdsTests why it needs no scope"],
            atLeast: 15);
        var known = ids.Select(id => id.Member).ToHashSet();
        Violations.ShouldBeNone(
            Tried.Keys.Concat(NeedsNoScope.Keys.Where(k => k.Contains('.', StringComparison.Ordinal))).ToList(), m => known.Contains(m) ? [] : [$"{m} is not in any body any more; strike it"]);
    }

    [Fact]
    public void Every_case_that_is_named_is_there()
    {
        Violations.ShouldBeNone(Tried.Values.ToList(), Missing);

        static IEnumerable<string> Missing(string name) =>
            ForeignIdsInBodiesTests.CaseNames.Contains(name)
            || (name.Split('.') is [var type, var method] && typeof(BodyIdsTests).Assembly.GetTypes().Any(t => t.Name == type && t.GetMethod(method) is not null))
                ? [] : [name];
    }

    private async Task<IReadOnlyCollection<(string Member, string Route)>> Ids()
    {
        var found = new Dictionary<string, string>();
        foreach (var endpoint in App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = endpoint.RoutePattern.RawText!;
            var holes = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, type) in await Bound(endpoint))
            {
                if (!holes.Contains(name))
                {
                    Walk(name, type, string.Empty, route, found, []);
                }
            }
        }

        return [.. found.Select(f => (f.Key, f.Value))];
    }

    private async Task<IEnumerable<(string Name, Type Type)>> Bound(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            var form = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters()
                .Where(p => p.GetCustomAttribute<FromFormAttribute>() is not null).Select(p => (p.Name!, p.ParameterType)) ?? [];
            return endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } body && body.Assembly == typeof(LinliHost).Assembly ? form.Append((string.Empty, body)) : form;
        }

        var compiled = page as CompiledPageActionDescriptor ?? await App.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        var owner = compiled.ModelTypeInfo!.Name[..^"Model".Length];
        // What is bound on GET as well is a list's filter; lists ask the scope for each row.
        return compiled.BoundProperties.OfType<PageBoundPropertyDescriptor>()
            .Where(p => p.Property.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet != true)
            .Select(p => ($"{owner}.{p.Name}", p.ParameterType))
            .Concat(compiled.HandlerMethods.Where(h => h.HttpMethod == "Post").SelectMany(h => h.Parameters).Select(p => (p.Name, p.ParameterInfo.ParameterType)));
    }

    private static void Walk(string name, Type type, string owner, string route, Dictionary<string, string> found, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType)
        {
            type = type.GetGenericArguments()[^1];
        }

        var member = owner.Length == 0 ? name : $"{owner}.{name}";
        if (type == typeof(Guid) || (type == typeof(string) && name.EndsWith("Code", StringComparison.Ordinal)))
        {
            found.TryAdd(member, route);
        }
        else if (type.Assembly == typeof(LinliHost).Assembly && !type.IsEnum && seen.Add(type))
        {
            foreach (var property in type.GetProperties().Where(p => p.CanWrite))
            {
                Walk(property.Name, property.PropertyType, type.DeclaringType is { } outer && typeof(PageModel).IsAssignableFrom(outer) ? $"{outer.Name[..^"Model".Length]}.{type.Name}" : type.Name, route, found, seen);
            }
        }
    }
}
