using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Linli.Web.Platform.Http;

/// <summary>The description of the API at /openapi/v1.json: what it is, how to sign in, and of each operation its permission and its errors.</summary>
internal static class OpenApi
{
    public const string TokenScheme = "token";
    public const string ProblemSchema = "Problem";

    public static void AddLinliOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = operation => operation.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<OpenApiErrors>();
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonPropertyInfo is null && context.JsonTypeInfo.Type.GetCustomAttribute<ApiExampleAttribute>() is { } example)
            {
                schema.Examples = [JsonNode.Parse(example.Json)!];
            }

            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiDocument document)
    {
        var version = typeof(OpenApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        document.Info = new OpenApiInfo
        {
            Title = "Linli API",
            Version = version?.Split('+')[0],
            Description = """
                Everything the pages can do. A token acts in one capacity of its person (a post, an owner, a resident); what that
                capacity allows, and in which places, is the same as on the pages. Errors are RFC 9457 problems: `type` names the
                refusal and is stable, `title` says it in the language of Accept-Language (zh-Hans or en), `errors` lists it by field.
                A change carries a `requestId` made by the caller: sent again, it acts once. Amounts of text and files are limited;
                members that are not described are refused.
                """,
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.AddComponent(ProblemSchema, ProblemDescription());
        // The same for every installation; the host is whichever was asked.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[TokenScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "lnl_…",
            Description = "A personal access token, made at /me/tokens or by /api/v1/sign-in/token. It is valid for 90 days or until it is revoked.",
        };
    }

    // Written by hand, because the framework's own record knows nothing of the fields.
    private static OpenApiSchema ProblemDescription()
    {
        static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
        var field = new Dictionary<string, IOpenApiSchema>
        {
            ["field"] = Text("The member of the request."),
            ["type"] = Text("The refusal's name."),
            ["message"] = Text("What is wrong and how to mend it."),
        };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal or a failure, after RFC 9457.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("The refusal's name, /problems/…; stable."),
                ["title"] = Text("What is wrong, in the caller's language."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["instance"] = Text("The path that was called."),
                ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = field } },
            },
        };
    }
}
