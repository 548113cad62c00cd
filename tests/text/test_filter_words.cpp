#include "support/catch.h"
#include "swedish.h"
#include "text/sentences.h"

using namespace hk;
using namespace hk::test;

namespace {

QString words(const IncidentFilter& filter)
{
    return text::filter(filter, CategoryList::standard()).replace(u'\u00a0', u' ');
}

} // namespace

TEST_CASE("a filter that leaves nothing out says so, whatever its period")
{
    const InSwedish language;
    CHECK(words({}) == QStringLiteral("Alla händelser"));
    IncidentFilter filter;
    filter.from = QDate(2024, 1, 1);
    CHECK(words(filter) == QStringLiteral("Alla händelser"));
}

TEST_CASE("categories and hours are each a sentence")
{
    const InSwedish language;
    IncidentFilter filter;
    filter.categories = {QStringLiteral("N2"), QStringLiteral("N1")};
    for (std::size_t hour = 0; hour < 6; ++hour) {
        filter.hours.set(24 * 4 + 20 + hour);
        filter.hours.set(24 * 5 + 20 + hour);
    }
    CHECK(words(filter) == QStringLiteral("Kategorier: N1, N2. Fre–lör kl. 20–02."));
}

TEST_CASE("one category is named in full")
{
    const InSwedish language;
    IncidentFilter filter;
    filter.categories = {QStringLiteral("S2")};
    CHECK(words(filter) == QStringLiteral("Kategori: S2 Klotter."));
    filter.categories = {QStringLiteral("Z9")};
    CHECK(words(filter) == QStringLiteral("Kategori: Z9."));
}

TEST_CASE("every part of a filter has its sentence")
{
    const InEnglish language;
    IncidentFilter filter;
    filter.organisations = {QStringLiteral("Västtrafik")};
    filter.area = {{0, 0}, {1, 0}, {1, 1}};
    filter.precisions = {Precision::Point, Precision::Street};
    filter.minimumSeverity = 2;
    filter.text = QStringLiteral("100%1 bus");
    CHECK(words(filter) == QStringLiteral("Organisation: Västtrafik. Within a drawn area. "
                                          "Precision: exact point and street. Severity 2 or more. "
                                          "Containing “100%1 bus”."));
}

TEST_CASE("several organisations are listed")
{
    const InSwedish language;
    IncidentFilter filter;
    filter.organisations = {QStringLiteral("Västtrafik"), QStringLiteral("Polisen")};
    CHECK(words(filter) == QStringLiteral("Aktörer: Västtrafik, Polisen."));
}
