using System.Text.Json;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Demo.Builder;

/// <summary>The one entry that a loaded world leaves in the audit trail: that it was loaded, and how much of it there is.</summary>
internal static class LoadRecord
{
    public static void AddTo(WorldBuilder world, string process) => world.Rows.Add(new AuditEntry
    {
        Id = Guid.CreateVersion7(world.Now),
        At = world.Now,
        Process = process,
        SubjectKind = "World",
        SubjectId = world.Id("world", process),
        Details = JsonSerializer.Serialize(world.Rows.Types.ToDictionary(type => type.Name, type => world.Rows.Of(type).Count)),
    });
}
