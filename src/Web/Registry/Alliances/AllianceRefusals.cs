using Linli.Domain.Kernel;

namespace Linli.Web.Registry.Alliances;

/// <summary>Associations stand at a community, a village or above: several compounds belong to one.</summary>
public sealed record AssociationsStandAboveCompounds : Refusal
{
    public override string? Field => "PlaceCode";
}

/// <summary>Only alliances and associations of committees or companies are registered here.</summary>
public sealed record KindIsNoAssociation : Refusal
{
    public override string? Field => "Kind";
}

/// <summary>The place has a living association of this kind.</summary>
public sealed record PlaceHasSuchAnAssociation : Refusal
{
    public override string? Field => "Kind";
}

/// <summary>The member is not known in the association's area.</summary>
public sealed record MemberIsNotOfThisArea : Refusal
{
    public override string? Field => "Member";
}

/// <summary>Belongs to it already.</summary>
public sealed record IsMemberAlready : Refusal
{
    public override string? Field => "Member";
}

/// <summary>An end is recorded when it has come.</summary>
public sealed record EndLiesInTheFuture(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>What was done was done today or earlier.</summary>
public sealed record WorkLiesInTheFuture(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>The association has no such duty.</summary>
public sealed record DutyIsNotItsOwn : Refusal
{
    public override string? Field => "Duty";
}

/// <summary>The plan item is another association's, was dropped, or belongs to another duty.</summary>
public sealed record PlanItemDoesNotFit : Refusal
{
    public override string? Field => "PlanItem";
}

/// <summary>The plan item was carried out and stays in the record.</summary>
public sealed record PlanItemIsDone : Refusal;

/// <summary>So many photos and no more.</summary>
public sealed record WorkPhotosAreTooMany(int Limit) : Refusal
{
    public override string? Field => "Photos";
}

/// <summary>An uploaded photo was not found any more.</summary>
public sealed record WorkPhotoIsGone : Refusal
{
    public override string? Field => "Photos";
}

/// <summary>No more commitments fit into one agreement.</summary>
public sealed record CommitmentsAreTooMany(int Limit) : Refusal;

/// <summary>A commitment falls due outside the new term.</summary>
public sealed record CommitmentsLieOutsideTheTerm : Refusal
{
    public override string? Field => "LastDay";
}

/// <summary>The commitment is proved, or its proof waits to be checked.</summary>
public sealed record CommitmentIsProvedAlready : Refusal;

/// <summary>The proof was checked.</summary>
public sealed record ProofIsCheckedAlready : Refusal;

/// <summary>The agreement has its successor.</summary>
public sealed record AgreementIsRenewedAlready : Refusal;

/// <summary>The agreement that follows begins after the last day of this one.</summary>
public sealed record RenewalBeginsTooEarly : Refusal
{
    public override string? Field => "FirstDay";
}
