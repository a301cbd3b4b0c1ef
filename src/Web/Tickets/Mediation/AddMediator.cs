using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Mediation;

/// <summary>增加调解员: a mediator of the case brings in a colleague of the committee, unless related to a party.</summary>
internal sealed class AddMediator(LinliDb db, MediationDesk desk, IPosts posts, FindConflict conflicts, TellParties tell, IStringLocalizer<Texts> texts)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationColleagueInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.AddMediator, context, async file =>
        {
            var colleague = (await posts.HoldersAt(file.Case.CompoundId, Permission.Mediate, cancel)).FirstOrDefault(holder => holder.PersonId == input.MediatorId);
            if (colleague is null || file.Mediators.Any(one => one.PersonId == colleague.PersonId && one.Until is null))
            {
                return new MediationChoiceIsMissing(nameof(input.MediatorId));
            }

            if ((await conflicts.Of(colleague.PersonId, file, ChinaTime.DayOf(context.At), context, cancel)).Forbids)
            {
                return new MediatorHasToStandAside();
            }

            var added = new CaseMediator
            {
                CaseId = id, PersonId = colleague.PersonId, ActedAs = $"{colleague.OrganisationName} · {texts["Post." + colleague.PostKind]}", Since = context.At,
            };
            db.Add(added);
            file.Mediators.Add(added);
            tell.Mediators(file, context);
            return Outcome<MediationAct?>.Of(null);
        }, cancel);
}
