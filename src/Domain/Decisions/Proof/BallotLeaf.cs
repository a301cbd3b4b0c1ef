using System.Globalization;
using System.Text;

namespace Linli.Domain.Decisions.Proof;

/// <summary>
/// What of an accepted ballot goes into the tree: which vote, which entry of the roll (by its commitment, nameless), a salt, the choices.
/// Neither name nor unit, channel nor time: whoever knows when a neighbour voted must not find the ballot.
/// </summary>
public sealed record BallotLeaf
{
    /// <summary>The vote's id.</summary>
    public required Guid Vote { get; init; }

    /// <summary>The commitment of the voter's entry on the roll, 33 bytes.</summary>
    public required byte[] Entry { get; init; }

    /// <summary>16 random bytes, so that nobody guesses a ballot from its hash while voting runs.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>A choice for each question.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>The marks of the election; null when there is none.</summary>
    public ElectionVote? Election { get; init; }

    /// <summary>Its content, the same in every language: six lines of ASCII, each ended by a line feed.</summary>
    public byte[] Content => Encoding.ASCII.GetBytes(string.Join('\n', [
        "linli-ballot/1", Vote.ToString("D", CultureInfo.InvariantCulture), Convert.ToHexStringLower(Entry), Convert.ToHexStringLower(Salt),
        string.Join(',', Choices.Select(Word)), Word(Election), string.Empty]));

    /// <summary>Its hash in the tree.</summary>
    public byte[] Hash => MerkleTree.LeafHash(Content);

    /// <summary>A choice as the ledger writes it.</summary>
    public static string Word(Choice choice) => choice switch
    {
        Choice.For => "FOR",
        Choice.Against => "AGAINST",
        Choice.Abstain => "ABSTAIN",
        Choice.Invalid => "INVALID",
        _ => "BLANK",
    };

    /// <summary>The marks of an election as the ledger writes them: numbers with ; between, or a word; - without an election.</summary>
    public static string Word(ElectionVote? vote) => vote switch
    {
        null => "-",
        { State: Choice.For } => string.Join(';', vote.Marks.Select(number => number.ToString(CultureInfo.InvariantCulture))),
        _ => Word(vote.State),
    };

    /// <summary>Reads a choice; null for a word that is none.</summary>
    public static Choice? ReadChoice(string word) => Enum.GetValues<Choice>().Select(choice => (Choice?)choice).FirstOrDefault(choice => Word(choice!.Value) == word);

    /// <summary>Reads the marks of an election; null for what is none. "-" is read as no election, which <paramref name="none"/> tells.</summary>
    public static ElectionVote? ReadElection(string word, out bool none)
    {
        none = word == "-";
        if (none || ReadChoice(word) is Choice.For or Choice.Against)
        {
            return null;
        }

        if (ReadChoice(word) is { } state)
        {
            return new ElectionVote(state, []);
        }

        var numbers = word.Split(';');
        return numbers.All(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? new ElectionVote(Choice.For, [.. numbers.Select(number => int.Parse(number, CultureInfo.InvariantCulture))])
            : null;
    }
}
