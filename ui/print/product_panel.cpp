#include "ui/print/product_panel.h"

#include "ui/form_field.h"
#include "ui/print/series_box.h"
#include "ui/widgets.h"
#include "workspace/map_analysis.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

const QString productKey = QStringLiteral("print/product");
const QString weekdayKey = QStringLiteral("print/patrolWeekday");
const QString fromKey = QStringLiteral("print/patrolFrom");
const QString toKey = QStringLiteral("print/patrolTo");
const QString spotsKey = QStringLiteral("print/patrolSpots");
const QString startKey = QStringLiteral("print/patrolStart");
const QString endKey = QStringLiteral("print/patrolEnd");
const QString countsKey = QStringLiteral("print/countsOver");
const QString cellKey = QStringLiteral("print/countCell");

// What stands for a place in the boxes of start and end.
const QString hubPlace = QStringLiteral("hub");
const QString middlePlace = QStringLiteral("middle");

QSpinBox* hourBox(int last, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(0, last);
    box->setWrapping(true);
    box->setKeyboardTracking(false);
    return box;
}

QVBoxLayout* columnOf(QWidget* box)
{
    auto* column = new QVBoxLayout(box);
    tight(column, 10);
    return column;
}

} // namespace

ProductPanel::ProductPanel(std::shared_ptr<const map::Basemap> names, const Sweref99& middle, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_places(std::move(names))
    , m_middle(middle)
    , m_settings(settings)
    , m_product(new QComboBox(this))
    , m_purpose(label("caption", this))
    , m_patrol(new QWidget(this))
    , m_series(new SeriesBox(settings, this))
    , m_public(new QWidget(this))
{
    m_product->setObjectName(QStringLiteral("product"));
    for (const report::Product product : report::allProducts())
        m_product->addItem(report::titleOf(product), static_cast<int>(product));
    m_purpose->setWordWrap(true);
    auto* column = columnOf(this);
    column->addWidget(field(m_product, tr("What to print")));
    column->addWidget(m_purpose);
    buildPatrol();
    buildCounts();
    column->addWidget(m_patrol);
    column->addWidget(m_series);
    column->addWidget(m_public);
    if (const auto last = report::productOf(m_settings.value(productKey).toString()))
        setProduct(*last);
    showProduct();
    connect(m_product, &QComboBox::currentIndexChanged, this, [this] {
        showProduct();
        remember();
        Q_EMIT productChanged();
        Q_EMIT changed();
    });
    for (QSpinBox* box : {m_from, m_to, m_spots, m_cell})
        connect(box, &QSpinBox::valueChanged, this, &ProductPanel::changed);
    for (QComboBox* box : {m_weekday, m_counts})
        connect(box, &QComboBox::currentIndexChanged, this, &ProductPanel::changed);
    connect(m_counts, &QComboBox::currentIndexChanged, this, &ProductPanel::showProduct);
    connect(m_series, &SeriesBox::changed, this, &ProductPanel::changed);
}

FormField* ProductPanel::field(QWidget* editor, const QString& name)
{
    auto* made = new FormField(editor, this);
    made->setName(name);
    return made;
}

void ProductPanel::buildPatrol()
{
    m_weekday = new QComboBox(m_patrol);
    m_weekday->setObjectName(QStringLiteral("weekday"));
    for (int day = 1; day <= 7; ++day) {
        QString name = QLocale().standaloneDayName(day, QLocale::LongFormat);
        name.front() = name.front().toUpper();
        m_weekday->addItem(name, day);
    }
    m_from = hourBox(23, m_patrol);
    m_from->setObjectName(QStringLiteral("shiftFrom"));
    m_from->setAccessibleName(tr("First hour"));
    m_to = hourBox(24, m_patrol);
    m_to->setObjectName(QStringLiteral("shiftTo"));
    m_to->setAccessibleName(tr("Last hour"));
    m_spots = new QSpinBox(m_patrol);
    m_spots->setObjectName(QStringLiteral("spots"));
    m_spots->setRange(3, 5);
    m_start = placeBox(QStringLiteral("patrolStart"));
    m_end = placeBox(QStringLiteral("patrolEnd"));
    m_end->insertItem(0, tr("Where it starts"), QString());
    m_end->setCurrentIndex(0);
    const report::Shift usual;
    m_weekday->setCurrentIndex(m_settings.value(weekdayKey, usual.weekday).toInt() - 1);
    m_from->setValue(m_settings.value(fromKey, usual.fromHour).toInt());
    m_to->setValue(m_settings.value(toKey, (usual.fromHour + usual.hours) % 24).toInt());
    m_spots->setValue(m_settings.value(spotsKey, report::ProductOptions().patrolSpots).toInt());
    auto* hours = new QWidget(m_patrol);
    auto* row = new QHBoxLayout(hours);
    tight(row, 6);
    row->addWidget(m_from, 1);
    auto* dash = new QLabel(QStringLiteral("–"), hours);
    row->addWidget(dash);
    row->addWidget(m_to, 1);
    auto* column = columnOf(m_patrol);
    column->addWidget(field(m_weekday, tr("Shift begins on")));
    column->addWidget(field(hours, tr("Hours")));
    column->addWidget(field(m_spots, tr("Hotspots")));
    for (const auto& [box, name, key] : {std::tuple(m_start, tr("The walk starts at"), startKey), std::tuple(m_end, tr("and ends at"), endKey)}) {
        FormField* place = field(box, name);
        column->addWidget(place);
        const QString kept = m_settings.value(key).toString();
        if (const int at = box->findData(kept); !kept.isEmpty() && at >= 0)
            box->setCurrentIndex(at);
        else if (!kept.isEmpty())
            box->setEditText(kept);
        connect(box, &QComboBox::currentIndexChanged, this, [this, place, box = box] { checkPlace(*place, *box); });
        connect(box->lineEdit(), &QLineEdit::editingFinished, this, [this, place, box = box] { checkPlace(*place, *box); });
    }
}

QComboBox* ProductPanel::placeBox(const QString& objectName)
{
    auto* box = new QComboBox(m_patrol);
    box->setObjectName(objectName);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->addItem(QStringLiteral("Mölndals bro"), hubPlace);
    box->addItem(tr("Middle of the map"), middlePlace);
    box->lineEdit()->setPlaceholderText(tr("street or place"));
    return box;
}

/// The place chosen, or the first one of that name; not set where there is none.
std::optional<Sweref99> ProductPanel::placeOf(const QComboBox& box) const
{
    const int listed = box.findText(box.currentText(), Qt::MatchFixedString);
    const QString place = listed >= 0 ? box.itemData(listed).toString() : QString();
    if (place == hubPlace)
        return workspace::hub();
    if (place == middlePlace)
        return m_middle;
    if (listed >= 0 || box.currentText().trimmed().isEmpty())
        return std::nullopt;
    const std::vector<map::PlaceHit> hits = m_places.findInMemory(box.currentText(), workspace::hub(), 1);
    return hits.empty() ? std::nullopt : std::optional(hits.front().position);
}

void ProductPanel::checkPlace(FormField& place, const QComboBox& box)
{
    const bool asked = box.findText(box.currentText(), Qt::MatchFixedString) < 0 && !box.currentText().trimmed().isEmpty();
    place.setFault(asked && !placeOf(box) ? tr("There is no place of this name on the map.") : QString());
    Q_EMIT changed();
}

void ProductPanel::buildCounts()
{
    m_counts = new QComboBox(m_public);
    m_counts->setObjectName(QStringLiteral("countsOver"));
    m_counts->addItem(tr("Squares"), static_cast<int>(CountGround::Grid));
    m_counts->addItem(tr("The areas of the filter"), static_cast<int>(CountGround::Areas));
    m_counts->addItem(tr("Streets"), static_cast<int>(CountGround::Streets));
    m_counts->setCurrentIndex(std::max(0, m_counts->findData(m_settings.value(countsKey).toInt())));
    m_cell = new QSpinBox(m_public);
    m_cell->setObjectName(QStringLiteral("countCell"));
    m_cell->setRange(100, 5000);
    m_cell->setSingleStep(100);
    m_cell->setSuffix(tr(" m"));
    m_cell->setKeyboardTracking(false);
    m_cell->setValue(m_settings.value(cellKey, report::ProductOptions().countCell).toInt());
    auto* column = columnOf(m_public);
    column->addWidget(field(m_counts, tr("Counted in")));
    m_cellField = field(m_cell, tr("Side of a square"));
    column->addWidget(m_cellField);
}

report::Product ProductPanel::product() const
{
    return static_cast<report::Product>(m_product->currentData().toInt());
}

void ProductPanel::setProduct(report::Product product)
{
    m_product->setCurrentIndex(std::max(0, m_product->findData(static_cast<int>(product))));
}

void ProductPanel::showProduct()
{
    m_purpose->setText(report::purposeOf(product()));
    m_patrol->setVisible(product() == report::Product::PatrolSheet);
    m_series->setVisible(product() == report::Product::Series);
    m_public->setVisible(product() == report::Product::PublicMap);
    m_cellField->setVisible(m_counts->currentData().toInt() == static_cast<int>(CountGround::Grid));
}

void ProductPanel::fill(report::ProductOptions& options) const
{
    options.product = product();
    options.shift.weekday = m_weekday->currentData().toInt();
    options.shift.fromHour = m_from->value();
    const int hours = (m_to->value() - m_from->value() + 24) % 24;
    options.shift.hours = hours == 0 ? 24 : hours;
    options.patrolSpots = m_spots->value();
    options.start = placeOf(*m_start);
    options.end = placeOf(*m_end);
    options.counts = static_cast<CountGround>(m_counts->currentData().toInt());
    options.countCell = m_cell->value();
    if (options.product == report::Product::Series)
        m_series->fill(options);
}

void ProductPanel::remember()
{
    const auto placeWords = [](const QComboBox& box) {
        const int listed = box.findText(box.currentText(), Qt::MatchFixedString);
        return listed >= 0 ? box.itemData(listed).toString() : box.currentText();
    };
    m_settings.setValue(productKey, report::keyOf(product()));
    m_settings.setValue(weekdayKey, m_weekday->currentData());
    m_settings.setValue(fromKey, m_from->value());
    m_settings.setValue(toKey, m_to->value());
    m_settings.setValue(spotsKey, m_spots->value());
    m_settings.setValue(startKey, placeWords(*m_start));
    m_settings.setValue(endKey, placeWords(*m_end));
    m_series->remember();
    m_settings.setValue(countsKey, m_counts->currentData());
    m_settings.setValue(cellKey, m_cell->value());
}

} // namespace hk::ui
