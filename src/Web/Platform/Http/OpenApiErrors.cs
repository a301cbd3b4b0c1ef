using System.Globalization;
using System.Text.Json.Nodes;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.SignIn;
using Linli.Web.Platform.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace Linli.Web.Platform.Http;

/// <summary>Writes into every operation which permission it needs, and the problems that it may answer with, each with an example.</summary>
internal sealed class OpenApiErrors(RefusalTexts texts) : IOpenApiOperationTransformer
{
    private const string ProblemJson = "application/problem+json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        if (metadata.OfType<NeedsAttribute>().LastOrDefault() is { } needs && !metadata.OfType<OpenToAllAttribute>().Any())
        {
            DescribePermission(operation, context, needs.Permission);
            Add(operation, context, new SignInIsNeeded(), 401);
            Add(operation, context, new NotAllowedInThisCapacity(), 403);
        }

        if (context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true)
        {
            Add(operation, context, new NotFound(), 404);
        }

        var changes = operation.RequestBody is not null;
        if (changes)
        {
            Add(operation, context, new RequestIsNotUnderstood(), 400);
        }

        if (changes || operation.Responses.ContainsKey("409"))
        {
            Add(operation, context, new ChangedMeanwhile(), 409);
        }

        if (changes || operation.Responses.ContainsKey("422"))
        {
            Add(operation, context, new TokenNameIsMissing(), 422);
        }

        if (metadata.OfType<EnableRateLimitingAttribute>().Any())
        {
            Add(operation, context, new TooManyRequests(), 429);
        }

        return Task.CompletedTask;
    }

    private static void DescribePermission(OpenApiOperation operation, OpenApiOperationTransformerContext context, Permission permission)
    {
        var names = PermissionNames.Of(permission);
        var words = names.Count == 0 ? "Needs a token; no permission in particular." : $"Needs a token whose capacity gives: {string.Join(" or ", names)}.";
        operation.Description = string.IsNullOrEmpty(operation.Description) ? words : $"{operation.Description}\n\n{words}";
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-permission"] = new JsonNodeExtension(new JsonArray([.. names.Select(name => (JsonNode)name)]));
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(OpenApi.TokenScheme, context.Document)] = [] }];
    }

    private void Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, Refusal refusal, int status)
    {
        operation.Responses![status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = status == 422 ? "A field is refused." : texts.Of(refusal),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ProblemJson] = new()
                {
                    Schema = new OpenApiSchemaReference(OpenApi.ProblemSchema, context.Document),
                    Example = Example(refusal, status, context.Description.RelativePath),
                },
            },
        };
    }

    private JsonObject Example(Refusal refusal, int status, string? path)
    {
        var problem = new JsonObject
        {
            ["type"] = $"/problems/{refusal.Code}",
            ["title"] = texts.Of(refusal),
            ["status"] = status,
            ["instance"] = $"/{path}",
        };
        if (refusal.Field is { } field)
        {
            problem["errors"] = new JsonArray(new JsonObject { ["field"] = field, ["type"] = $"/problems/{refusal.Code}", ["message"] = texts.Of(refusal) });
        }

        return problem;
    }
}
