using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;

namespace Linli.Domain.Tests.Tickets.Mediation;

public sealed class MediationRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Guid A = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid B = new("00000000-0000-0000-0000-00000000000b");

    [Fact]
    public void NoArticleIsCalledVerifiedThatNobodyHasRead() => MediationRules.On(Today).ShouldSatisfyAllConditions(
        rules => rules.Articles.ShouldNotBeEmpty(),
        rules => rules.Articles.ShouldAllBe(article => article.Source.Verification != Verification.Verified),
        rules => rules.ConfirmationDays.Source.Verification.ShouldBe(Verification.GeneralKnowledge),
        rules => rules.SmallestCell.Source.Verification.ShouldBe(Verification.Design));

    [Fact]
    public void VisitsFollowTheConclusionAndTheLastPromise()
    {
        MediationRules.On(Today).VisitDays(Today, Today.AddDays(30)).ShouldBe([Today.AddDays(7), Today.AddDays(33)]);
        MediationRules.On(Today).VisitDays(Today, Today.AddDays(4)).ShouldBe([Today.AddDays(7)]);
    }

    [Fact]
    public void NoVisitLiesBeforeTheAgreement() => Prop.ForAll(Gen.Choose(-4000, 4000).ToArbitrary(), days =>
        MediationRules.On(Today).VisitDays(Today, Today.AddDays(days)) is var visits && visits.All(day => day > Today) && visits.Order().SequenceEqual(visits)).QuickCheckThrowOnFailure();

    [Fact]
    public void ACourtIsAskedWithinThirtyDays() => MediationRules.On(Today).ConfirmationUntil(Today).ShouldBe(new DateOnly(2026, 12, 21));

    [Theory]
    [InlineData("[{}]")]
    [InlineData("null")]
    [InlineData("""[{"version":1,"effectiveFrom":"2020-01-01","kinds":[],"visits":[],"confirmationDays":{"value":30,"source":"x","verification":"design"},"smallestCell":{"value":5,"source":"x","verification":"design"},"articles":[]}]""")]
    [InlineData("""[{"version":1,"effectiveFrom":"2020-01-01","kinds":["a"],"visits":[],"confirmationDays":{"value":30,"source":"x","verification":"design"},"smallestCell":{"value":1,"source":"x","verification":"design"},"articles":[]}]""")]
    public void AFileThatMakesNoSenseIsRefused(string json) => Should.Throw<JsonException>(() => MediationRules.Read(json));

    [Fact]
    public void AnAgreementSaysWhoDoesWhatByWhen()
    {
        AgreementTerms.Check([], [A, B], Today).Refusals.ShouldBe([new CommitmentIsMissing()]);
        AgreementTerms.Check([new(A, "修好", Today)], [A, B], Today).IsRefused.ShouldBeFalse();
        AgreementTerms.Check([new(Guid.Empty, "修好", Today)], [A, B], Today).Refusals.ShouldBe([new CommitmentIsIncomplete(1)]);
        AgreementTerms.Check([new(A, "修好", Today), new(B, " ", Today)], [A, B], Today).Refusals.ShouldBe([new CommitmentIsIncomplete(2)]);
        AgreementTerms.Check([new(A, "修好", null)], [A, B], Today).Refusals.ShouldBe([new CommitmentIsIncomplete(1)]);
        AgreementTerms.Check([new(A, "修好", Today.AddDays(-1))], [A, B], Today).Refusals.ShouldBe([new CommitmentDayIsImplausible(1)]);
        AgreementTerms.Check([.. Enumerable.Repeat(new Commitment(A, "修好", Today), AgreementTerms.Most + 1)], [A], Today).Refusals.ShouldBe([new CommitmentsAreTooMany(AgreementTerms.Most)]);
    }

    [Fact]
    public void ItIsInForceWhenAllPartiesAndAMediatorHaveSigned()
    {
        AgreementTerms.IsSigned([true, true], [true, false]).ShouldBeTrue();
        AgreementTerms.IsSigned([true, false], [true]).ShouldBeFalse();
        AgreementTerms.IsSigned([true, true], [false]).ShouldBeFalse();
        AgreementTerms.IsSigned([], [true]).ShouldBeFalse();
    }

    [Fact]
    public void ConsentIsCompleteWhenBothSidesHaveSaidYes()
    {
        Consents.AreComplete([(PartySide.Applicant, ConsentState.Given), (PartySide.Respondent, ConsentState.Given)]).ShouldBeTrue();
        Consents.AreComplete([(PartySide.Applicant, ConsentState.Given), (PartySide.Respondent, ConsentState.Asked)]).ShouldBeFalse();
        Consents.AreComplete([(PartySide.Applicant, ConsentState.Given), (PartySide.Applicant, ConsentState.Given)]).ShouldBeFalse();
    }

    [Fact]
    public void WhoIsRelatedStandsAside()
    {
        new MediatorConflict(false, false, false, false).Forbids.ShouldBeFalse();
        new MediatorConflict(true, false, false, false).Forbids.ShouldBeTrue();
        new MediatorConflict(false, true, false, false).Forbids.ShouldBeTrue();
        new MediatorConflict(false, false, true, false).Forbids.ShouldBeTrue();
        new MediatorConflict(false, false, false, true).Forbids.ShouldBeTrue();
    }
}
