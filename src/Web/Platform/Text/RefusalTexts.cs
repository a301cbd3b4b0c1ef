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

        var message = texts["Refusal." + refusal.Code].Value;
        foreach (var property in refusal.GetType().GetProperties())
        {
            var hole = $"{{{property.Name}}}";
            if (message.Contains(hole, StringComparison.Ordinal))
            {
                message = message.Replace(hole, Convert.ToString(property.GetValue(refusal), CultureInfo.CurrentCulture), StringComparison.Ordinal);
            }
        }

        return message;
    }
}

/// <summary>A refusal that another one caused and whose words it borrows.</summary>
internal interface IAboutAnother
{
    Refusal Inner { get; }
}
