using System.Collections;
using System.Globalization;
using System.Resources;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Retention;
using Linli.Web.Registry.Privacy;
using Linli.Web.Registry.Privacy.Register;
using Linli.Web.Tests.Host;
using Npgsql;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>
/// Personal data has a purpose, a lawful basis and a retention rule at the column where it is defined (architecture rule 13).
/// A new table says it in one line of its SQL; docs/architecture.md shows how.
/// </summary>
public class PersonalDataTests(EmptyHost host) : EmptyHostTests(host)
{
    private static readonly Dictionary<string, string> Texts = new ResourceManager(typeof(PrivacyTexts))
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    [Fact]
    public async Task Every_column_that_can_hold_personal_data_says_why_or_that_it_holds_none() => Violations.ShouldBeNone(
        await Columns(),
        c => c.IsGarbled ? [$"{c.Address}: the comment cannot be read: {c.ColumnComment ?? c.TableComment}"]
            : c.IsSilent ? [$"{c.Address} ({c.Type}) says nothing; write in the SQL: comment on column {c.Address} is 'purpose=…; basis=…; retention=…; sensitive=…' or 'personal=none', or name it in its table's comment"]
            : [],
        atLeast: 100);

    [Fact]
    public async Task A_table_declares_no_column_that_it_does_not_have() => Violations.ShouldBeNone(
        (await Columns()).GroupBy(c => $"{c.Schema}.{c.Table}").ToList(),
        table => table.First().NoneOfTable.Where(name => table.All(c => c.Name != name)).Select(name => $"{table.Key} declares {name}"),
        atLeast: 10);

    [Fact]
    public async Task Every_purpose_and_rule_that_is_named_exists_and_can_be_said() => Violations.ShouldBeNone(
        (await Columns()).Where(c => c.Purpose is not null).ToList(),
        c =>
        [
            .. Texts.ContainsKey("Purpose." + c.Purpose!.Purpose) ? [] : new[] { $"{c.Address}: no text Purpose.{c.Purpose.Purpose} in PrivacyTexts" },
            .. RetentionRules.BuiltIn.Any(r => r.Code == c.Purpose.Retention) ? [] : new[] { $"{c.Address}: no rule {c.Purpose.Retention} in retention.json" },
            .. Texts.ContainsKey("Retention." + c.Purpose.Retention) ? [] : new[] { $"{c.Address}: no text Retention.{c.Purpose.Retention} in PrivacyTexts" },
        ],
        atLeast: 50);

    [Fact]
    public async Task Known_personal_data_is_in_the_register()
    {
        var known = (await Columns()).Where(c => c.Purpose is not null).ToDictionary(c => c.Address, c => c.Purpose!);
        string[] mustBe =
        [
            "registry.people.name", "registry.people.phone_cipher", "registry.people.phone_index", "registry.people.phone_masked", "registry.people.identity_cipher",
            "registry.people.party_member", "registry.unmaskings.reason", "registry.posts.person_id", "registry.ownerships.person_id", "registry.residencies.person_id",
            "tickets.tickets.description", "tickets.tickets.reporter_id", "tickets.timeline.note", "tickets.timeline.person_name",
            "platform.sessions.device", "platform.sessions.person_id", "platform.sign_in_codes.phone_index", "platform.notifications.arguments",
            "platform.attachments.shown_name", "platform.outbox.payload", "platform.accounts.password_hash", "platform.audit_entries.person_id",
        ];
        Violations.ShouldBeNone(mustBe, address => known.ContainsKey(address) ? [] : [address], atLeast: 20);
        known["registry.people.identity_cipher"].Sensitive.ShouldBeTrue();
        known["registry.people.party_member"].ShouldBe(new PurposeNote("party-work", LawfulBasis.Consent, "people-gone", true));
    }

    [Fact]
    public async Task Every_rule_that_does_something_is_carried_out_and_nothing_else_is()
    {
        var done = await App.With<IEnumerable<IRetentionTask>, List<string>>(tasks => Task.FromResult(tasks.Select(t => t.Rule).ToList()));
        var toDo = RetentionRules.BuiltIn.Where(r => r.Act != RetentionAct.Keep).Select(r => r.Code).Distinct();
        done.Distinct().Order().ShouldBe(toDo.Order());
    }

    [Fact]
    public void Every_rule_can_be_said() => Violations.ShouldBeNone(
        RetentionRules.BuiltIn,
        rule => new[] { $"Retention.{rule.Code}", $"RuleName.{rule.Code}", $"Since.{rule.Since}" }.Where(key => !Texts.ContainsKey(key)).Select(key => $"{key} is missing"),
        atLeast: 10);

    [Theory]
    [InlineData("create table registry.probe (id uuid primary key, note text)", "registry.probe.note")]
    [InlineData("create table registry.probe (id uuid primary key, who uuid references registry.people)", "registry.probe.who")]
    [InlineData("create table platform.probe (id uuid primary key, who uuid)", "platform.probe.who")]
    [InlineData("create table registry.probe (id uuid primary key, picture bytea)", "registry.probe.picture")]
    [InlineData("create table registry.probe (id uuid primary key, born_on date); comment on table registry.probe is 'purpose=identify; basis=consent; retention=people-gone; sensitive=no'", "registry.probe.born_on")]
    [InlineData("alter table registry.places add column remark text", "registry.places.remark")]
    public async Task A_new_column_that_says_nothing_is_found(string sql, string address)
    {
        await using var connection = new NpgsqlConnection(App.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        // In a transaction of its own that never ends well: the other tests see nothing of it.
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand(sql, connection))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var silent = (await Purposes.ColumnsOf(connection, TestContext.Current.CancellationToken)).Where(c => c.IsSilent).Select(c => c.Address).ToList();
        silent.ShouldContain(address);
    }

    private async Task<List<DataColumn>> Columns()
    {
        await using var connection = new NpgsqlConnection(App.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return [.. await Purposes.ColumnsOf(connection, TestContext.Current.CancellationToken)];
    }
}
