#include "ui/import_values_page.h"

#include "core/incident_draft.h"
#include "models/category_search_model.h"
#include "text/sentences.h"
#include "ui/category_icons.h"
#include "ui/widgets.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace hk::ui {

ImportValuesPage::ImportValuesPage(const CategoryList& categories, QWidget* parent)
    : QWidget(parent)
    , m_categories(categories)
    , m_table(new QTableWidget(this))
    , m_default(categoryBox(this))
    , m_load(new QPushButton(tr("Read from a CSV file…"), this))
    , m_lead(label("muted", this))
    , m_count(label("muted", this))
    , m_progress(new QProgressBar(this))
{
    m_table->setObjectName(QStringLiteral("valueTable"));
    m_default->setObjectName(QStringLiteral("defaultCategory"));
    m_table->setColumnCount(3);
    m_table->setHorizontalHeaderLabels({tr("Value in the file"), tr("Rows"), tr("Category")});
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_lead->setWordWrap(true);
    m_lead->setText(tr("Say which of our categories each value is. What is left open gets the default, or is rejected."));
    m_load->setToolTip(tr("A file with the columns value and field_value"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();

    auto* foot = new QHBoxLayout;
    tight(foot);
    foot->addWidget(new QLabel(tr("Default category"), this));
    foot->addWidget(m_default);
    foot->addWidget(m_load);
    foot->addStretch();
    auto* column = new QVBoxLayout(this);
    tight(column);
    column->addWidget(m_lead);
    column->addWidget(m_progress);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    column->addWidget(m_count);
    connect(m_default, &QComboBox::activated, this, &ImportValuesPage::showCount);
    connect(m_load, &QPushButton::clicked, this, &ImportValuesPage::loadValues);
}

QComboBox* ImportValuesPage::categoryBox(QWidget* parent) const
{
    auto* box = new QComboBox(parent);
    box->addItem(QStringLiteral("–"), QString());
    for (const Category& category : m_categories.all())
        box->addItem(categoryIcon(category), models::titleOf(category), category.code);
    box->setMinimumContentsLength(18);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

void ImportValuesPage::setWaiting()
{
    m_values.clear();
    m_boxes.clear();
    m_table->setRowCount(0);
    m_progress->show();
    showCount();
}

void ImportValuesPage::setNoColumn()
{
    setValues({});
    m_lead->setText(tr("No column of the file is the category: choose the default that all rows get."));
    m_table->hide();
    m_load->hide();
}

void ImportValuesPage::setValues(const ValueCounts& values)
{
    m_progress->hide();
    m_table->show();
    m_load->show();
    m_lead->setText(tr("Say which of our categories each value is. What is left open gets the default, or is rejected."));
    m_values = values;
    m_boxes.clear();
    m_table->setRowCount(static_cast<int>(values.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto& [value, count] = values.at(row);
        m_table->setItem(row, 0, new QTableWidgetItem(value.isEmpty() ? tr("(empty)") : value));
        auto* number = new QTableWidgetItem(text::number(count));
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, 1, number);
        QComboBox* box = categoryBox(m_table);
        if (const Category* category = m_categories.match(value))
            box->setCurrentIndex(box->findData(category->code));
        connect(box, &QComboBox::activated, this, &ImportValuesPage::showCount);
        m_table->setCellWidget(row, 2, box);
        m_table->setRowHeight(row, box->sizeHint().height() + 4);
        m_boxes.push_back(box);
    }
    showCount();
}

void ImportValuesPage::complete(exchange::ImportMapping& mapping) const
{
    QHash<QString, QString> values;
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        if (const QString code = m_boxes[i]->currentData().toString(); !code.isEmpty())
            values.insert(m_values.at(static_cast<qsizetype>(i)).first, code);
    if (!values.isEmpty())
        mapping.values.insert(field::category, values);
    if (const QString code = m_default->currentData().toString(); !code.isEmpty())
        mapping.defaults.insert(field::category, code);
}

qint64 ImportValuesPage::rowsWithout() const
{
    if (!m_default->currentData().toString().isEmpty())
        return 0;
    qint64 rows = 0;
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        if (m_boxes[i]->currentData().toString().isEmpty())
            rows += m_values.at(static_cast<qsizetype>(i)).second;
    return rows;
}

void ImportValuesPage::showCount()
{
    const qint64 rows = rowsWithout();
    m_count->setText(rows > 0 ? tr("%Ln row(s) would be rejected for lack of a category.", nullptr,
                                   static_cast<int>(rows))
                              : QString());
    Q_EMIT changed();
}

void ImportValuesPage::loadValues()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Values of the category"), QString(), tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    const auto map = exchange::readValueMap(path);
    if (!map) {
        Q_EMIT failed(map.error());
        return;
    }
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const QString code = map->value(m_values.at(static_cast<qsizetype>(i)).first);
        if (const int index = m_boxes[i]->findData(code); !code.isEmpty() && index >= 0)
            m_boxes[i]->setCurrentIndex(index);
    }
    showCount();
}

} // namespace hk::ui
