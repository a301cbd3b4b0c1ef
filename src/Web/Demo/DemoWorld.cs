namespace Linli.Web.Demo;

internal static class DemoWorld
{
    public static Task LoadOnce(IServiceProvider services, TextWriter progress, CancellationToken cancel) => Task.CompletedTask;
}
