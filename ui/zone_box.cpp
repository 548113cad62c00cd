#include "ui/zone_box.h"

#include "exchange/zone_reader.h"
#include "ui/check_list.h"
#include "ui/icons.h"
#include "ui/widgets.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

constexpr int fewAreas = 8; ///< so many are seen without searching

} // namespace

ZoneBox::ZoneBox(QWidget* parent)
    : QWidget(parent)
    , m_choose(new PlaceSourceButton(this))
    , m_content(new QWidget(this))
    , m_fieldWords(label("caption", m_content))
    , m_fields(new QComboBox(m_content))
    , m_search(new QLineEdit(m_content))
    , m_list(nullptr)
{
    m_found.setSourceModel(&m_model);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list = new CheckList(&m_found, models::ZoneModel::CountRole, -1, m_content);
    m_list->setRowsShown(fewAreas);
    m_list->setObjectName(QStringLiteral("zoneList"));
    m_choose->setObjectName(QStringLiteral("chooseZones"));
    m_choose->setIcon(icon(QStringLiteral("open")));
    m_search->setObjectName(QStringLiteral("zoneSearch"));
    m_search->setClearButtonEnabled(true);
    m_fields->setObjectName(QStringLiteral("zoneField"));
    m_fields->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_fields->setMinimumContentsLength(8);

    auto* column = new QVBoxLayout(this);
    tight(column, 6);
    column->addWidget(m_choose);
    column->addWidget(m_content);
    auto* inner = new QVBoxLayout(m_content);
    tight(inner, 6);
    auto* names = new QHBoxLayout;
    tight(names, 8);
    names->addWidget(m_fieldWords);
    names->addWidget(m_fields, 1);
    inner->addLayout(names);
    inner->addWidget(m_search);
    inner->addWidget(m_list);

    connect(m_choose, &PlaceSourceButton::chosen, this, [this](const QString& path) { readFile(path); });
    connect(m_fields, &QComboBox::activated, this,
            [this](int index) { readFile(m_model.zones()->path, m_fields->itemText(index)); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_found.setFilterFixedString(text.trimmed());
        m_list->updateGeometry();
    });
    connect(m_list, &CheckList::onlyWanted, this, [this](const QModelIndex& index) {
        chooseOnly(index.data(models::ZoneModel::NameRole).toString());
    });
    connect(&m_model, &models::ZoneModel::chosenChanged, this, &ZoneBox::filterChanged);
    retranslate();
}

void ZoneBox::setFilter(const ZoneFilter& filter)
{
    if (filter.isActive() && filter.set != m_model.zones()) {
        m_reading.cancel();
        m_model.setZones(filter.set);
        m_search->clear();
        show();
        Q_EMIT zonesChanged();
    }
    m_model.setChosen(filter.isActive() ? filter.names : QStringList());
}

void ZoneBox::setCounts(const std::vector<qint64>& counts)
{
    if (m_model.zones() && counts.size() == m_model.zones()->zones.size())
        m_model.setCounts(counts);
}

void ZoneBox::chooseOnly(const QString& name)
{
    m_model.setChosen({name});
    Q_EMIT filterChanged();
}

void ZoneBox::chooseArea(const QString& path, const QString& nameField, const QString& name)
{
    const std::shared_ptr<const ZoneSet>& shown = m_model.zones();
    if (shown && shown->path == path && shown->nameField == nameField) {
        m_reading.cancel();
        chooseOnly(name);
    } else {
        read(path, nameField, name);
    }
}

void ZoneBox::readFile(const QString& path, const QString& nameField)
{
    read(path, nameField, {});
}

/// `name`: to be chosen when the file is there; empty: none.
void ZoneBox::read(const QString& path, const QString& nameField, const QString& name)
{
    m_reading.run([path, nameField](std::stop_token) { return exchange::readZones(path, nameField); },
                  [this, path, name](const Result<std::shared_ptr<const ZoneSet>>& read) {
                      if (!read) {
                          show(); // the field as it was
                          Q_EMIT failed(read.error());
                          return;
                      }
                      take(*read);
                      if (!name.isEmpty())
                          chooseOnly(name);
                      Q_EMIT fileUsed(path);
                  });
}

void ZoneBox::take(std::shared_ptr<const ZoneSet> zones)
{
    const bool chose = !m_model.chosen().isEmpty();
    m_model.setZones(std::move(zones));
    m_search->clear();
    show();
    Q_EMIT zonesChanged();
    if (chose)
        Q_EMIT filterChanged();
}

void ZoneBox::show()
{
    const std::shared_ptr<const ZoneSet>& zones = m_model.zones();
    m_content->setVisible(zones != nullptr);
    m_choose->setText(zones ? zones->title : tr("Areas of a file…"));
    m_choose->setToolTip(zones ? zones->path : tr("Choose areas by name in a file of boundaries, such as DeSO"));
    if (!zones)
        return;
    const QSignalBlocker quiet(m_fields);
    m_fields->clear();
    m_fields->addItems(zones->fields);
    m_fields->setCurrentIndex(static_cast<int>(zones->fields.indexOf(zones->nameField)));
    m_fields->setVisible(zones->fields.size() > 1);
    m_fieldWords->setVisible(zones->fields.size() > 1);
    m_search->setVisible(zones->zones.size() > static_cast<std::size_t>(fewAreas));
    m_list->updateGeometry();
}

void ZoneBox::retranslate()
{
    m_choose->setDialog(tr("Areas from a file"), tr("Areas (*.gpkg *.geojson *.json *.shp *.kml);;All files (*)"));
    m_fieldWords->setText(tr("Named by"));
    m_fields->setAccessibleName(tr("Named by"));
    m_search->setPlaceholderText(tr("Find an area"));
    m_search->setAccessibleName(tr("Find an area"));
    m_list->setAccessibleName(tr("Areas"));
    m_list->setToolTip(tr("Double-click for one area alone"));
    show();
}

void ZoneBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace hk::ui
