using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Linli.Web.Platform.Store;

[DbContext(typeof(LinliDb)), Migration("20261121000001_Platform")]
internal sealed class PlatformMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000002_Registry")]
internal sealed class RegistryMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000003_Tickets")]
internal sealed class TicketsMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000004_Provinces")]
internal sealed class ProvincesMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000005_Guard")]
internal sealed class GuardMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000006_Exchange")]
internal sealed class ExchangeMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000007_Party")]
internal sealed class PartyMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000008_Grid")]
internal sealed class GridMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000009_Alliances")]
internal sealed class AlliancesMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000010_Committees")]
internal sealed class CommitteesMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000011_Privacy")]
internal sealed class PrivacyMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000012_Documents")]
internal sealed class DocumentsMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000013_WritePath")]
internal sealed class WritePathMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000014_Queue")]
internal sealed class QueueMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000015_WhyData")]
internal sealed class WhyDataMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000016_Holders")]
internal sealed class HoldersMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000018_Handling")]
internal sealed class HandlingMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000019_ServiceLevels")]
internal sealed class ServiceLevelsMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000020_TextHelp")]
internal sealed class TextHelpMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000021_Evaluation")]
internal sealed class EvaluationMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000022_Mediation")]
internal sealed class MediationMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000023_FollowUp")]
internal sealed class FollowUpMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000024_Intake")]
internal sealed class IntakeMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000025_Finding")]
internal sealed class FindingMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000026_QueueTools")]
internal sealed class QueueToolsMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000027_Marks")]
internal sealed class MarksMigration : SqlMigration;

[DbContext(typeof(LinliDb)), Migration("20261121000030_Decisions")]
internal sealed class DecisionsMigration : SqlMigration;
