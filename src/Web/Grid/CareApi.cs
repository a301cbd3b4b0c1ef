using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Grid.Care;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Grid;

/// <summary>关心帮扶 and consents written down for others, for programs.</summary>
internal static class CareApi
{
    public static void MapCareApi(this RouteGroupBuilder api)
    {
        api.Read("/care", Permission.KeepCareMarks, "Households of your area that asked to be cared for", (ShowCare q, CurrentActor who, CancellationToken x, string? text = null, CareNeed? need = null, int page = 1) =>
            Show(q.Execute(text, need, page, who.Required, x))).Produces<GridPage<CareRow>>();
        api.Read("/care/{code}", Permission.KeepCareMarks, "A household with its care marks and what its people agreed to", (string code, ShowCare q, CurrentActor who, CancellationToken x) =>
            Show(q.One(code, who.Required, x))).Produces<CareView>();
        api.Change("/care/{code}/marks", Permission.KeepCareMarks, "Mark a household as needing care, with the recorded consent of the person", (string code, CareMarkInput input, SetCareMark act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/care/{code}/marks/{mark:guid}/remove", Permission.KeepCareMarks, "Remove a care mark", (string code, Guid mark, PlainInput input, RemoveCareMark act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, mark, c, x)));
        api.Change("/care/{code}/consents", Permission.KeepCareMarks, "Write down a consent given on paper or before a witness, or its withdrawal", (string code, ConsentWordInput input, RecordHouseholdConsent act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, ConsentTaker.Community, c, x)));
        api.Change("/my-households/{code}/consents", Permission.LookAfterHouseholds, "Write down what somebody of a household of yours said or signed about the own number", (string code, ConsentWordInput input, RecordHouseholdConsent act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, ConsentTaker.Keeper, c, x)));
    }
}
