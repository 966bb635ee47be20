using Relais.Bench;

// The yardsticks run in processes of their own, started by the benchmarks.
if (args is ["floor", var url, var folder, .. var rest])
{
    await Floor.Run(url, Store.Of(folder, rest is [var connection] ? connection : null));
    return 0;
}

if (args is ["bare", var address])
{
    await Bare.Run(address);
    return 0;
}

var plan = Plan.From(args);
var report = new Report();
Console.WriteLine($"bench: {(plan.IsQuick ? "quick, one run each" : $"{plan.Runs} runs each, medians")}; generator, server and database share {Environment.ProcessorCount} cores.");
Console.WriteLine(
    $"bench: a webhook is {Webhooks.BodyLength} bytes, signed (HMAC-SHA256); every {Webhooks.MessagesPerCustomer}th is from a new customer; everything runs as in production.");
foreach (var kind in plan.Stores)
{
    if (plan.Wants("accept")) await AcceptBenchmark.Run(kind, plan, report);
    if (plan.Wants("process")) await ProcessBenchmark.Run(kind, plan, report);
    if (plan.Wants("mail")) await MailBenchmark.Run(kind, plan, report);
    if (plan.Wants("automate")) await AutomationBenchmark.Run(kind, plan, report);
    if (plan.Wants("live")) await LiveBenchmark.Run(kind, plan, report);
    if (plan.Wants("queue")) await QueueBenchmark.Run(kind, plan, report);
    if (plan.Wants("thread")) await ThreadBenchmark.Run(kind, plan, report);
    if (plan.Wants("assign")) await AssignmentBenchmark.Run(kind, plan, report);
    if (plan.Wants("search")) await SearchBenchmark.Run(kind, plan, report);
    if (plan.Wants("start")) await StartBenchmark.Run(kind, plan, report);
    if (plan.Wants("hand")) await HandBenchmark.Run(kind, plan, report);
}

if (plan.Wants("roster")) RosterBenchmark.Run(plan, report);
if (plan.Wants("size")) await SizeBenchmark.Run(report);
report.Print();
report.Keep(Path.Combine(Paths.Root, $"artifacts/bench/{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}.json"));
return report.IsSound ? 0 : 1;
