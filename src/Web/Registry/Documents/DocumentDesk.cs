using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>A kind of document in a compound, with the versions that can be changed.</summary>
internal sealed record OpenDocument
{
    public required Guid CompoundId { get; init; }

    public required string CompoundPath { get; init; }

    public required DocumentKind Kind { get; init; }

    public required DocumentRules Rules { get; init; }

    public required DateOnly Today { get; init; }

    public DocumentVersion? UnderWay { get; init; }

    public DocumentVersion? InForce { get; init; }
}

/// <summary>What every act on a version has in common: scope, the version that was seen, the table of states, one transaction.</summary>
internal sealed class DocumentDesk(LinliDb db, Changes changes)
{
    /// <summary>The document in a compound where the permission reaches; null when there is none to be seen.</summary>
    public async Task<OpenDocument?> Open(string code, string slug, Permission permission, ProcessContext context, CancellationToken cancel)
    {
        var compound = await (
            from c in db.Set<Compound>()
            where c.Place.Code == code
            select new { c.PlaceId, c.Place.Path, c.Type }).FirstOrDefaultAsync(cancel);
        if (compound is null || !Scope.Of(context.Actor, permission).Covers(compound.Path)
            || DocumentKinds.Find(slug) is not { } kind || !DocumentKinds.Of(compound.Type).Contains(kind))
        {
            return null;
        }

        var today = ChinaTime.DayOf(context.At);
        var versions = await db.Set<DocumentVersion>().Where(v => v.CompoundId == compound.PlaceId && v.Kind == kind
            && (v.State == DocumentState.InForce || DocumentFlow.UnderWay.Contains(v.State))).ToListAsync(cancel);
        return new OpenDocument
        {
            CompoundId = compound.PlaceId,
            CompoundPath = compound.Path,
            Kind = kind,
            Rules = DocumentProfiles.For(code, today),
            Today = today,
            UnderWay = versions.SingleOrDefault(v => v.State != DocumentState.InForce),
            InForce = versions.SingleOrDefault(v => v.State == DocumentState.InForce),
        };
    }

    /// <summary>Does one act on the version under way, or on the one in force; <paramref name="change"/> may name a further state.</summary>
    public async Task<Outcome<Guid>> Act(
        string code, string slug, DocumentAct act, string process, DocumentInput input, ProcessContext context,
        Func<OpenDocument, DocumentVersion, Faults, Task<DocumentState?>> change, CancellationToken cancel)
    {
        context = context.On($"{code}/{slug}");
        if (await changes.HandledBefore(context, process, cancel) is { } before)
        {
            return before;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Open(code, slug, Permission.ManageDocuments, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        var version = act == DocumentAct.Repeal ? open.InForce : open.UnderWay;
        if (!DocumentFlow.Decide(version?.State, act).Succeeded(out var state))
        {
            return Outcome<Guid>.Refused(DocumentFlow.Decide(version?.State, act).Refusals);
        }

        if (input.Version is { } seen && seen != version!.Version)
        {
            return new ChangedMeanwhile();
        }

        var faults = new Faults();
        var further = await change(open, version!, faults);
        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(faults.All);
        }

        var from = version!.State;
        version.State = further ?? state;
        // Some acts change no column; the version of the row moves all the same.
        db.Entry(version).Property(v => v.MadeAs).IsModified = true;
        return await Save(process, version, from, context, transaction, cancel);
    }

    /// <summary>Makes the version the one in force: the one before it is superseded in the same transaction.</summary>
    public async Task<DocumentState> Enter(DocumentVersion version, Scope scope, CancellationToken cancel)
    {
        if (scope.IsNothing)
        {
            throw new InvalidOperationException("Nobody puts a document into force without a scope.");
        }

        var lastDay = version.EffectiveOn!.Value.AddDays(-1);
        await db.Set<DocumentVersion>().Where(v => v.CompoundId == version.CompoundId && v.Kind == version.Kind && v.State == DocumentState.InForce)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.State, DocumentState.Superseded)
                .SetProperty(v => v.EndedOn, v => lastDay < v.EffectiveOn ? v.EffectiveOn : lastDay), cancel);
        return DocumentFlow.Decide(DocumentState.Adopted, DocumentAct.EnterIntoForce).Value;
    }

    private async Task<Outcome<Guid>> Save(
        string process, DocumentVersion version, DocumentState from, ProcessContext context,
        Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancel)
    {
        var saved = await changes.Save(
            context, process, "DocumentVersion", version.Id, new { version.CompoundId, version.Kind, version.Number, from, to = version.State }, cancel);
        if (!saved.Succeeded(out var made))
        {
            return Outcome<Guid>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return made.SubjectId;
    }
}
