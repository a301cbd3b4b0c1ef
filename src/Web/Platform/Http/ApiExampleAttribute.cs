namespace Linli.Web.Platform.Http;

/// <summary>An example of a record of the API, as JSON; the description at /openapi/v1.json shows it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ApiExampleAttribute(string json) : Attribute
{
    public string Json { get; } = json;
}
