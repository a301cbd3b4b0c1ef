using System.Text.Unicode;
using Linli.Web.Platform.Look;
using Microsoft.Extensions.WebEncoders;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddLocalization();
builder.Services.AddRazorPages(options => options.RootDirectory = "/");
builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
builder.AddLook();

var app = builder.Build();
app.UseRequestLocalization(options => options.SetDefaultCulture("zh-Hans").AddSupportedCultures("zh-Hans", "en").AddSupportedUICultures("zh-Hans", "en"));
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapLook();
app.Run();
