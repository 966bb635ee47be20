using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Relais.Server.Channels.Sms;

/// <summary>What Twilio tells, as a form: names and values, each at most once.</summary>
internal sealed class SmsForm
{
    private readonly Dictionary<string, string> values;

    private SmsForm(Dictionary<string, string> values) => this.values = values;

    public string? this[string name] => values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>As Twilio signs it: sorted by name, each value right after its name.</summary>
    public string Signed => string.Concat(values.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key + one.Value));

    /// <summary>The same whenever Twilio repeats itself; null for what is neither a message nor a status.</summary>
    public string? Key => this["MessageSid"] is { Length: <= 64 } sid && (this["MessageStatus"] ?? this["From"]) is not null
        ? this["MessageStatus"] is { } status ? $"{sid}:{status}" : sid
        : null;

    public static SmsForm Parse(ReadOnlyMemory<byte> body) => new(
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)).ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal));
}
