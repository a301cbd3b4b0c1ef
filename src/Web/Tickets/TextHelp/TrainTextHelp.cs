using System.Text.Json;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.TextHelp;
using Linli.Web.Platform.Jobs;
using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Tickets.TextHelp;

/// <summary>What a training led to.</summary>
/// <param name="Tickets">Accepted tickets that were there.</param>
/// <param name="Tested">Of them, kept for measuring.</param>
/// <param name="RightBefore">Of those, recognised by the product's model.</param>
/// <param name="RightNow">Of those, recognised by the new one.</param>
/// <param name="IsUsed">Whether the new one is used from now on; null when there were too few tickets to train at all.</param>
internal sealed record Training(int Tickets, int Tested, int RightBefore, int RightNow, bool? IsUsed);

/// <summary>
/// Trains anew with what the dispatchers decided: the category and urgency of each accepted ticket. Every fifth one by its id is kept for
/// measuring; a model that recognises fewer of those than the product's own is not used. Only counts of pieces that stood in three tickets
/// are stored: no ticket's words can be read from them.
/// </summary>
internal sealed class TrainTextHelp(NpgsqlDataSource database, TextModels models) : IScheduledJob
{
    private const int MostTickets = 50_000;
    private const int LeastTexts = 3;

    public static string Name => "train-text-help";

    public static TimeSpan Every => TimeSpan.FromDays(1);

    async Task IScheduledJob.Run(DateTimeOffset now, CancellationToken cancel) => await Run(now, cancel);

    /// <summary>Trains and measures; stores the model with its measure.</summary>
    public async Task<Training> Run(DateTimeOffset now, CancellationToken cancel)
    {
        var tickets = await Accepted(cancel);
        if (tickets.Count < TextRules.BuiltIn.LeastTickets)
        {
            return new(tickets.Count, 0, 0, 0, null);
        }

        var learned = tickets.Where(ticket => !ticket.IsTest).Select(ticket => ticket.Example).ToList();
        var kept = tickets.Where(ticket => ticket.IsTest).Select(ticket => ticket.Example).ToList();
        var categories = PieceCounts.Of([.. learned.Select(e => (e.Category, e.Text))], LeastTexts);
        var urgencies = PieceCounts.Of([.. learned.Select(e => (e.Urgency.ToString(), e.Text))], LeastTexts);
        var model = TextModel.Train(TextExamples.Training, categories, urgencies);
        var (before, after) = (Right(TextModel.BuiltIn, kept), Right(model, kept));
        var training = new Training(tickets.Count, kept.Count, before, after, after >= before);
        await Store(training, TextModels.Stored.Of(categories, urgencies), now, cancel);
        models.Forget();
        return training;
    }

    private static int Right(TextModel model, List<TextExample> texts) => texts.Count(text => model.Categories.Shares(text.Text)[0].Label == text.Category);

    private async Task<List<(TextExample Example, bool IsTest)>> Accepted(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select t.category, t.urgency, t.description, ('x' || substr(md5(t.id::text), 1, 4))::bit(16)::int % 5 = 4, r.parent
              from tickets.tickets t
              left join lateral (select parent from tickets.category_rules where code = t.category and parent is not null limit 1) r on true
             where t.accepted_at is not null and t.state <> 'Withdrawn' and t.deidentified_at is null order by t.accepted_at desc limit $1
            """);
        command.Parameters.AddWithValue(MostTickets);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var read = new List<(TextExample, bool)>();
        while (await row.ReadAsync(cancel))
        {
            var code = row.IsDBNull(4) ? row.GetString(0) : row.GetString(4);
            if (CategoryTree.BuiltIn.Find(CategoryTree.BuiltIn.TopOf(code)) is { } top)
            {
                read.Add((new(top.Code, Enum.Parse<Urgency>(row.GetString(1)), row.GetString(2)), row.GetBoolean(3)));
            }
        }

        return read;
    }

    private async Task Store(Training training, TextModels.Stored counts, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "insert into tickets.text_models (id, trained_at, tickets, tested, right_before, right_now, is_used, counts) values ($1, $2, $3, $4, $5, $6, $7, $8)");
        foreach (object value in new object[] { Guid.CreateVersion7(now), now, training.Tickets, training.Tested, training.RightBefore, training.RightNow, training.IsUsed == true })
        {
            command.Parameters.AddWithValue(value);
        }

        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = JsonSerializer.Serialize(counts) });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
