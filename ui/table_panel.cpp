#include "ui/table_panel.h"

#include "ui/category_icons.h"
#include "ui/chosen_incidents.h"
#include "ui/widgets.h"

#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace hk::ui {
namespace {

using models::IncidentTableModel;

constexpr std::size_t mostUnderTheHand = 5000; // rows: sorted in a millisecond or two
constexpr int restTime = 120;                 // ms

const QString stateKey = QStringLiteral("table/header");

/// Puts the map's symbol before the category.
class IncidentDelegate : public QStyledItemDelegate {
public:
    IncidentDelegate(const IncidentTableModel& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {}

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() != IncidentTableModel::CategoryColumn || !m_model.snapshot())
            return;
        const QString code = index.data(IncidentTableModel::CategoryCodeRole).toString();
        if (const Category* category = m_model.snapshot()->categories.find(code)) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = {17, 17};
            option->icon = categoryIcon(*category);
        }
    }

private:
    const IncidentTableModel& m_model;
};

} // namespace

TablePanel::TablePanel(ChosenIncidents& chosen, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_chosen(chosen)
    , m_settings(settings)
    , m_view(new QTableView(this))
{
    m_view->setObjectName(QStringLiteral("incidentTable"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new IncidentDelegate(m_model, m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAlternatingRowColors(true);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRows();
    m_view->horizontalHeader()->setSectionsMovable(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    restoreState();
    m_view->setSortingEnabled(true);

    auto* column = new QVBoxLayout(this);
    tight(column, 0);
    column->addWidget(m_view);

    m_rest.setSingleShot(true);
    m_rest.setInterval(restTime);
    connect(&m_rest, &QTimer::timeout, this, &TablePanel::refresh);
    connect(m_view->horizontalHeader(), &QWidget::customContextMenuRequested, this,
            &TablePanel::showHeaderMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { Q_EMIT contextMenuWanted(m_view->viewport()->mapToGlobal(at)); });
    connect(m_view, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT editWanted(m_model.snapshotRow(index.row())); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TablePanel::chooseFromView);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TablePanel::markFromChosen);
    connect(&m_chosen, &ChosenIncidents::changed, this, &TablePanel::markFromChosen);
}

void TablePanel::fitRows()
{
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
}

QSize TablePanel::sizeHint() const
{
    return {640, m_view->horizontalHeader()->sizeHint().height() +
                     6 * m_view->verticalHeader()->defaultSectionSize() +
                     m_view->horizontalScrollBar()->sizeHint().height() + 2};
}

/// No column narrower than its header's words, nor than a date with its time.
void TablePanel::fitColumns()
{
    QHeaderView* header = m_view->horizontalHeader();
    const int time = m_view->fontMetrics().horizontalAdvance(QStringLiteral("2026-12-30 20:00")) + 24;
    for (int column = 0; column < IncidentTableModel::ColumnCount; ++column) {
        if (header->isSectionHidden(column))
            continue;
        const bool isTime = column == IncidentTableModel::TimeColumn || column == IncidentTableModel::UntilColumn;
        header->resizeSection(column, std::max({header->sectionSize(column), header->sectionSizeHint(column),
                                                isTime ? time : 0}));
    }
}

void TablePanel::setContent(workspace::SnapshotPtr snapshot, const std::vector<std::uint32_t>& rows)
{
    const bool sameTable = snapshot == m_snapshot;
    m_snapshot = std::move(snapshot);
    m_rows = rows;
    m_stale = true;
    if (!isVisible())
        return;
    if (sameTable && rows.size() > mostUnderTheHand)
        m_rest.start();
    else
        refresh();
}

void TablePanel::refresh()
{
    if (!m_stale)
        return;
    m_rest.stop();
    m_stale = false;
    m_marking = true;
    m_model.setContent(m_snapshot, m_rows);
    m_marking = false;
    markFromChosen();
}

void TablePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fitColumns();
    refresh();
}

void TablePanel::markFromChosen()
{
    if (m_marking || m_stale)
        return;
    m_marking = true;
    QItemSelection marks;
    int first = -1;
    for (const std::uint32_t row : m_chosen.rows()) {
        const int at = m_model.rowOfSnapshot(row);
        if (at < 0)
            continue;
        marks.select(m_model.index(at, 0), m_model.index(at, IncidentTableModel::ColumnCount - 1));
        first = first < 0 ? at : std::min(first, at);
    }
    m_view->selectionModel()->select(marks, QItemSelectionModel::ClearAndSelect);
    if (first >= 0) {
        m_view->selectionModel()->setCurrentIndex(m_model.index(first, 0), QItemSelectionModel::NoUpdate);
        m_view->scrollTo(m_model.index(first, 0));
    }
    m_marking = false;
}

void TablePanel::chooseFromView()
{
    if (m_marking)
        return;
    m_marking = true;
    std::vector<std::uint32_t> rows;
    for (const QItemSelectionRange& range : m_view->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(m_model.snapshotRow(row));
    m_chosen.setRows(rows);
    m_marking = false;
    if (rows.size() == 1)
        Q_EMIT showWanted(rows.front());
}

void TablePanel::showHeaderMenu(const QPoint& position)
{
    QMenu menu(this);
    for (int column = 0; column < IncidentTableModel::ColumnCount; ++column) {
        QAction* action = menu.addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(column));
        action->setEnabled(column != IncidentTableModel::TimeColumn);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_view->setColumnHidden(column, !shown);
            fitColumns();
            saveState();
        });
    }
    menu.exec(m_view->horizontalHeader()->mapToGlobal(position));
}

void TablePanel::restoreState()
{
    QHeaderView* header = m_view->horizontalHeader();
    if (header->restoreState(m_settings.value(stateKey).toByteArray()) &&
        header->count() == IncidentTableModel::ColumnCount)
        return;
    const std::pair<int, int> widths[] = {
        {IncidentTableModel::TimeColumn, 130},      {IncidentTableModel::UntilColumn, 130},
        {IncidentTableModel::CategoryColumn, 240},  {IncidentTableModel::PlaceColumn, 170},
        {IncidentTableModel::PrecisionColumn, 120}, {IncidentTableModel::OrganisationColumn, 150},
        {IncidentTableModel::SeverityColumn, 110},  {IncidentTableModel::StatusColumn, 90},
        {IncidentTableModel::PoliceColumn, 120},    {IncidentTableModel::DescriptionColumn, 320}};
    for (const auto& [column, width] : widths)
        m_view->setColumnWidth(column, width);
    for (const int hidden : {IncidentTableModel::PersonsColumn, IncidentTableModel::SurroundingsColumn,
                             IncidentTableModel::ConfidentialityColumn, IncidentTableModel::ExternalIdColumn,
                             IncidentTableModel::ChangedColumn, IncidentTableModel::SourcesColumn})
        m_view->setColumnHidden(hidden, true);
    header->setSortIndicator(IncidentTableModel::TimeColumn, Qt::DescendingOrder);
}

void TablePanel::saveState()
{
    m_settings.setValue(stateKey, m_view->horizontalHeader()->saveState());
}

void TablePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        m_model.retranslate();
    if (event->type() == QEvent::FontChange)
        fitRows();
    if ((event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) && isVisible())
        fitColumns();
    QWidget::changeEvent(event);
}

} // namespace hk::ui
