using System.Text.Json;
using Linli.Domain.Tickets.TextHelp;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Tickets.TextHelp;

/// <summary>The model in use: the one that comes with the product, or the newest that this installation trained and found no worse.</summary>
internal sealed class TextModels
{
    private readonly NpgsqlDataSource database;
    private readonly Remembered<Used> used;
    private Used built = new(0, null);

    public TextModels(NpgsqlDataSource database, TimeProvider clock)
    {
        this.database = database;
        used = new(Newest, clock, TimeSpan.FromMinutes(1));
    }

    /// <summary>A model with its number; 0 for the one that comes with the product.</summary>
    internal sealed record Used(long Number, TextModel? Trained)
    {
        public TextModel Model => Trained ?? TextModel.BuiltIn;
    }

    public Used Now => used.Value;

    public void Forget() => used.Forget();

    /// <summary>What an installation counted, as it is stored: label → pieces → count, for categories and for urgencies.</summary>
    internal sealed record Stored(Dictionary<string, Label> Categories, Dictionary<string, Label> Urgencies)
    {
        public static Stored Of(PieceCounts categories, PieceCounts urgencies) => new(Labels(categories), Labels(urgencies));

        public static PieceCounts Counts(Dictionary<string, Label> labels)
        {
            var counts = new PieceCounts();
            foreach (var (label, of) in labels)
            {
                counts.Add(label, of.Texts);
                foreach (var (piece, count) in of.Pieces)
                {
                    counts.Add(label, piece, count);
                }
            }

            return counts;
        }

        private static Dictionary<string, Label> Labels(PieceCounts counts) =>
            counts.Labels.ToDictionary(label => label, label => new Label(counts.TextsOf(label), counts.PiecesOf(label).ToDictionary(p => p.Key, p => p.Value)));
    }

    internal sealed record Label(int Texts, Dictionary<string, int> Pieces);

    private Used Newest()
    {
        using var command = database.CreateCommand("select number, counts::text from tickets.text_models where is_used and number > $1 order by number desc limit 1");
        command.Parameters.AddWithValue(built.Number);
        using var row = command.ExecuteReader();
        if (row.Read())
        {
            var stored = JsonSerializer.Deserialize<Stored>(row.GetString(1))!;
            built = new(row.GetInt64(0), TextModel.Train(TextExamples.Training, Stored.Counts(stored.Categories), Stored.Counts(stored.Urgencies)));
        }

        return built;
    }
}
