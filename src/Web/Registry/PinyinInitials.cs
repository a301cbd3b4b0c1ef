using System.Globalization;
using System.Text;

namespace Linli.Web.Registry;

/// <summary>
/// The initials of a name's pinyin, by which people search: 康桥生活公园 is KQSHGY. ICU orders Chinese characters by pinyin; a
/// character's initial is that of the last boundary character not after it. Characters read otherwise in the names of
/// places are listed as words.
/// </summary>
internal static class PinyinInitials
{
    private const int MaxLength = 40;

    // The first character of each initial in the order of pinyin; no syllable begins with I, U or V.
    private const string Boundaries = "吖八嚓咑妸发旮铪丌咔垃妈拏噢妑七呥仨他屲夕丫帀";
    private const string Letters = "ABCDEFGHJKLMNOPQRSTWXYZ";

    private static readonly CompareInfo Pinyin = CultureInfo.GetCultureInfo("zh-Hans-CN").CompareInfo;

    // Words whose reading differs from that of their characters alone: places, and surnames at the beginning of a name.
    private static readonly (string Word, string Initials)[] Words =
    [
        ("重庆", "CQ"), ("重阳", "CY"), ("重华", "CH"), ("长城", "CC"), ("长江", "CJ"), ("长寿", "CS"), ("长安", "CA"), ("长沙", "CS"), ("长春", "CC"),
        ("朝天", "CT"), ("朝阳", "CY"), ("大厦", "DS"), ("都", "D"), ("铅山", "YS"), ("六安", "LA"), ("乐山", "LS"), ("台州", "TZ"), ("会稽", "KJ"),
        ("涪陵", "FL"), ("綦江", "QJ"), ("秀山", "XS"), ("酉阳", "YY"), ("单元", "DY"), ("行政", "XZ"), ("银行", "YH"), ("商行", "SH"),
    ];

    private static readonly (string Word, string Initials)[] Surnames =
    [
        ("曾", "Z"), ("单", "S"), ("解", "X"), ("仇", "Q"), ("朴", "P"), ("查", "Z"), ("盖", "G"), ("区", "O"), ("乐", "Y"), ("翟", "Z"), ("覃", "Q"), ("尉迟", "YC"), ("万俟", "MQ"), ("长孙", "ZS"),
    ];

    /// <summary>Capital initials and digits; other signs are left out.</summary>
    public static string Of(string name) => Of(name, []);

    /// <summary>The same for a person's name, whose first character may be a surname with a reading of its own.</summary>
    public static string OfPerson(string name) => Of(name, Surnames);

    private static string Of(string name, (string Word, string Initials)[] first)
    {
        var initials = new StringBuilder();
        for (var at = 0; at < name.Length && initials.Length < MaxLength;)
        {
            var rest = name.AsSpan(at);
            if ((Reading(rest, at == 0 ? first : []) ?? Reading(rest, Words)) is { } word)
            {
                initials.Append(word.Initials);
                at += word.Word.Length;
                continue;
            }

            if (Initial(name[at]) is { } letter)
            {
                initials.Append(letter);
            }

            at++;
        }

        return initials.ToString();
    }

    private static (string Word, string Initials)? Reading(ReadOnlySpan<char> rest, (string Word, string Initials)[] words)
    {
        foreach (var word in words)
        {
            if (rest.StartsWith(word.Word, StringComparison.Ordinal))
            {
                return word;
            }
        }

        return null;
    }

    private static char? Initial(char sign) => sign switch
    {
        >= '0' and <= '9' or >= 'A' and <= 'Z' => sign,
        >= 'a' and <= 'z' => char.ToUpperInvariant(sign),
        >= '\u4e00' and <= '\u9fff' => OfCharacter(sign.ToString()),
        _ => null,
    };

    private static char OfCharacter(string character)
    {
        for (var i = Boundaries.Length - 1; i > 0; i--)
        {
            if (Pinyin.Compare(character, Boundaries[i].ToString()) >= 0)
            {
                return Letters[i];
            }
        }

        // Whatever comes before the first B begins with A.
        return Letters[0];
    }
}
