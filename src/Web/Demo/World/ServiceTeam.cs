using Linli.Web.Demo.Builder;

namespace Linli.Web.Demo.World;

/// <summary>Who handles the tickets of a compound.</summary>
internal sealed record ServiceTeam(PostHolder Dispatcher, IReadOnlyList<PostHolder> Workers);
