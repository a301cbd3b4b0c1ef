using System.Globalization;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Grid.Care;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>What the form for a consent of somebody else needs.</summary>
internal interface IConsentFields
{
    ConsentWordInput Word { get; }

    IReadOnlyList<SelectListItem> People { get; }

    IReadOnlyList<SelectListItem> ConsentPurposes { get; }

    IReadOnlyList<SelectListItem> Ways { get; }
}

public abstract partial class GridPageModel
{
    /// <summary>The purposes that somebody may write down for others, and the ways.</summary>
    internal (IReadOnlyList<SelectListItem> Purposes, IReadOnlyList<SelectListItem> Ways) ConsentChoices(ConsentTaker taker) =>
    (
        Choices(ConsentPurposes.BuiltIn.Where(p => p.Recorded.WaysOf(taker).Count > 0), p => p.Code, p => p.Name.In(CultureInfo.CurrentUICulture.Name)),
        Choices([ConsentWay.Oral, ConsentWay.Paper], way => way.ToString(), way => T[$"Way.{way}"])
    );
}
