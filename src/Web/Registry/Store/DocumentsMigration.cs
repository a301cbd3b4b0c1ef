using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Linli.Web.Registry.Store;

[DbContext(typeof(LinliDb)), Migration("20261121000012_Documents")]
internal sealed class DocumentsMigration : SqlMigration;
