using System.Net;
using System.Net.Http.Headers;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Retention;
using Linli.Web.Tests.Host;
using Linli.Web.Tests.Platform.Files.Content;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Files;

/// <summary>What waits to be used is limited and goes after a day; what is kept in a browser is asked for again each time.</summary>
public class UploadLimitTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task Thirty_waiting_files_are_enough_for_one_person_and_a_day_later_there_is_room_again()
    {
        using var program = await App.ApiAs(await App.World.OwnerIn(await App.World.Compound("上传小区")));
        for (var i = 0; i < Attachments.MostWaiting; i++)
        {
            (await Upload(program)).ShouldBe(HttpStatusCode.Created);
        }

        (await Upload(program)).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("TooManyFilesAreWaiting");
        using var neighbour = await App.ApiAs(await App.World.OwnerIn(await App.World.Compound("上传小区二")));
        (await Upload(neighbour)).ShouldBe(HttpStatusCode.Created);
        App.Clock.Advance(TimeSpan.FromHours(25));
        await App.Background.Run<ApplyRetention>();
        (await Upload(program)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_kept_file_is_asked_for_again_and_not_shown_when_the_right_has_ended()
    {
        var person = await App.World.OwnerIn(await App.World.Compound("照片小区"));
        using var program = await App.ApiAs(person);
        var id = (await Upload(program)).ShouldBe(HttpStatusCode.Created).Json.GetProperty("id").GetGuid();
        using var visitor = await App.SignInAs(person);
        var photo = (await visitor.Get($"/files/{id}")).ShouldBe(HttpStatusCode.OK);
        photo.Headers["Cache-Control"].ShouldBe("no-cache, private");
        (await Again(visitor)).ShouldBe(HttpStatusCode.NotModified);
        await App.Execute("update platform.attachments set uploaded_by = $2 where id = $1", id, Guid.NewGuid());
        (await Again(visitor)).ShouldBe(HttpStatusCode.NotFound);

        async Task<HttpStatusCode> Again(Visitor who)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/files/{id}");
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(photo.Headers["ETag"]));
            return (await who.Send(request)).Status;
        }
    }

    private static Task<Answer> Upload(ApiClient program)
    {
        var content = new ByteArrayContent(Samples.PhotoWithPlace);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return program.Post("/api/v1/tickets/photos", new MultipartFormDataContent { { content, "file", "a.jpg" } });
    }
}
