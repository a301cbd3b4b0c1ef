using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Access;

namespace Linli.Web.Registry.Committees;

/// <summary>What an actor is to the bodies of a compound: it follows from the post and from where it holds.</summary>
internal static class BodyAccess
{
    public static BodyRoles RolesOf(Actor actor, string compoundPath)
    {
        if (actor.IsSystem)
        {
            return BodyRoles.System;
        }

        if (!Scope.Of(actor, Permission.ManageCommittees).Covers(compoundPath))
        {
            return BodyRoles.None;
        }

        var kind = PostKinds.Find(actor.Capacity?.PostKind);
        return kind == PostKinds.CommitteeChair ? BodyRoles.Committee
            : kind == PostKinds.CommunityWorker || kind == PostKinds.CommunitySecretary ? BodyRoles.Community
            : kind == PostKinds.SubdistrictOfficer || kind == PostKinds.SubdistrictHousingClerk || kind == PostKinds.HousingOfficer ? BodyRoles.Subdistrict
            : BodyRoles.None;
    }
}
