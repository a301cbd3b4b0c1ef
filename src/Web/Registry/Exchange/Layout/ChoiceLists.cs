using System.Resources;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Layout;

/// <summary>Whether an owner is a person or an organisation.</summary>
internal enum OwnerType
{
    Person,
    Organisation,
}

internal enum YesNo
{
    Yes,
    No,
}

/// <summary>Where an organisation is seated.</summary>
internal enum Seat
{
    Compound,
    Community,
}

/// <summary>What may be chosen in a column, in the words of the pages; both languages are understood.</summary>
internal static class ChoiceLists
{
    private static readonly Dictionary<string, Choice[]> Lists = new(StringComparer.Ordinal)
    {
        [nameof(UnitKind)] = Enum<UnitKind>(typeof(RegistryTexts)),
        [nameof(Delivery)] = Enum<Delivery>(typeof(RegistryTexts)),
        [nameof(Relation)] = Enum<Relation>(typeof(RegistryTexts)),
        [nameof(OrganisationKind)] = Enum<OrganisationKind>(typeof(RegistryTexts)),
        [nameof(PostKind)] = [.. PostKinds.All.Select(kind => Of(kind.Code, typeof(Texts), kind.TitleKey))],
        [nameof(OwnerType)] = Enum<OwnerType>(typeof(ExchangeTexts)),
        [nameof(PostBeginning)] = Enum<PostBeginning>(typeof(RegistryTexts)),
        [nameof(YesNo)] = Enum<YesNo>(typeof(ExchangeTexts)),
        [nameof(Seat)] = Enum<Seat>(typeof(ExchangeTexts)),
    };

    private sealed record Choice(string Value, string Zh, string En);

    /// <summary>The words of a list in the reader's language.</summary>
    public static IReadOnlyList<string> Words(string list) => [.. Lists[list].Select(Word)];

    /// <summary>The word of a value in the reader's language.</summary>
    public static string Word(string list, string value) => Lists[list].FirstOrDefault(choice => choice.Value == value) is { } found ? Word(found) : value;

    /// <summary>The value that a word stands for; null when it stands for none.</summary>
    public static string? Value(string list, string word)
    {
        var typed = PlainText.HalfWidth(word).Trim();
        return Lists[list].FirstOrDefault(choice => IsWritten(choice.Zh, typed) || IsWritten(choice.En, typed) || IsWritten(choice.Value, typed))?.Value;
    }

    // Words of ours have wide brackets too.
    private static bool IsWritten(string choice, string typed) => string.Equals(PlainText.HalfWidth(choice), typed, StringComparison.OrdinalIgnoreCase);

    private static string Word(Choice choice) => SheetLayouts.IsChinese ? choice.Zh : choice.En;

    private static Choice[] Enum<T>(Type texts)
        where T : struct, Enum => [.. System.Enum.GetNames<T>().Select(name => Of(name, texts, $"{typeof(T).Name}.{name}"))];

    private static Choice Of(string value, Type texts, string key)
    {
        var words = new ResourceManager(texts);
        return new Choice(value, words.GetString(key, TextModule.Chinese) ?? value, words.GetString(key, TextModule.English) ?? value);
    }
}
