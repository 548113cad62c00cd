#include "ui/import_sample.h"

#include "core/incident_draft.h"
#include "exchange/sample_check.h"
#include "text/sentences.h"
#include "ui/import_widgets.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace hk::ui {

QString shortened(QString text)
{
    constexpr qsizetype longest = 36;
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return text.size() > longest ? text.left(longest - 1) + QChar(0x2026) : text;
}

ImportSample::ImportSample(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QStandardItemModel(this))
    , m_words(label("caption", this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 0, 0);
    column->setSpacing(4);
    auto* name = label("section", this);
    name->setText(tr("The first rows of the file"));
    m_words->setObjectName(QStringLiteral("importSampleFaults"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    auto* table = new QTableView(this);
    table->setObjectName(QStringLiteral("importSample"));
    table->setModel(m_rows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setAccessibleName(name->text());
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    alignHeadings(*table);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setMaximumSectionSize(280);
    connect(m_rows, &QStandardItemModel::modelReset, table, &QTableView::resizeColumnsToContents);
    connect(m_rows, &QStandardItemModel::headerDataChanged, table, &QTableView::resizeColumnsToContents);
    column->addWidget(name);
    column->addWidget(table, 1);
    column->addWidget(m_words);
}

void ImportSample::setChecks(const CategoryList& categories, const exchange::PlaceFinder& places)
{
    m_categories = categories;
    m_places = places;
}

void ImportSample::setFile(const ImportFile& file)
{
    constexpr int mostShown = 20;
    m_check.cancel();
    m_file = file;
    m_words->clear();
    m_rows->clear();
    m_rows->setColumnCount(static_cast<int>(file.columns.size()));
    for (const QStringList& values : file.sample) {
        if (m_rows->rowCount() == mostShown)
            break;
        QList<QStandardItem*> items;
        for (qsizetype i = 0; i < file.columns.size(); ++i) {
            auto* item = new QStandardItem(shortened(values.value(i)));
            item->setToolTip(values.value(i));
            items.append(item);
        }
        m_rows->appendRow(items);
    }
}

void ImportSample::setFields(const QHash<QString, QStringList>& fields)
{
    for (int i = 0; i < m_rows->columnCount(); ++i) {
        const QString heading = m_file.columns.value(i);
        const QStringList names = fields.value(heading);
        m_rows->setHeaderData(i, Qt::Horizontal,
                              heading + QLatin1Char('\n')
                                  + (names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(", "))));
    }
}

void ImportSample::check(const exchange::ImportMapping& mapping)
{
    if (m_categories.all().empty())
        return;
    m_check.run(
        [file = m_file, mapping, categories = m_categories, places = m_places](std::stop_token) {
            return exchange::sampleFaults(file, mapping, categories, QDateTime::currentDateTimeUtc(), places);
        },
        [this, mapping](const std::vector<std::vector<Error>>& faults) { showFaults(mapping, faults); });
}

void ImportSample::showFaults(const exchange::ImportMapping& mapping, const std::vector<std::vector<Error>>& faults)
{
    const QColor marked = themeColours(isDark(palette())).errorBack;
    int faulty = 0;
    for (int i = 0; i < m_rows->rowCount() && static_cast<std::size_t>(i) < faults.size(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        for (int j = 0; j < m_rows->columnCount(); ++j) {
            m_rows->item(i, j)->setBackground(QBrush());
            m_rows->item(i, j)->setToolTip(m_file.sample[row].value(j));
        }
        bool any = false;
        for (const Error& fault : faults[row]) {
            if (fault.place.field == field::category)
                continue;
            any = true;
            QStringList fields{fault.place.field};
            if (fault.place.field == field::position)
                fields = {field::longitude, field::latitude, field::easting, field::northing};
            for (const QString& name : fields) {
                const qsizetype column = m_file.columns.indexOf(mapping.columns.value(name));
                if (column < 0 || mapping.columns.value(name).isEmpty())
                    continue;
                m_rows->item(i, static_cast<int>(column))->setBackground(marked);
                m_rows->item(i, static_cast<int>(column))->setToolTip(text::describe(fault));
            }
        }
        faulty += any;
    }
    m_words->setText(faulty == 0 ? tr("Nothing is wrong with these rows.")
                                 : tr("%Ln of these rows would be left out. Point at a marked value to see why.", nullptr, faulty));
}

} // namespace hk::ui
