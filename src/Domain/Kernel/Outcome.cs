using System.Diagnostics.CodeAnalysis;

namespace Linli.Domain.Kernel;

/// <summary>What an act led to: a value, or one or more refusals. Never both, never neither.</summary>
/// <typeparam name="T">The value of a successful act.</typeparam>
public sealed record Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        this.value = value;
        Refusals = refusals;
    }

    /// <summary>Why it was refused; empty when it was not.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>Whether the act was refused.</summary>
    public bool IsRefused => Refusals.Count > 0;

    /// <summary>The value. Asking a refused outcome for it is a bug of the caller.</summary>
    /// <exception cref="InvalidOperationException">The outcome is a refusal.</exception>
    public T Value => IsRefused ? throw new InvalidOperationException($"Refused: {Refusals[0]}") : value!;

    /// <summary>Takes the outcome apart: true with the value, or false with the refusals.</summary>
    public bool Succeeded([MaybeNullWhen(false)] out T result)
    {
        result = value;
        return !IsRefused;
    }

    /// <summary>The same outcome with what is made of the value; a refusal stays one.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, TNext> next) => IsRefused ? Outcome<TNext>.Refused(Refusals) : next(value!);

    /// <summary>A success.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The conversions below are what callers use.")]
    public static Outcome<T> Of(T value) => new(value, []);

    /// <summary>A refusal for at least one reason.</summary>
    /// <exception cref="ArgumentException">No reason was given.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "The conversions below are what callers use.")]
    public static Outcome<T> Refused(params IReadOnlyList<Refusal> refusals) =>
        refusals.Count == 0 ? throw new ArgumentException("A refusal needs a reason.", nameof(refusals)) : new(default, refusals);

    /// <summary>A value is a success.</summary>
    public static implicit operator Outcome<T>(T value) => Of(value);

    /// <summary>A refusal is a failure.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => Refused(refusal);
}

/// <summary>The value of an act that has nothing to tell but that it was done.</summary>
public readonly record struct Done
{
    /// <summary>Done.</summary>
    public static readonly Done It;
}
