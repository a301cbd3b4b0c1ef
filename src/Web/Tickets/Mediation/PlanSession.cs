using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;

namespace Linli.Web.Tickets.Mediation;

/// <summary>约定调解时间: parties see when and where.</summary>
internal sealed class PlanSession(LinliDb db, MediationDesk desk, MediationSeal seal, TellParties tell)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationSessionInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.PlanSession, context, file =>
        {
            var place = MediationTexts.Place.Check(input.Place);
            List<Refusal> refusals = [.. place.Refusals];
            var today = ChinaTime.DayOf(context.At);
            var understood = TimeOnly.TryParseExact(PlainText.HalfWidth(input.Time?.Trim() ?? string.Empty), ["H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
            if (!understood || input.Day is not { } day || day < today || day > today.AddYears(1))
            {
                refusals.Add(new SessionTimeIsImplausible());
                day = today;
            }

            if (refusals.Count > 0)
            {
                return Task.FromResult(Outcome<MediationAct?>.Refused(refusals));
            }

            db.Add(new MediationSession { Id = context.RequestId, CaseId = id, At = ChinaTime.At(day, time).ToUniversalTime(), Place = seal.Seal(place.Value) });
            tell.Parties(file, context);
            return Task.FromResult(Outcome<MediationAct?>.Of(null));
        }, cancel);
}
