#include "ui/methods/area_file_box.h"

#include "ui/icons.h"
#include "ui/widgets.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace hk::ui {

AreaFileBox::AreaFileBox(QWidget* parent)
    : QWidget(parent)
    , m_choose(new PlaceSourceButton(this))
    , m_words(label("caption", this))
    , m_content(new QWidget(this))
    , m_names(new QComboBox(m_content))
    , m_denominators(new QComboBox(m_content))
{
    m_choose->setObjectName(QStringLiteral("chooseAreas"));
    m_choose->setText(tr("Choose a file of areas…"));
    m_choose->setIcon(icon(QStringLiteral("area")));
    m_choose->setDialog(tr("Areas from a file"), tr("Areas (*.gpkg *.geojson *.json *.shp *.kml);;All files (*)"));
    m_words->setWordWrap(true);
    m_names->setObjectName(QStringLiteral("areaNames"));
    m_denominators->setObjectName(QStringLiteral("areaDenominator"));
    for (QComboBox* box : {m_names, m_denominators}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    m_denominators->setToolTip(tr("Inhabitants, homes, jobs: what the counts of the areas are compared by"));
    auto* column = new QVBoxLayout(this);
    tight(column, 4);
    column->addWidget(m_choose, 0, Qt::AlignLeft);
    column->addWidget(m_words);
    column->addWidget(m_content);
    auto* fields = new QFormLayout(m_content);
    tight(fields, 6);
    fields->setLabelAlignment(Qt::AlignLeft);
    const auto add = [&](const QString& name, QComboBox* box) {
        box->setAccessibleName(name);
        auto* words = new QLabel(name, m_content);
        words->setBuddy(box);
        fields->addRow(words, box);
    };
    add(tr("Named by"), m_names);
    add(tr("Divided by"), m_denominators);
    connect(m_choose, &PlaceSourceButton::chosen, this, &AreaFileBox::readFile);
    connect(m_names, &QComboBox::activated, this,
            [this](int index) { read({m_path, m_names->itemText(index), m_denominator, m_table}); });
    connect(m_denominators, &QComboBox::activated, this, &AreaFileBox::chooseDenominator);
    show();
}

Result<AreaFileBox::Read> AreaFileBox::readAll(const Wish& wish)
{
    Result<exchange::NamedAreas> areas = exchange::readNamedAreas(wish.path, QStringLiteral("EPSG:3006"), wish.nameField);
    if (!areas)
        return tl::unexpected(areas.error());
    Read read{std::make_shared<const exchange::NamedAreas>(std::move(*areas)), nullptr};
    if (wish.table.isEmpty())
        return read;
    Result<exchange::NamedNumbers> numbers = exchange::readNamedNumbers(wish.table);
    if (!numbers)
        return tl::unexpected(numbers.error());
    read.numbers = std::make_shared<const exchange::NamedNumbers>(std::move(*numbers));
    return read;
}

void AreaFileBox::readFile(const QString& path)
{
    read({path, {}, {}, {}});
}

void AreaFileBox::read(const Wish& wish)
{
    if (wish.path.isEmpty())
        return;
    m_reading.run([wish](std::stop_token) { return readAll(wish); },
                  [this, wish](const Result<Read>& read) {
                      if (!read) {
                          show(); // what was chosen before
                          Q_EMIT failed(read.error());
                          return;
                      }
                      m_path = wish.path;
                      m_areas = read->areas;
                      m_numbers = read->numbers;
                      m_table = wish.table;
                      m_denominator = m_areas->numericFields.contains(wish.denominator) ? wish.denominator : QString();
                      show();
                      Q_EMIT changed();
                  });
}

void AreaFileBox::chooseDenominator(int index)
{
    if (index == m_denominators->count() - 1) {
        const QString path = QFileDialog::getOpenFileName(this, tr("A table of names and numbers"), QFileInfo(m_path).path(),
                                                          tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
        if (path.isEmpty())
            show();
        else
            read({m_path, m_areas->nameField, {}, path});
        return;
    }
    read({m_path, m_areas->nameField, m_denominators->itemData(index).toString(),
          m_denominators->itemData(index, Qt::UserRole + 1).toString()});
}

void AreaFileBox::show()
{
    m_words->setVisible(m_areas != nullptr);
    m_content->setVisible(m_areas != nullptr);
    if (!m_areas)
        return;
    m_words->setText(tr("%1, %Ln area(s)", "name of a file", static_cast<int>(m_areas->areas.size()))
                         .arg(QFileInfo(m_path).fileName()));
    const QSignalBlocker quietNames(m_names);
    m_names->clear();
    m_names->addItems(m_areas->fields);
    m_names->setCurrentIndex(static_cast<int>(m_areas->fields.indexOf(m_areas->nameField)));
    const QSignalBlocker quietNumbers(m_denominators);
    m_denominators->clear();
    m_denominators->addItem(tr("nothing"));
    for (const QString& field : m_areas->numericFields)
        m_denominators->addItem(field, field);
    if (m_numbers) {
        m_denominators->addItem(tr("%1 of %2", "a column, a file").arg(m_numbers->title, QFileInfo(m_table).fileName()));
        m_denominators->setItemData(m_denominators->count() - 1, m_table, Qt::UserRole + 1);
        m_denominators->setCurrentIndex(m_denominators->count() - 1);
    } else {
        m_denominators->setCurrentIndex(std::max(0, m_denominators->findData(m_denominator)));
        if (m_denominator.isEmpty())
            m_denominators->setCurrentIndex(0);
    }
    m_denominators->addItem(tr("a table (CSV)…"));
}

QStringList AreaFileBox::state() const
{
    return m_path.isEmpty() ? QStringList() : QStringList{m_path, m_areas->nameField, m_denominator, m_table};
}

void AreaFileBox::setState(const QStringList& state)
{
    read({state.value(0), state.value(1), state.value(2), state.value(3)});
}

} // namespace hk::ui
