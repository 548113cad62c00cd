#include "ui/methods/result_table_view.h"

#include "models/result_table_model.h"
#include "ui/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <algorithm>

namespace hk::ui {
namespace {

constexpr int mostRowsSeen = 12;
constexpr int widestColumn = 36; ///< characters: the longest head fits, at any size of text
constexpr int rowPadding = 6;

} // namespace

ResultTableView::ResultTableView(const methods::ResultTable& table, QWidget* parent)
    : QTableView(parent)
    , m_ofAreas(table.key == QLatin1String("areas"))
    , m_model(new models::ResultTableModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("resultTable"));
    setAccessibleName(table.title);
    m_model->setTable(table);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(models::ResultTableModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    setModel(m_sorted);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMaximumSectionSize(widestColumn * fontMetrics().averageCharWidth());
    resizeColumnsToContents();
    horizontalHeader()->setStretchLastSection(false);
    // As the method gave the rows until a head is clicked.
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    const auto choose = [this](const QModelIndex& index) { Q_EMIT rowChosen(m_sorted->mapToSource(index).row()); };
    connect(this, &QTableView::clicked, this, choose);
    connect(this, &QTableView::activated, this, choose);
}

QSize ResultTableView::sizeHint() const
{
    const int rows = std::min(mostRowsSeen, m_sorted->rowCount());
    const int wanted = horizontalHeader()->length() + 2 * frameWidth();
    const int bar = wanted > width() ? horizontalScrollBar()->sizeHint().height() : 0;
    const int row = rows > 0 ? verticalHeader()->sectionSize(0) : 0;
    return {wanted, horizontalHeader()->sizeHint().height() + rows * row + bar + 2 * frameWidth() + 2};
}

QSize ResultTableView::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

QString ResultTableView::marked() const
{
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.append(index.row());
    if (rows.isEmpty())
        for (int row = 0; row < m_sorted->rowCount(); ++row)
            rows.append(row);
    std::sort(rows.begin(), rows.end());
    const int columns = m_sorted->columnCount();
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < columns; ++column)
        cells.append(m_sorted->headerData(column, Qt::Horizontal).toString());
    lines.append(cells.join(u'\t'));
    for (const int row : rows) {
        cells.clear();
        for (int column = 0; column < columns; ++column)
            cells.append(m_sorted->index(row, column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

void ResultTableView::copy() const
{
    QApplication::clipboard()->setText(marked());
}

void ResultTableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    QTableView::keyPressEvent(event);
}

void ResultTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    // A narrower table needs room for its scroll bar.
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void ResultTableView::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    resizeColumnsToContents(); // only now the heads have the style's padding
    updateGeometry();
}

void ResultTableView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    const QModelIndex at = indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (m_ofAreas && at.isValid())
        connect(menu.addAction(icon(QStringLiteral("filter")), tr("Show &only this area")), &QAction::triggered, this,
                [this, row = m_sorted->mapToSource(at).row()] { Q_EMIT rowFilterWanted(row); });
    connect(menu.addAction(icon(QStringLiteral("copy")), tr("&Copy")), &QAction::triggered, this, [this] { copy(); });
    menu.exec(event->globalPos());
}

} // namespace hk::ui
