#include "ui/import_reading_box.h"

#include "core/incident_draft.h"
#include "ui/import_widgets.h"
#include "ui/widgets.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace hk::ui {

using exchange::DateOrder;
using exchange::TextEncoding;

namespace {

/// A mark as the data of a choice.
int dataOf(char mark) { return static_cast<unsigned char>(mark); }
char markOf(const QComboBox& box) { return static_cast<char>(box.currentData().toInt()); }

void select(QComboBox& box, const QVariant& data) { box.setCurrentIndex(std::max(0, box.findData(data))); }

} // namespace

ImportReadingBox::ImportReadingBox(QWidget* parent)
    : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 4);
    grid->setColumnStretch(2, 3);
    grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 20);
    m_dates = addRow(grid, m_names[3], "importDates");
    m_dateNote = label("caption", this);
    m_dateNote->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    grid->addWidget(m_dateNote, 0, 2);
    m_zone = addRow(grid, m_names[4], "importZone");
    m_encoding = addRow(grid, m_names[0], "importEncoding");
    m_separator = addRow(grid, m_names[1], "importSeparator");
    m_decimal = addRow(grid, m_names[2], "importDecimal");
    const QString names[] = {tr("Letters"), tr("Between the fields"), tr("Decimal mark"), tr("Dates"), tr("Times are in")};
    QComboBox* const boxes[] = {m_encoding, m_separator, m_decimal, m_dates, m_zone};
    for (int i = 0; i < 5; ++i) {
        m_names[i]->setText(names[i]);
        boxes[i]->setAccessibleName(names[i]);
    }

    m_encoding->addItem(tr("UTF-8"), static_cast<int>(TextEncoding::Utf8));
    m_encoding->addItem(tr("Windows (Western Europe)"), static_cast<int>(TextEncoding::Windows1252));
    m_encoding->addItem(tr("DOS (code page 850)"), static_cast<int>(TextEncoding::Dos850));
    m_encoding->addItem(tr("UTF-16"), static_cast<int>(TextEncoding::Utf16Le));
    m_encoding->addItem(tr("UTF-16, big end first"), static_cast<int>(TextEncoding::Utf16Be));
    m_separator->addItem(tr("comma"), dataOf(','));
    m_separator->addItem(tr("semicolon"), dataOf(';'));
    m_separator->addItem(tr("tab"), dataOf('\t'));
    m_separator->addItem(tr("bar |"), dataOf('|'));
    m_decimal->addItem(tr("point or comma"), dataOf('\0'));
    m_decimal->addItem(tr("comma: 57,6554"), dataOf(','));
    m_decimal->addItem(tr("point: 57.6554"), dataOf('.'));
    m_dates->addItem(tr("year first: 2024-05-31"), static_cast<int>(DateOrder::YearFirst));
    m_dates->addItem(tr("day first: 31.5.2024"), static_cast<int>(DateOrder::DayFirst));
    m_dates->addItem(tr("month first: 5/31/2024"), static_cast<int>(DateOrder::MonthFirst));
    m_zone->addItem(tr("Swedish time"), QString());
    m_zone->addItem(tr("UTC"), QStringLiteral("UTC"));
    m_zone->addItem(tr("British time"), QStringLiteral("Europe/London"));
    m_zone->addItem(tr("Finnish time"), QStringLiteral("Europe/Helsinki"));

    tabByLayout(this);
    for (QComboBox* box : {m_encoding, m_separator})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_filling)
                Q_EMIT formChosen({static_cast<TextEncoding>(m_encoding->currentData().toInt()), markOf(*m_separator), '\0'});
        });
    for (QComboBox* box : {m_decimal, m_dates, m_zone})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (m_filling)
                return;
            showNotes();
            Q_EMIT changed();
        });
}

QComboBox* ImportReadingBox::addRow(QGridLayout* grid, QLabel*& name, const char* object)
{
    name = new QLabel(this);
    auto* box = new CalmComboBox(this);
    box->setObjectName(QLatin1String(object));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    name->setBuddy(box);
    const int line = grid->count() == 0 ? 0 : grid->rowCount();
    grid->addWidget(name, line, 0);
    grid->addWidget(box, line, 1);
    return box;
}

void ImportReadingBox::setFile(const ImportFile& file, const ImportGuess& guess)
{
    m_filling = true;
    m_file = file;
    m_guess = guess;
    const bool table = file.table.has_value();
    for (int i = 0; i < 3; ++i)
        m_names[i]->setVisible(table);
    for (QComboBox* box : {m_encoding, m_separator, m_decimal})
        box->setVisible(table);
    if (table) {
        select(*m_encoding, static_cast<int>(file.table->encoding.value_or(TextEncoding::Utf8)));
        if (m_separator->findData(dataOf(file.table->separator)) < 0)
            m_separator->addItem(QString(QLatin1Char(file.table->separator)), dataOf(file.table->separator));
        select(*m_separator, dataOf(file.table->separator));
    }
    select(*m_decimal, dataOf(guess.decimal));
    select(*m_dates, static_cast<int>(guess.dates ? guess.dates->order : DateOrder::YearFirst));
    m_zone->setCurrentIndex(0);
    m_filling = false;
    showNotes();
}

void ImportReadingBox::showNotes()
{
    const bool asGuessed = m_guess.dates && m_dates->currentData() == static_cast<int>(m_guess.dates->order);
    m_dateNote->setText(asGuessed ? (m_guess.dates->sure ? tr("by the first rows") : tr("guess: the rows do not tell"))
                                  : QString());
}

void ImportReadingBox::addTo(exchange::ImportMapping& mapping) const
{
    if (m_file.table) {
        mapping.table = *m_file.table;
        mapping.table.decimal = markOf(*m_decimal);
    }
    mapping.dates = static_cast<DateOrder>(m_dates->currentData().toInt());
    mapping.timeZone = m_zone->currentData().toString();
}

void ImportReadingBox::choose(const exchange::ImportMapping& mapping)
{
    m_filling = true;
    select(*m_decimal, dataOf(mapping.table.decimal));
    select(*m_dates, static_cast<int>(mapping.dates));
    if (m_zone->findData(mapping.timeZone) < 0)
        m_zone->addItem(mapping.timeZone, mapping.timeZone);
    select(*m_zone, mapping.timeZone);
    m_filling = false;
    showNotes();
}

} // namespace hk::ui
