using System.Xml.Linq;
using Linli.Web.Platform.Personal;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Linli.Web.Platform.SignIn;

/// <summary>Keeps the keys of cookies and forms in the database, encrypted under the master key, so that every web node can read every cookie.</summary>
internal sealed class StoredKeys(NpgsqlDataSource database, PersonalCipher cipher) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand("select xml from platform.data_protection_keys order by name");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read())
        {
            keys.Add(XElement.Parse(cipher.Decrypt(Convert.FromBase64String(reader.GetString(0)))));
        }

        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand(
            "insert into platform.data_protection_keys (name, xml) values ($1, $2) on conflict (name) do update set xml = excluded.xml");
        command.Parameters.AddWithValue(friendlyName);
        command.Parameters.AddWithValue(Convert.ToBase64String(cipher.Encrypt(element.ToString(SaveOptions.DisableFormatting))));
        command.ExecuteNonQuery();
    }
}
