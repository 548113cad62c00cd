#include "models/category_model.h"
#include "models_support.h"
#include "text/sentences.h"

#include <QSignalSpy>

using namespace hk;
using namespace hk::test;
using models::CategoryModel;

namespace {

class Standard : public Watched<CategoryModel> {
public:
    Standard() { setCategories(CategoryList::standard()); }
    QModelIndex of(const char* code) const { return index(categories().indexOf(u(code))); }
    bool isChecked(const char* code) const
    {
        return of(code).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    }
    bool check(const char* code, bool checked)
    {
        return setData(of(code), checked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    }
};

std::size_t selectedBy(const QStringList& codes)
{
    IncidentFilter filter;
    filter.categories = codes;
    const auto snapshot = snapshotOf({incident("N1", utc(2024, 1, 1)), incident("S2", utc(2024, 1, 1))});
    return workspace::selectRows(*snapshot, filter).rows.size();
}

} // namespace

TEST_CASE("the category list shows every category by name in the order of the list, all checked")
{
    const Language english(QLocale::English);
    const Standard model;
    const auto& categories = CategoryList::standard().all();
    REQUIRE(model.rowCount() == static_cast<int>(categories.size()));
    for (int row = 0; row < model.rowCount(); ++row) {
        const Category& category = categories[static_cast<std::size_t>(row)];
        const QModelIndex index = model.index(row);
        CHECK(index.data().toString() == category.nameEn);
        CHECK(index.data(CategoryModel::CodeRole).toString() == category.code);
        CHECK(index.data(CategoryModel::CountRole).toLongLong() == 0);
        CHECK(index.data(Qt::CheckStateRole).toInt() == Qt::Checked);
        CHECK(index.flags().testFlag(Qt::ItemIsUserCheckable));
    }
    CHECK(model.chosen().isEmpty());
}

TEST_CASE("each category says how many incidents of it the rest of the filter leaves")
{
    Standard model;
    std::vector<qint64> counts(28, 0);
    counts[1] = 1250;
    QSignalSpy changed(&model, &CategoryModel::dataChanged);
    model.setCounts(counts);
    CHECK(changed.size() == 1);
    CHECK(model.of("N2").data(CategoryModel::CountRole).toLongLong() == 1250);
    CHECK(model.of("N1").data(CategoryModel::CountRole).toLongLong() == 0);
    const QString spoken = model.of("N2").data(Qt::AccessibleTextRole).toString();
    CHECK(spoken.startsWith(u("N2 ")));
    CHECK(spoken.endsWith(text::incidents(1250)));

    model.setCounts(counts);
    CHECK(changed.size() == 1); // nothing new, nothing said
    model.setCounts({7});       // of an older, shorter list
    CHECK(model.of("N1").data(CategoryModel::CountRole).toLongLong() == 7);
    CHECK(model.of("X2").data(CategoryModel::CountRole).toLongLong() == 0);
}

TEST_CASE("unchecking a category chooses the others, in the order of the list")
{
    Standard model;
    const QSignalSpy chosen(&model, &CategoryModel::chosenChanged);
    REQUIRE(model.check("S2", false));
    CHECK(chosen.size() == 1);
    CHECK_FALSE(model.isChecked("S2"));
    CHECK(model.isChecked("S1"));
    QStringList others;
    for (const Category& category : CategoryList::standard().all())
        if (category.code != u("S2"))
            others.append(category.code);
    CHECK(model.chosen() == others);
    CHECK(selectedBy(model.chosen()) == 1);
}

TEST_CASE("all categories checked again is no filter")
{
    Standard model;
    model.check("S2", false);
    model.check("S2", true);
    CHECK(model.chosen().isEmpty());
    CHECK(selectedBy(model.chosen()) == 2);
}

TEST_CASE("a check mark as a view sends it, a plain number, is taken")
{
    Standard model;
    REQUIRE(model.setData(model.of("N1"), static_cast<int>(Qt::Unchecked), Qt::CheckStateRole));
    CHECK_FALSE(model.isChecked("N1"));
    REQUIRE(model.setData(model.of("N1"), static_cast<int>(Qt::Checked), Qt::CheckStateRole));
    CHECK(model.isChecked("N1"));
}

TEST_CASE("no category checked selects nothing instead of everything")
{
    Standard model;
    model.setAllChecked(false);
    CHECK_FALSE(model.isChecked("N1"));
    CHECK(selectedBy(model.chosen()) == 0);
    model.setAllChecked(true);
    CHECK(model.chosen().isEmpty());

    for (const Category& category : CategoryList::standard().all())
        model.setData(model.index(model.categories().indexOf(category.code)), Qt::Unchecked,
                      Qt::CheckStateRole);
    CHECK(selectedBy(model.chosen()) == 0);
}

TEST_CASE("a choice of no category comes back as one")
{
    Standard model;
    model.setAllChecked(false);
    const QStringList none = model.chosen();
    model.setAllChecked(true);
    model.setChosen(none);
    CHECK(model.chosen() == none);
    CHECK_FALSE(model.isChecked("N1"));
}

TEST_CASE("a category alone is one step away")
{
    Standard model;
    const QSignalSpy chosen(&model, &CategoryModel::chosenChanged);
    model.setOnlyChecked(u("S2"));
    CHECK(model.chosen() == QStringList{u("S2")});
    CHECK(chosen.size() == 1);
}

TEST_CASE("a filter set from outside is shown and not sent back")
{
    Standard model;
    const QSignalSpy chosen(&model, &CategoryModel::chosenChanged);
    model.setChosen({u("O1"), u("N1"), u("not in the list")});
    CHECK(model.isChecked("N1"));
    CHECK(model.isChecked("O1"));
    CHECK_FALSE(model.isChecked("S2"));
    CHECK(model.chosen() == QStringList{u("N1"), u("O1")});
    model.setChosen({});
    CHECK(model.isChecked("S2"));
    CHECK(chosen.isEmpty());
}

TEST_CASE("the same list again keeps the choice; another list begins with all of it")
{
    Standard model;
    model.setOnlyChecked(u("N1"));
    model.setCategories(CategoryList::standard());
    CHECK(model.chosen() == QStringList{u("N1")});
    model.setCategories(CategoryList({{u("A1"), u("Annat"), u("Other")}, {u("B1"), u("Brand"), u("Fire")}}));
    CHECK(model.rowCount() == 2);
    CHECK(model.chosen().isEmpty());
    CHECK(model.index(1).data(CategoryModel::CountRole).toLongLong() == 0);
    model.setCategories({});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("category names follow the language")
{
    const Language english(QLocale::English);
    Standard model;
    REQUIRE(model.of("S2").data().toString() == u("Graffiti"));
    const Language swedish(QLocale::Swedish);
    const QSignalSpy changed(&model, &CategoryModel::dataChanged);
    model.retranslate();
    CHECK(changed.size() == 1);
    CHECK(model.of("S2").data().toString() == u("Klotter"));
}

TEST_CASE("only the check mark of a category can be edited in the list")
{
    Standard model;
    const QSignalSpy chosen(&model, &CategoryModel::chosenChanged);
    CHECK_FALSE(model.setData(model.of("N1"), u("Other name"), Qt::EditRole));
    CHECK(chosen.isEmpty());
}
