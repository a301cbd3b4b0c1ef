using System.Net;
using Linli.Web.Tests.Host;
using Shouldly;

namespace Linli.Web.Tests.Authorization;

/// <summary>Tries a foreign id, an unknown one and the own one in the same body or form: the first two are refused and store nothing, the last goes through.</summary>
internal static class ForeignIds
{
    private static readonly HttpStatusCode[] Refusals = [HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Forbidden, HttpStatusCode.Conflict];

    public static async Task Refused(this TestApp app, ApiClient program, string address, object theirs, object ours, Func<object, object> body)
    {
        var before = await app.AllRows();
        foreach (var stranger in new[] { theirs, theirs is string ? "no-such-code" : Guid.NewGuid() })
        {
            var refused = await program.Post(address, body(stranger));
            refused.Status.ShouldBeOneOf(Refusals, refused.Text);
            (await app.AllRows()).ShouldBe(before);
        }

        var taken = await program.Post(address, body(ours));
        ((int)taken.Status).ShouldBeInRange(200, 204, taken.Text);
    }

    /// <summary>The same by a form of a page; what is refused shows the page again or is not found, what goes through redirects.</summary>
    public static async Task RefusedByForm(
        this TestApp app, Guid person, Guid? capacity, string address, Guid theirs, Guid ours, string field, params (string Name, string Value)[] others)
    {
        using var visitor = await app.SignInAs(person, capacity);
        foreach (var (value, goes) in new[] { (theirs, false), (Guid.NewGuid(), false), (ours, true) })
        {
            var (cookie, token) = FormTokens.For(app, person);
            visitor.Cookies["linli.form"] = cookie;
            var before = await app.AllRows();
            var answer = await visitor.Post(
                field.StartsWith('?') ? $"{address}&{field[1..]}={value}" : address,
                [("__RequestVerificationToken", token), ("RequestId", Guid.NewGuid().ToString()), .. field.StartsWith('?') ? [] : new[] { (field, value.ToString()) }, .. others]);
            answer.Status.ShouldBeOneOf(goes ? [HttpStatusCode.Found] : [HttpStatusCode.OK, HttpStatusCode.NotFound], answer.Text);
            if (!goes)
            {
                (await app.AllRows()).ShouldBe(before);
            }
        }
    }

    /// <summary>How many rows all tables of the house hold together, but for the bookkeeping of sign-in.</summary>
    public static Task<long> AllRows(this TestApp app) => app.Scalar<long>(
        """
        select sum((xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', schemaname, tablename), false, true, '')))[1]::text::bigint)::bigint
          from pg_tables where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('sessions', 'audit_seals', 'audit_unsealed', 'jobs')
        """)!;
}
