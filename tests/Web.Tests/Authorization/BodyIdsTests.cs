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
        ["SimilarBody.CompoundId"] = "TakeReportTests.A_clerk_of_another_compound_finds_and_registers_nothing",
        ["SimilarBody.PlaceId"] = "FollowTests.Nothing_is_shown_of_another_compound",
        ["CallersBody.CompoundId"] = "TakeReportTests.A_clerk_of_another_compound_finds_and_registers_nothing",
        ["TakeReportInput.CompoundId"] = "TakeReportTests.A_clerk_of_another_compound_finds_and_registers_nothing",
        ["TakeReportInput.PersonId"] = "TakeReportTests.A_clerk_of_another_compound_finds_and_registers_nothing",
        ["TakeReportInput.PlaceId"] = "TakeReportTests.A_clerk_of_another_compound_finds_and_registers_nothing",
        ["place"] = "SheetTests.A_sheet_of_another_compound_is_out_of_reach",
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
        ["MediationColleagueInput.MediatorId"] = "MediationForeignTests.An_id_of_another_case_is_refused_and_nothing_stored",
        ["MediationWordInput.PartyId"] = "MediationForeignTests.An_id_of_another_case_is_refused_and_nothing_stored",
        ["MediationRecordInput.SessionId"] = "MediationForeignTests.An_id_of_another_case_is_refused_and_nothing_stored",
        ["MediationRecordInput.Present"] = "MediationForeignTests.An_id_of_another_case_is_refused_and_nothing_stored",
        ["MediatedCommitment.PartyId"] = "MediationForeignTests.An_id_of_another_case_is_refused_and_nothing_stored",
        ["MediationVisitRecordInput.VisitId"] = "MediationForeignTests.A_visit_of_another_case_is_not_recorded",
        ["MediationPhoneInput.PartyId"] = "MediationForeignTests.An_id_of_another_case_is_refused_and_nothing_stored",
        ["MediationForm.MediatorId"] = "MediationForeignTests.A_form_is_no_way_round",
        ["MediationForm.PartyId"] = "MediationForeignTests.A_form_is_no_way_round",
        ["MediationForm.SessionId"] = "MediationForeignTests.A_form_is_no_way_round",
        ["MediationForm.Present"] = "MediationForeignTests.A_form_is_no_way_round",
        ["MediationForm.VisitId"] = "MediationForeignTests.A_form_is_no_way_round",
        ["MediationCase.Party"] = "MediationForeignTests.A_form_is_no_way_round",
        ["AnswerInput.CommentId"] = "DocumentAccessTests.Only_households_of_the_compound_comment_and_a_withheld_comment_is_not_shown",
        ["Report.Form.PlaceId"] = "ForeignIdsInBodiesTests.A_form_of_a_page_is_no_way_round",
        ["Report.Form.KeptPhotos"] = "ForeignIdsInBodiesTests.A_form_of_a_page_is_no_way_round",
        ["Details.Form.KeptPhotos"] = "ForeignIdsInBodiesTests.A_photo_of_somebody_else_is_not_kept_on_a_tickets_page",
        ["Organisation.Ending"] = "ForeignIdsInBodiesTests.A_post_of_another_compound_is_not_ended_by_form",
        ["Details.Form.Handler"] = "ForeignIdsInBodiesTests.A_worker_of_another_compound_is_not_chosen_by_form_either",
        ["LeaderInput.OrganisationId"] = "ForeignGridIdsTests.A_captain_is_not_appointed_by_foreign_ids",
        ["LeaderInput.DeputyOf"] = "ForeignGridIdsTests.A_captain_is_not_appointed_by_foreign_ids",
        ["LeaderInput.GridId"] = "ForeignGridIdsTests.A_captain_is_not_appointed_by_foreign_ids",
        ["HandOverInput.ToPost"] = "ForeignGridIdsTests.Households_pass_to_no_foreign_captain_and_no_foreign_line_is_signed_off",
        ["SignOffInput.Items"] = "ForeignGridIdsTests.Households_pass_to_no_foreign_captain_and_no_foreign_line_is_signed_off",
        ["DrawInput.ParentId"] = "ForeignGridIdsTests.Grids_are_drawn_split_and_merged_with_own_ones_only",
        ["SplitInput.Parts"] = "ForeignGridIdsTests.Grids_are_drawn_split_and_merged_with_own_ones_only",
        ["MergeInput.IntoId"] = "ForeignGridIdsTests.Grids_are_drawn_split_and_merged_with_own_ones_only",
        ["PhoneInput.PersonId"] = "ForeignGridIdsTests.A_person_of_another_household_is_not_named_by_a_captain_or_a_clerk",
        ["ConsentWordInput.PersonId"] = "ForeignGridIdsTests.A_person_of_another_household_is_not_named_by_a_captain_or_a_clerk",
        ["CareMarkInput.PersonId"] = "ForeignGridIdsTests.A_person_of_another_household_is_not_named_by_a_captain_or_a_clerk",
        ["note"] = "ForeignGridIdsTests.Notes_and_marks_of_another_household_are_not_removed_by_form",
        ["mark"] = "ForeignGridIdsTests.Notes_and_marks_of_another_household_are_not_removed_by_form",
        ["ServiceInput.PositionId"] = "ForeignGridIdsTests.Positions_claims_and_records_of_another_compound_are_out_of_reach_of_forms",
        ["ConfirmGroupBody.Tickets"] = "GroupsTests.Strangers_and_foreign_tickets_reach_nothing",
        ["SplitGroupBody.Tickets"] = "GroupsTests.Strangers_and_foreign_tickets_reach_nothing",
        ["Duplicates.Form.Group"] = "GroupsTests.Strangers_and_foreign_tickets_reach_nothing",
        ["Duplicates.Form.Tickets"] = "GroupsTests.Strangers_and_foreign_tickets_reach_nothing",
        ["Findings.Form.Topic"] = "FindingTests.A_topic_and_a_hot_spot_of_another_compound_are_out_of_reach",
        ["Findings.Form.Spot"] = "FindingTests.A_topic_and_a_hot_spot_of_another_compound_are_out_of_reach",
        ["claim"] = "ForeignGridIdsTests.Positions_claims_and_records_of_another_compound_are_out_of_reach_of_forms",
        ["position"] = "ForeignGridIdsTests.Positions_claims_and_records_of_another_compound_are_out_of_reach_of_forms",
        ["record"] = "ForeignGridIdsTests.Positions_claims_and_records_of_another_compound_are_out_of_reach_of_forms",
        ["FoundingInput.PlaceCode"] = "ForeignPartyIdsTests.An_organisation_is_founded_at_an_own_place_below_an_own_one_and_for_an_own_body",
        ["FoundingInput.ParentId"] = "ForeignPartyIdsTests.An_organisation_is_founded_at_an_own_place_below_an_own_one_and_for_an_own_body",
        ["FoundingInput.OfOrganisationId"] = "ForeignPartyIdsTests.An_organisation_is_founded_at_an_own_place_below_an_own_one_and_for_an_own_body",
        ["MoveInput.ParentId"] = "ForeignPartyIdsTests.Nothing_is_moved_below_a_foreign_one_and_no_member_goes_there",
        ["TransferInput.ToId"] = "ForeignPartyIdsTests.Nothing_is_moved_below_a_foreign_one_and_no_member_goes_there",
        ["MembershipInput.PersonId"] = "ForeignPartyIdsTests.Nobody_of_another_compound_is_made_a_member",
        ["ActivityInput.PlanItem"] = "ForeignAllianceIdsTests.Work_of_an_association_takes_own_plan_items_and_own_photos",
        ["ActivityInput.Photos"] = "ForeignAllianceIdsTests.Work_of_an_association_takes_own_plan_items_and_own_photos",
        ["RecordWork.KeptPhotos"] = "ForeignAllianceIdsTests.Work_of_an_association_takes_own_plan_items_and_own_photos",
        ["RecordWork.Dropping"] = "ForeignAllianceIdsTests.Work_of_an_association_takes_own_plan_items_and_own_photos",
        ["AssociationInput.PlaceCode"] = "ForeignAllianceIdsTests.An_association_is_registered_at_an_own_place_and_lets_own_members_go",
        ["Alliance.Leaving"] = "ForeignAllianceIdsTests.An_association_is_registered_at_an_own_place_and_lets_own_members_go",
        ["ProofInput.Photos"] = "ForeignAllianceIdsTests.On_an_agreements_page_commitments_proofs_and_photos_are_the_own_ones",
        ["Agreement.Removing"] = "ForeignAllianceIdsTests.On_an_agreements_page_commitments_proofs_and_photos_are_the_own_ones",
        ["Agreement.Proving"] = "ForeignAllianceIdsTests.On_an_agreements_page_commitments_proofs_and_photos_are_the_own_ones",
        ["Agreement.KeptPhotos"] = "ForeignAllianceIdsTests.On_an_agreements_page_commitments_proofs_and_photos_are_the_own_ones",
        ["Agreement.Checking"] = "ForeignAllianceIdsTests.On_an_agreements_page_commitments_proofs_and_photos_are_the_own_ones",
        ["BodyActInput.Papers"] = "ForeignAllianceIdsTests.A_paper_of_somebody_else_proves_no_act_of_a_committee",
        ["SaveFilterInput.PlaceId"] = "FilterTests.A_foreign_place_or_filter_is_not_there",
        ["FilterInput.FilterId"] = "FilterTests.A_foreign_place_or_filter_is_not_there",
        ["BatchInput.Handler"] = "BatchTests.A_foreign_worker_or_ticket_is_refused_and_the_others_are_done",
        ["Batch.Form.Handler"] = "BatchTests.A_foreign_worker_or_ticket_is_refused_and_the_others_are_done",
        ["TemplateInput.TemplateId"] = "TemplateTests.Templates_of_another_organisation_are_not_there",
        ["RemoveTemplateInput.TemplateId"] = "TemplateTests.Templates_of_another_organisation_are_not_there",
        ["RecordAct.Form.Kept"] = "ForeignAllianceIdsTests.A_paper_of_somebody_else_proves_no_act_of_a_committee",
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
        ["CategoryRuleInput.Code"] = "a category of the place that the address names; CategoriesTests tries what only another place has",
        ["TemplateInput.Code"] = "a template that comes with the product",
        ["id"] = "a capacity or a session of one's own; AuthorizationMatrixTests and SessionTests try others",
        ["personId"] = "a demo person; DemoCodesTests",
        ["upload"] = "one's own uploaded file; asked together with the person",
        ["EndServiceInput.OrganisationId"] = "one of those that serve the compound of the address",
        ["ServiceInput.OrganisationId"] = "any company may serve; companies are public",
    };

    [Fact]
    public async Task Every_id_in_a_body_is_tried_or_needs_no_scope()
    {
        var ids = await Ids();
        Violations.ShouldBeNone(
            ids.ToList(),
            id => Tried.ContainsKey(id.Member) || NeedsNoScope.ContainsKey(id.Member) || NeedsNoScope.ContainsKey(id.Member.Split('.')[^1])
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
