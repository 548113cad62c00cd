#include "models/organisation_model.h"
#include "models_support.h"
#include "text/sentences.h"

#include <QSignalSpy>

using namespace hk;
using namespace hk::test;
using models::OrganisationModel;

namespace {

class Reporters : public Watched<OrganisationModel> {
public:
    explicit Reporters(const QStringList& names) { setOrganisations(names); }
    QModelIndex of(const QString& name) const
    {
        return index(static_cast<int>(column(*this, 0, NameRole).indexOf(name)));
    }
    bool isChecked(const char* name) const
    {
        return of(u(name)).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    }
    bool check(const char* name, bool checked)
    {
        return setData(of(u(name)), checked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    }
};

std::size_t selectedBy(const QStringList& organisations)
{
    std::vector<Incident> incidents;
    for (const char* name : {"A", "B", ""}) {
        incidents.push_back(incident("N1", utc(2024, 1, 1)));
        incidents.back().organisation = u(name);
    }
    IncidentFilter filter;
    filter.organisations = organisations;
    return workspace::selectRows(*snapshotOf(incidents), filter).rows.size();
}

} // namespace

TEST_CASE("organisations stand in Swedish order, all checked, those not stated last")
{
    const Reporters model(
        {u("Östra skolan"), u("Västtrafik"), QString(), u("Åkeriet"), u("butiker"), u("Ängens IP")});
    CHECK(column(model) == QStringList{u("butiker"), u("Västtrafik"), u("Åkeriet"), u("Ängens IP"),
                                       u("Östra skolan"), u("Not stated")});
    CHECK(column(model, 0, OrganisationModel::NameRole).last().isEmpty());
    for (int row = 0; row < model.rowCount(); ++row)
        CHECK(model.index(row).data(Qt::CheckStateRole).toInt() == Qt::Checked);
    CHECK(model.chosen().isEmpty());
}

TEST_CASE("long names that begin alike are in order to their last letter")
{
    const Reporters model({u("Stadsbyggnadsförvaltningen, ö"), u("Stadsbyggnadsförvaltningen, ä"),
                           u("Stadsbyggnadsförvaltningen"), u("Stadsbyggnadsförvaltningen, å"),
                           u("Stadsbyggnadsförvaltningen, z")});
    CHECK(column(model) == QStringList{u("Stadsbyggnadsförvaltningen"), u("Stadsbyggnadsförvaltningen, z"),
                                       u("Stadsbyggnadsförvaltningen, å"), u("Stadsbyggnadsförvaltningen, ä"),
                                       u("Stadsbyggnadsförvaltningen, ö")});
}

TEST_CASE("each organisation has its own count, wherever its name is shown")
{
    Reporters model({u("Västtrafik"), QString(), u("Butiker")});
    const QSignalSpy changed(&model, &OrganisationModel::dataChanged);
    model.setCounts({5, 2, 1});
    CHECK(changed.size() == 1);
    CHECK(model.of(u("Västtrafik")).data(OrganisationModel::CountRole).toLongLong() == 5);
    CHECK(model.of(QString()).data(OrganisationModel::CountRole).toLongLong() == 2);
    CHECK(model.of(u("Butiker")).data(OrganisationModel::CountRole).toLongLong() == 1);
    CHECK(model.of(u("Västtrafik")).data(Qt::AccessibleTextRole).toString() ==
          u("Västtrafik: ") + text::incidents(5));
    model.setCounts({5, 2, 1});
    CHECK(changed.size() == 1); // nothing new, nothing said
    model.setCounts({5});
    CHECK(model.of(u("Butiker")).data(OrganisationModel::CountRole).toLongLong() == 0);
}

TEST_CASE("unchecking an organisation chooses the others, checking it again all")
{
    Reporters model({u("A"), u("B"), QString()});
    const QSignalSpy chosen(&model, &OrganisationModel::chosenChanged);
    REQUIRE(model.check("B", false));
    CHECK(chosen.size() == 1);
    CHECK_FALSE(model.isChecked("B"));
    CHECK(model.isChecked("A"));
    CHECK(model.chosen() == QStringList{QString(), u("A")});
    CHECK(selectedBy(model.chosen()) == 2);
    REQUIRE(model.check("B", true));
    CHECK(chosen.size() == 2);
    CHECK(model.chosen().isEmpty());
    CHECK(selectedBy(model.chosen()) == 3);
}

TEST_CASE("incidents without an organisation can be chosen alone")
{
    Reporters model({u("A"), u("B"), QString()});
    model.check("A", false);
    model.check("B", false);
    CHECK(model.chosen() == QStringList{QString()});
    CHECK(selectedBy(model.chosen()) == 1);
}

TEST_CASE("unchecking the last organisation shows all again")
{
    Reporters model({u("A"), u("B")});
    model.check("A", false);
    model.check("B", false);
    CHECK(model.chosen().isEmpty());
    CHECK(model.isChecked("A"));
    CHECK(model.isChecked("B"));
}

TEST_CASE("organisations set from outside are shown and not sent back")
{
    Reporters model({u("A"), u("B"), u("C")});
    const QSignalSpy chosen(&model, &OrganisationModel::chosenChanged);
    model.setChosen({u("C"), u("A")});
    CHECK(model.chosen() == QStringList{u("A"), u("C")});
    CHECK_FALSE(model.isChecked("B"));
    model.setChosen({});
    CHECK(model.isChecked("B"));
    CHECK(chosen.isEmpty());
}

TEST_CASE("every organisation set from outside is no filter")
{
    Reporters model({u("A"), u("B")});
    model.setChosen({u("B"), u("A")});
    CHECK(model.chosen().isEmpty());
    CHECK(model.isChecked("A"));
}

TEST_CASE("a chosen organisation that no longer has incidents neither counts nor hides the others")
{
    Reporters model({u("A"), u("Gone")});
    model.setChosen({u("Gone")});
    model.setOrganisations({u("A"), u("B")});
    CHECK_FALSE(model.isChecked("A"));
    CHECK_FALSE(model.isChecked("B"));
    CHECK(selectedBy(model.chosen()) == 0); // as the marks say

    model.check("A", true);
    CHECK(model.isChecked("A"));
    CHECK_FALSE(model.isChecked("B"));
    CHECK(selectedBy(model.chosen()) == 1);
}

TEST_CASE("a choice stays when another organisation reports for the first time")
{
    Reporters model({u("B"), u("C")});
    model.check("C", false);
    model.setOrganisations({u("B"), u("C"), u("A")});
    CHECK(model.rowCount() == 3);
    CHECK(model.chosen() == QStringList{u("B")});
    CHECK(model.of(u("B")).data(OrganisationModel::CountRole).toLongLong() == 0);
    model.setOrganisations({});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("organisations are told anew when the language changes")
{
    Reporters model({u("A"), QString()});
    const QSignalSpy changed(&model, &OrganisationModel::dataChanged);
    model.retranslate();
    CHECK(changed.size() == 1);
}

TEST_CASE("only the check mark of an organisation can be edited in the list")
{
    Reporters model({u("A"), u("B")});
    const QSignalSpy chosen(&model, &OrganisationModel::chosenChanged);
    CHECK(model.of(u("A")).flags().testFlag(Qt::ItemIsUserCheckable));
    CHECK_FALSE(model.setData(model.of(u("A")), u("Other name"), Qt::EditRole));
    CHECK(chosen.isEmpty());
}
