using Linli.Web.Platform.Jobs;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Queue.Batch;
using Linli.Web.Tickets.Queue.Filters;
using Linli.Web.Tickets.Queue.Templates;

namespace Linli.Web.Tickets.Queue;

/// <summary>What the queue adds to the module.</summary>
internal static class QueueSetup
{
    public static void AddQueue(this IServiceCollection services)
    {
        services.AddSingleton<WhatNeedsMe>();
        services.AddSingleton<QueueCounts>();
        services.AddSingleton<MyFilters>();
        services.AddScoped<SaveFilter>();
        services.AddScoped<ChooseDefaultFilter>();
        services.AddScoped<RemoveFilter>();
        services.AddScoped<ListTemplates>();
        services.AddScoped<FillTemplate>();
        services.AddScoped<SetTemplate>();
        services.AddScoped<RemoveTemplate>();
        services.AddScoped<ActOnTickets>();
        services.AddScoped<BatchHandlers>();
        services.AddScoped<IPersonalDataHolder, QueueHolder>();
        services.AddJob<ReadTicketWords>();
    }
}
