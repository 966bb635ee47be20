using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Relais.Domain.People;
using Relais.Server.Events;
using Relais.Server.Security;

namespace Relais.Server.Description;

/// <summary>Puts the live line among what is described: .NET knows how to describe endpoints, but not hubs.</summary>
internal sealed class LiveLineDescription : IApiDescriptionProvider
{
    /// <summary>After the endpoints.</summary>
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context) => context.Results.Add(new Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription
    {
        HttpMethod = HttpMethods.Get,
        RelativePath = "live",
        ActionDescriptor = new ActionDescriptor
        {
            EndpointMetadata =
            [
                new Access(Permission.UseRelais, null),
                new EndpointNameAttribute("OpenLiveLine"),
                new TagsAttribute("Events"),
                new EndpointSummaryAttribute("Opens the live line"),
                new EndpointDescriptionAttribute("SignalR. The line then says the messages that are the properties of LiveMessages; whatever it loses, the events still tell."),
            ],
        },
        SupportedResponseTypes =
        {
            new ApiResponseType
            {
                Type = typeof(LiveMessages),
                StatusCode = StatusCodes.Status101SwitchingProtocols,
                ApiResponseFormats = [new ApiResponseFormat { MediaType = "application/json" }],
            },
        },
    });

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }
}
