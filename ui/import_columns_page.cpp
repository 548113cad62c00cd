#include "ui/import_columns_page.h"

#include "core/incident_draft.h"
#include "text/sentences.h"
#include "ui/widgets.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

QStringList offeredFields()
{
    return {field::category,    field::from,         field::to,       field::longitude,       field::latitude,
            field::easting,     field::northing,     field::place,    field::precision,       field::radius,
            field::description, field::organisation, field::severity, field::reportedToPolice, field::externalId,
            field::persons,     field::surroundings, field::status,   field::confidentiality, field::disposalDate};
}

} // namespace

ImportColumnsPage::ImportColumnsPage(QWidget* parent)
    : QWidget(parent)
    , m_layer(new QComboBox(this))
    , m_layerName(new QLabel(tr("Layer"), this))
    , m_crs(new QLineEdit(this))
    , m_preview(new QTableWidget(this))
    , m_summary(label("muted", this))
{
    auto* fields = new QWidget(this);
    auto* grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    int place = 0;
    const QStringList names = offeredFields();
    const auto half = (names.size() + 1) / 2;
    for (const QString& name : names) {
        auto* box = new QComboBox(fields);
        box->setObjectName(QStringLiteral("column_") + name);
        box->setAccessibleName(text::fieldName(name));
        box->setMinimumContentsLength(14);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        const int row = static_cast<int>(place % half);
        const int column = place < half ? 0 : 2;
        grid->addWidget(new QLabel(text::fieldName(name), fields), row, column);
        grid->addWidget(box, row, column + 1);
        m_columns.insert(name, box);
        connect(box, &QComboBox::activated, this, &ImportColumnsPage::changed);
        ++place;
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);

    auto* top = new QHBoxLayout;
    tight(top);
    m_crs->setPlaceholderText(tr("As the file says"));
    m_crs->setToolTip(tr("For example EPSG:3006, EPSG:3007 or EPSG:4326"));
    m_crs->setMaximumWidth(180);
    top->addWidget(m_layerName);
    top->addWidget(m_layer);
    top->addWidget(new QLabel(tr("Coordinate system"), this));
    top->addWidget(m_crs);
    top->addStretch();
    top->addWidget(m_summary);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(fields);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionMode(QAbstractItemView::NoSelection);
    m_preview->verticalHeader()->hide();
    m_preview->setAlternatingRowColors(true);
    m_preview->setWordWrap(false);
    m_preview->setMinimumHeight(110);
    auto* column = new QVBoxLayout(this);
    tight(column);
    column->addLayout(top);
    column->addWidget(scroll, 3);
    auto* title = label("section", this);
    title->setText(tr("First rows of the file"));
    column->addWidget(title);
    column->addWidget(m_preview, 2);
    connect(m_crs, &QLineEdit::textChanged, this, &ImportColumnsPage::changed);
    connect(m_layer, &QComboBox::textActivated, this, &ImportColumnsPage::layerChosen);
}

void ImportColumnsPage::setSource(const ImportSource& source)
{
    m_source = source;
    for (auto entry = m_columns.begin(); entry != m_columns.end(); ++entry) {
        QComboBox* box = entry.value();
        box->clear();
        box->addItem(QStringLiteral("–"), QString());
        for (const QString& column : source.columns)
            box->addItem(column, column);
        box->setCurrentIndex(std::max(0, box->findData(source.mapping.columns.value(entry.key()))));
    }
    m_layer->clear();
    m_layer->addItems(source.layers);
    if (!source.mapping.layer.isEmpty())
        m_layer->setCurrentText(source.mapping.layer);
    m_layer->setVisible(source.layers.size() > 1);
    m_layerName->setVisible(source.layers.size() > 1);
    m_summary->setText(source.rows >= 0 ? tr("%Ln row(s)", nullptr, static_cast<int>(source.rows)) : QString());
    if (!source.crs.isEmpty() && source.crs.size() < 24)
        m_crs->setPlaceholderText(tr("As the file says: %1").arg(source.crs));
    fillPreview();
    Q_EMIT changed();
}

void ImportColumnsPage::fillPreview()
{
    m_preview->clear();
    m_preview->setColumnCount(static_cast<int>(m_source.columns.size()));
    m_preview->setRowCount(static_cast<int>(m_source.preview.size()));
    m_preview->setHorizontalHeaderLabels(m_source.columns);
    for (int row = 0; row < m_preview->rowCount(); ++row)
        for (int column = 0; column < m_preview->columnCount(); ++column)
            m_preview->setItem(
                row, column,
                new QTableWidgetItem(m_source.preview[static_cast<std::size_t>(row)].value(column).simplified()));
    m_preview->resizeColumnsToContents();
    for (int column = 0; column < m_preview->columnCount(); ++column)
        m_preview->setColumnWidth(column, std::min(m_preview->columnWidth(column), 220));
}

QString ImportColumnsPage::columnOf(const QString& name) const { return m_columns[name]->currentData().toString(); }

exchange::ImportMapping ImportColumnsPage::mapping() const
{
    exchange::ImportMapping mapping;
    mapping.layer = m_source.mapping.layer;
    for (auto entry = m_columns.begin(); entry != m_columns.end(); ++entry)
        if (const QString column = columnOf(entry.key()); !column.isEmpty())
            mapping.columns.insert(entry.key(), column);
    mapping.crs = m_crs->text().trimmed();
    return mapping;
}

QString ImportColumnsPage::missing() const
{
    const auto has = [this](const QString& name) { return !columnOf(name).isEmpty(); };
    const bool degrees = has(field::longitude) && has(field::latitude);
    const bool metres = has(field::easting) && has(field::northing);
    if (!degrees && !metres && !m_source.hasGeometry && !has(field::place))
        return tr("Choose the columns of the position: longitude and latitude, or easting and northing.");
    if (!has(field::from))
        return tr("Choose the column of the time.");
    return {};
}

} // namespace hk::ui
