using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Linli.Web.Platform.Store;

/// <summary>A migration whose text is the SQL file of the same name beside it, so that a database administrator can read it.</summary>
public abstract class SqlMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Sql());

    private string Sql()
    {
        var id = GetType().GetCustomAttribute<MigrationAttribute>()!.Id;
        var assembly = GetType().Assembly;
        var resource = assembly.GetManifestResourceNames().Single(name => name.EndsWith($".{id}.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
