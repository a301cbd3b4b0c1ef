using System.Globalization;
using Linli.Domain.Kernel;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Text;

/// <summary>Says a refusal in the reader's language: the message's key is the refusal's name, its {Placeholders} the record's properties.</summary>
internal sealed class RefusalTexts(IStringLocalizer<Texts> texts)
{
    public string Of(Refusal refusal)
    {
        if (refusal is IAboutAnother { Inner: var inner })
        {
            return Of(inner);
        }

        return Holes.Fill(texts["Refusal." + refusal.Code].Value, refusal.GetType().GetProperties().ToDictionary(
            property => property.Name, property => Said(property.GetValue(refusal))));
    }

    // Days and moments as everywhere else on the page.
    private static string Said(object? value) => value switch
    {
        DateOnly day => Moments.Day(day),
        DateTimeOffset moment => Moments.Full(moment),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? string.Empty,
    };
}

/// <summary>A refusal that another one caused and whose words it borrows.</summary>
internal interface IAboutAnother
{
    Refusal Inner { get; }
}
