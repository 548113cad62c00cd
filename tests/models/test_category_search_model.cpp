#include "models/category_search_model.h"
#include "models_support.h"

using namespace hk;
using namespace hk::test;
using models::CategorySearchModel;

namespace {

class Standard : public Watched<CategorySearchModel> {
public:
    Standard() { setCategories(CategoryList::standard()); }
    QStringList found(const char* text)
    {
        search(u(text));
        return column(*this, 0, CodeRole);
    }
    QString bestCode(const QString& text) const
    {
        const Category* category = best(text);
        return category ? category->code : QString();
    }
};

} // namespace

TEST_CASE("nothing typed offers all categories in the order of the list")
{
    Standard model;
    QStringList codes;
    for (const Category& category : CategoryList::standard().all())
        codes.append(category.code);
    CHECK(model.found("") == codes);
    CHECK(model.found("  ") == codes);
    CHECK(model.best(u(" ")) == nullptr);
}

TEST_CASE("a category is offered with its code and its name in the language used")
{
    Standard model;
    {
        const Language swedish(QLocale::Swedish);
        CHECK(model.index(0).data().toString() == u("N1 Öppen narkotikahandel (misstänkt)"));
        CHECK(model.index(0).data(Qt::EditRole) == model.index(0).data());
    }
    const Language english(QLocale::English);
    CHECK(model.index(0).data().toString() == u("N1 Open drug dealing (suspected)"));
}

TEST_CASE("a code is found as it is typed, in any case, before names that begin alike")
{
    Standard model;
    CHECK(model.found("v").mid(0, 3) == QStringList{u("V1"), u("V2"), u("V3")});
    CHECK(model.found("v2").first() == u("V2"));
    CHECK(model.found(" V2 ").first() == u("V2"));
}

TEST_CASE("a category is found by its name in both languages")
{
    const Language language(GENERATE(QLocale::Swedish, QLocale::English));
    Standard model;
    CHECK(model.found("klotter") == QStringList{u("S2")});
    CHECK(model.found("GRAFFITI") == QStringList{u("S2")});
    CHECK(model.found("rån") == QStringList{u("T3")});
    CHECK(model.found("RÅN") == QStringList{u("T3")});
    CHECK(model.found("ran") != QStringList{u("T3")}); // å is a letter of its own
}

TEST_CASE("names that begin with the text come before words that do, and those before the inside of words")
{
    const CategoryList list(
        {{u("A1"), u("Cykelväg"), {}}, {u("A2"), u("Stor väg"), {}}, {u("A3"), u("Vägarbete"), {}}});
    Watched<CategorySearchModel> model;
    model.setCategories(list);
    model.search(u("väg"));
    CHECK(column(model, 0, CategorySearchModel::CodeRole) == QStringList{u("A3"), u("A2"), u("A1")});
}

TEST_CASE("a word that begins with the text counts though the letters also stand inside an earlier word")
{
    const CategoryList list(
        {{u("A1"), u("Parkbänk"), {}}, {u("A2"), u("Lekpark, park"), {}}, {u("A3"), u("Bilpark"), {}}});
    Watched<CategorySearchModel> model;
    model.setCategories(list);
    model.search(u("park"));
    CHECK(column(model, 0, CategorySearchModel::CodeRole) == QStringList{u("A1"), u("A2"), u("A3")});
    model.setCategories(CategoryList({{u("A3"), u("Bilpark"), {}}, {u("A2"), u("Lekpark, park"), {}}}));
    CHECK(model.best(u("park"))->code == u("A2"));
}

TEST_CASE("text of no category offers none")
{
    Standard model;
    CHECK(model.found("xyz").isEmpty());
    CHECK(model.best(u("xyz")) == nullptr);
    CHECK(model.found("").size() == 28);
}

TEST_CASE("what is offered is understood again as it stands, in either language")
{
    const Language language(GENERATE(QLocale::Swedish, QLocale::English));
    const Standard model;
    for (const Category& category : CategoryList::standard().all())
        CHECK(model.bestCode(models::titleOf(category)) == category.code);
}

TEST_CASE("Enter takes the category at the top of the list")
{
    Standard model;
    for (const char* typed : {"n1", "o", "hot", "hot mot", "bus", "otrygg", "sko"}) {
        const QStringList found = model.found(typed);
        INFO(typed);
        CHECK(model.bestCode(u(typed)) == found.value(0));
    }
    CHECK(model.bestCode(u("hot mot")) == u("V3"));
    CHECK(model.bestCode(u("buskör")) == u("R1"));
}

TEST_CASE("another file's categories replace those found")
{
    Standard model;
    model.search(u("klotter"));
    model.setCategories(CategoryList({{u("B1"), u("Brand"), u("Fire")}}));
    CHECK(column(model, 0, CategorySearchModel::CodeRole) == QStringList{u("B1")});
    model.setCategories({});
    CHECK(model.rowCount() == 0);
    CHECK(model.best(u("brand")) == nullptr);
}

TEST_CASE("the last letters of a word are enough, and come before letters within one")
{
    const Language swedish(QLocale::Swedish);
    Standard model;
    CHECK(model.found("görelse").first() == u("S1"));
    CHECK(model.found("kross").first() == u("S3"));
    CHECK(model.found("brott").first() == u("T2"));
    CHECK(model.bestCode(u("otter")) == u("S2"));
}

TEST_CASE("the categories used last stand on top, the latest first, and before others that fit as well")
{
    const Language swedish(QLocale::Swedish);
    Standard model;
    model.setRecent({u("O3"), u("S2"), u("borta")});
    const QStringList all = model.found("");
    CHECK(all.mid(0, 3) == QStringList{u("O3"), u("S2"), u("N1")});
    CHECK(all.size() == static_cast<qsizetype>(CategoryList::standard().all().size()));
    CHECK(model.found("s").first() == u("S2"));
    CHECK(model.found("s1").first() == u("S1"));
}
