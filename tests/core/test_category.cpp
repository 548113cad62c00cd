#include "core/category.h"
#include "support/catch.h"

using namespace hk;

TEST_CASE("the standard list is embedded and holds every code in the order of the list")
{
    QStringList codes;
    for (const Category& category : CategoryList::standard().all())
        codes.append(category.code);
    CHECK(codes.join(u' ') ==
          QStringLiteral("N1 N2 S1 S2 S3 S4 G1 G2 O1 O2 O3 O4 V1 V2 V3 T1 T2 T3 R1 R2 M1 M2 "
                         "P1 P2 P3 P4 X1 X2"));
}

TEST_CASE("every standard category has a name in both languages")
{
    for (const Category& category : CategoryList::standard().all()) {
        CAPTURE(category.code);
        CHECK_FALSE(category.nameSv.isEmpty());
        CHECK_FALSE(category.nameEn.isEmpty());
        CHECK(category.nameSv != category.nameEn);
    }
}

TEST_CASE("the first letter of a standard code decides its group")
{
    const QString letters = QStringLiteral("NSGOVTR");
    for (const Category& category : CategoryList::standard().all()) {
        CAPTURE(category.code);
        const qsizetype letter = letters.indexOf(category.code[0]);
        CHECK(category.group == (letter < 0 ? CategoryGroup::Place : static_cast<CategoryGroup>(letter)));
    }
}

TEST_CASE("only an event is planned")
{
    for (const Category& category : CategoryList::standard().all())
        CHECK(category.planned == (category.code == QStringLiteral("X2")));
}

TEST_CASE("a category is found by its code")
{
    const CategoryList& list = CategoryList::standard();
    REQUIRE(list.find(QStringLiteral("S2")));
    CHECK(list.find(QStringLiteral("S2"))->nameSv == QStringLiteral("Klotter"));
    CHECK(list.indexOf(QStringLiteral("S2")) == 3);
    CHECK(list.find(QStringLiteral("Z9")) == nullptr);
    CHECK(list.indexOf(QStringLiteral("Z9")) == -1);
}

TEST_CASE("a category is matched by code or either name, whatever the case")
{
    const CategoryList& list = CategoryList::standard();
    for (const QString& text :
         {QStringLiteral("s2"), QStringLiteral(" KLOTTER "), QStringLiteral("graffiti")}) {
        CAPTURE(text);
        REQUIRE(list.match(text));
        CHECK(list.match(text)->code == QStringLiteral("S2"));
    }
    REQUIRE(list.match(QStringLiteral("ÖPPEN NARKOTIKAHANDEL (MISSTÄNKT)")));
    CHECK(list.match(QString()) == nullptr);
    CHECK(list.match(QStringLiteral("Klott")) == nullptr);
}

TEST_CASE("of two rows with one code the first counts")
{
    const CategoryList list({{QStringLiteral("A1"), QStringLiteral("ett"), QStringLiteral("one")},
                             {QStringLiteral("A1"), QStringLiteral("två"), QStringLiteral("two")}});
    CHECK(list.all().size() == 2);
    CHECK(list.find(QStringLiteral("A1"))->nameSv == QStringLiteral("ett"));
}

TEST_CASE("group names survive the way to a file and back")
{
    for (int i = 0; i < categoryGroupCount; ++i) {
        const auto group = static_cast<CategoryGroup>(i);
        CHECK_FALSE(toName(group).isEmpty());
        CHECK(categoryGroupFromName(toName(group)) == group);
    }
    CHECK_FALSE(categoryGroupFromName(QStringLiteral("weather")));
}
