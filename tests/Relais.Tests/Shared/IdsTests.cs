using Relais.Domain.Shared;

namespace Relais.Tests.Shared;

public sealed class IdsTests
{
    [Fact]
    public void Ids_sort_in_the_order_they_were_made_even_within_a_millisecond()
    {
        var ids = Enumerable.Range(0, 50_000).Select(_ => Ids.Next()).ToList();

        ids.ShouldBe(ids.Order());
        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.ShouldAllBe(id => id.Version == 7);
    }
}
