namespace Linli.Web.Platform.SignIn;

/// <summary>Marks the texts of signing in and of one's own account: SignInTexts.resx, SignInTexts.en.resx.</summary>
public sealed class SignInTexts;
