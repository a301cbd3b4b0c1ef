using Linli.Domain.Kernel;
using Linli.Web.Platform.Text;

namespace Linli.Web.Platform.Files;

/// <summary>A refused file, told beside the field that took it.</summary>
internal sealed record RefusedFile(string Input, Refusal Inner) : Refusal, IAboutAnother
{
    public override string Field => Input;
}
