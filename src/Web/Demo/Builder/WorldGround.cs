using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Demo.Builder;

/// <summary>What a world is built on: the places that are there already, the moment, the keys.</summary>
internal sealed record WorldGround
{
    /// <summary>Worlds of different names have different ids and may stand side by side.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required PersonalCipher Cipher { get; init; }

    /// <summary>The installation's keys: what is signed in the world is signed by them.</summary>
    public required SecretKeys Keys { get; init; }

    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>Which of the ten thousand made-up numbers comes first; worlds side by side begin apart. Null: the first that no workbook has.</summary>
    public int? FirstPhone { get; init; }

    /// <summary>Which of the made-up names comes first. Null: the first that no workbook has.</summary>
    public int? FirstName { get; init; }

    public static async Task<WorldGround> Of(IServiceProvider services, string name, CancellationToken cancel)
    {
        var db = services.GetRequiredService<LinliDb>();
        return new WorldGround
        {
            Name = name,
            Now = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            Cipher = services.GetRequiredService<PersonalCipher>(),
            Keys = services.GetRequiredService<SecretKeys>(),
            Places = await db.Set<Place>().AsNoTracking().ToListAsync(cancel),
        };
    }
}
