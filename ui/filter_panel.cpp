#include "ui/filter_panel.h"

#include "ui/category_icons.h"
#include "ui/check_list.h"
#include "ui/icons.h"
#include "ui/near_box.h"
#include "ui/period_box.h"
#include "ui/week_hour_grid.h"
#include "ui/widgets.h"
#include "ui/zone_box.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace hk::ui {

FilterPanel::FilterPanel(QWidget* parent)
    : QWidget(parent)
    , m_periodPart(new Section(this))
    , m_categoryPart(new Section(this))
    , m_hoursPart(new Section(this))
    , m_organisationPart(new Section(this))
    , m_areaPart(new Section(this))
    , m_textPart(new Section(this))
    , m_period(new PeriodBox(this))
    , m_categoryList(new CheckList(&m_categories, models::CategoryModel::CountRole,
                                   models::CategoryModel::CodeRole, this))
    , m_allCategories(linkButton(this))
    , m_noCategories(linkButton(this))
    , m_hours(new WeekHourGrid(this))
    , m_clearHours(linkButton(this))
    , m_organisationList(new CheckList(&m_organisations, models::OrganisationModel::CountRole, -1, this))
    , m_drawArea(new QPushButton(this))
    , m_clearArea(linkButton(this))
    , m_zones(new ZoneBox(this))
    , m_near(new NearBox(this))
    , m_text(new QLineEdit(this))
    , m_textDelay(new QTimer(this))
    , m_clearAll(new QPushButton(this))
{
    m_categoryList->setObjectName(QStringLiteral("categoryList"));
    m_organisationList->setObjectName(QStringLiteral("organisationList"));
    m_text->setObjectName(QStringLiteral("filterText"));
    m_clearAll->setObjectName(QStringLiteral("clearAll"));
    m_drawArea->setObjectName(QStringLiteral("drawArea"));
    m_clearArea->setObjectName(QStringLiteral("clearArea"));
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    buildLayout();
    tabByLayout(this);
    connectParts();
    retranslate();
    showMarks();
}

void FilterPanel::buildLayout()
{
    m_categoryList->setRowsShown(9);
    m_organisationList->setRowsShown(5);
    m_categoryList->setIconSource([this](const QModelIndex& index) {
        const Category* category =
            m_categories.categories().find(index.data(models::CategoryModel::CodeRole).toString());
        return category ? categoryIcon(*category) : QIcon();
    });
    m_text->setClearButtonEnabled(true);
    m_drawArea->setCheckable(true);
    m_drawArea->setIcon(icon(QStringLiteral("area")));

    m_periodPart->content()->addWidget(m_period);
    m_categoryPart->addLink(m_allCategories);
    m_categoryPart->addLink(m_noCategories);
    m_categoryPart->content()->addWidget(m_categoryList);
    m_hoursPart->addLink(m_clearHours);
    m_hoursPart->content()->addWidget(m_hours);
    m_organisationPart->content()->addWidget(m_organisationList);
    m_areaPart->addLink(m_clearArea);
    m_areaPart->content()->addWidget(m_drawArea);
    m_areaPart->content()->addWidget(m_zones);
    m_areaPart->content()->addWidget(m_near);
    m_textPart->content()->addWidget(m_text);

    auto* parts = new QWidget(this);
    parts->setProperty("panel", true);
    auto* column = new QVBoxLayout(parts);
    column->setContentsMargins(12, 4, 12, 12);
    column->setSpacing(12);
    for (Section* part :
         {m_periodPart, m_categoryPart, m_hoursPart, m_organisationPart, m_areaPart, m_textPart})
        column->addWidget(part);
    column->addStretch();

    auto* scroll = new PanelScroll(parts, this);
    auto* outer = new QVBoxLayout(this);
    tight(outer, 0);
    outer->addWidget(scroll, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->addWidget(m_clearAll);
    outer->addWidget(hairLine(this));
    outer->addLayout(foot);
}

void FilterPanel::connectParts()
{
    connect(m_period, &PeriodBox::periodChanged, this, [this](const QDate& from, const QDate& to) {
        m_filter.from = from;
        m_filter.to = to;
        publish();
    });
    connect(&m_categories, &models::CategoryModel::chosenChanged, this, [this] {
        m_filter.categories = m_categories.chosen();
        publish();
    });
    connect(m_categoryList, &CheckList::onlyWanted, this, [this](const QModelIndex& index) {
        m_categories.setOnlyChecked(index.data(models::CategoryModel::CodeRole).toString());
    });
    connect(m_allCategories, &QToolButton::clicked, this, [this] { m_categories.setAllChecked(true); });
    connect(m_noCategories, &QToolButton::clicked, this, [this] { m_categories.setAllChecked(false); });
    connect(m_hours, &WeekHourGrid::hoursChanged, this, [this](const WeekHours& hours) {
        m_filter.hours = hours;
        publish();
    });
    connect(m_clearHours, &QToolButton::clicked, this, [this] {
        m_hours->setHours({});
        m_filter.hours.reset();
        publish();
    });
    connect(&m_organisations, &models::OrganisationModel::chosenChanged, this, [this] {
        m_filter.organisations = m_organisations.chosen();
        publish();
    });
    connect(m_organisationList, &CheckList::onlyWanted, this, [this](const QModelIndex& index) {
        m_filter.organisations = {index.data(models::OrganisationModel::NameRole).toString()};
        m_organisations.setChosen(m_filter.organisations);
        publish();
    });
    connect(m_drawArea, &QPushButton::clicked, this, [this](bool draw) { Q_EMIT drawAreaWanted(draw); });
    connect(m_clearArea, &QToolButton::clicked, this, [this] {
        m_filter.area.clear();
        m_filter.zones = {};
        m_filter.near = {};
        setFilter(m_filter);
        publish();
    });
    connect(m_zones, &ZoneBox::filterChanged, this, [this] {
        m_filter.zones = m_zones->filter();
        publish();
    });
    connect(m_zones, &ZoneBox::zonesChanged, this, &FilterPanel::zonesChanged);
    connect(m_zones, &ZoneBox::failed, this, &FilterPanel::failed);
    connect(m_near, &NearBox::filterChanged, this, [this] {
        m_filter.near = m_near->filter();
        publish();
    });
    connect(m_near, &NearBox::failed, this, &FilterPanel::failed);
    m_textDelay->setSingleShot(true);
    m_textDelay->setInterval(200);
    connect(m_text, &QLineEdit::textChanged, m_textDelay, qOverload<>(&QTimer::start));
    connect(m_textDelay, &QTimer::timeout, this, [this] {
        if (m_filter.text == m_text->text().trimmed())
            return;
        m_filter.text = m_text->text().trimmed();
        publish();
    });
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        m_textDelay->stop();
        m_filter.text = m_text->text().trimmed();
        publish();
    });
    connect(m_clearAll, &QPushButton::clicked, this, [this] {
        setFilter({});
        publish();
    });
}

void FilterPanel::retranslate()
{
    m_periodPart->setTitle(tr("Period"));
    m_categoryPart->setTitle(tr("Categories"));
    m_hoursPart->setTitle(tr("Time of the week"));
    m_organisationPart->setTitle(tr("Organisation"));
    m_areaPart->setTitle(tr("Area"));
    m_textPart->setTitle(tr("Text"));
    m_allCategories->setText(tr("All", "categories"));
    m_noCategories->setText(tr("None", "categories"));
    m_clearHours->setText(tr("All hours"));
    m_clearArea->setText(tr("Clear"));
    m_text->setPlaceholderText(tr("Word in place, description or id"));
    m_text->setAccessibleName(tr("Text"));
    m_clearAll->setText(tr("Clear all filters"));
    m_categoryList->setAccessibleName(tr("Categories"));
    m_categoryList->setToolTip(tr("Double-click for one category alone"));
    m_organisationList->setAccessibleName(tr("Organisation"));
    setDrawing(m_drawing);
}

void FilterPanel::setSnapshot(const workspace::Snapshot& snapshot)
{
    m_categories.setCategories(snapshot.categories);
    m_organisations.setOrganisations(snapshot.organisations);
    m_organisationPart->setVisible(!snapshot.organisations.isEmpty());
    QDate first;
    QDate last;
    if (snapshot.table && snapshot.table->size() > 0) {
        const auto [least, most] =
            std::minmax_element(snapshot.table->localDate.begin(), snapshot.table->localDate.end());
        first = QDate(1970, 1, 1).addDays(*least);
        last = QDate(1970, 1, 1).addDays(*most);
    }
    m_period->setDataRange(first, last);
    setFilter(m_filter);
}

void FilterPanel::setFacets(const models::Facets& facets)
{
    m_categories.setCounts(facets.categories);
    m_organisations.setCounts(facets.organisations);
    m_hours->setProfile(facets.profile);
    m_zones->setCounts(facets.zones);
}

void FilterPanel::setFilter(const IncidentFilter& filter)
{
    m_filter = filter;
    m_period->setPeriod(filter.from, filter.to);
    m_categories.setChosen(filter.categories);
    m_organisations.setChosen(filter.organisations);
    m_zones->setFilter(filter.zones);
    m_near->setFilter(filter.near);
    if (m_hours->hours() != filter.hours)
        m_hours->setHours(filter.hours);
    if (m_text->text().trimmed() != filter.text) {
        m_text->setText(filter.text);
        m_textDelay->stop(); // the filter is known
    }
    showMarks();
}

void FilterPanel::setToday(const QDate& today)
{
    m_period->setToday(today);
}

void FilterPanel::setDrawing(bool drawing)
{
    m_drawing = drawing;
    m_drawArea->setChecked(drawing);
    m_drawArea->setText(drawing ? tr("Click corners on the map…")
                                : (m_filter.area.empty() ? tr("Draw on the map") : tr("Draw another area")));
    m_drawArea->setToolTip(tr("Click each corner on the map and end with a double click"));
}

void FilterPanel::focusText()
{
    m_textPart->setFolded(false);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

std::shared_ptr<const ZoneSet> FilterPanel::zones() const
{
    return m_zones->zones();
}

void FilterPanel::publish()
{
    showMarks();
    Q_EMIT filterChanged(m_filter);
}

void FilterPanel::showMarks()
{
    m_periodPart->setActive(m_filter.from.isValid() || m_filter.to.isValid());
    m_categoryPart->setActive(!m_filter.categories.isEmpty());
    m_hoursPart->setActive(m_filter.hours.any());
    m_organisationPart->setActive(!m_filter.organisations.isEmpty());
    const bool anyArea = !m_filter.area.empty() || m_filter.zones.isActive() || m_filter.near.isActive();
    m_areaPart->setActive(anyArea);
    m_textPart->setActive(!m_filter.text.isEmpty());
    m_clearHours->setVisible(m_filter.hours.any());
    m_clearArea->setVisible(anyArea);
    if (m_filter.isEmpty() && m_clearAll->hasFocus())
        m_period->setFocus(); // a button that cannot be pressed gives the focus to the next field that takes words
    m_clearAll->setEnabled(!m_filter.isEmpty());
    setDrawing(m_drawing);
}

void FilterPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_categories.retranslate();
        m_organisations.retranslate();
    }
    QWidget::changeEvent(event);
}

void FilterPanel::setPlaceSources(const QList<PlaceSource>& sources)
{
    m_zones->setSources(sources);
    m_near->setSources(sources);
}

} // namespace hk::ui
