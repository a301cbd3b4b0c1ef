using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>What the rows of a workbook lead to, before anything is written.</summary>
internal sealed class ImportPlan(Ground ground, Gathering gathered, ProcessContext context)
{
    private readonly HashSet<object> touched = new(ReferenceEqualityComparer.Instance);

    public Ground Ground => ground;

    public Gathering Gathered => gathered;

    public ProcessContext Context => context;

    public DateOnly Today => gathered.Today;

    public PersonalCipher Cipher => gathered.Cipher;

    /// <summary>Rows to be written, in the entities of the store.</summary>
    public List<object> New { get; } = [];

    public List<object> Changed { get; } = [];

    /// <summary>Registrations of Party members that are new or told differently.</summary>
    public List<RegistrationRow> Registrations { get; } = [];

    /// <summary>People are made up: a demo or a test.</summary>
    public bool MadeUp { get; init; }

    /// <summary>The id of something new, by its kind and natural key.</summary>
    public Func<string, string, Guid> NewId { get; init; } = (_, _) => Guid.CreateVersion7(context.At);

    public T Add<T>(T row)
        where T : class
    {
        New.Add(row);
        return row;
    }

    /// <summary>Notes that a registered row is different now; once. Of a new one it says nothing: what is written is what it has become.</summary>
    public void Change(object row)
    {
        if (touched.Add(row))
        {
            Changed.Add(row);
        }
    }
}
