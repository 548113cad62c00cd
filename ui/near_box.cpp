#include "ui/near_box.h"

#include "exchange/near_reader.h"
#include "ui/icons.h"
#include "ui/widgets.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace hk::ui {

NearBox::NearBox(QWidget* parent)
    : QWidget(parent)
    , m_choose(new PlaceSourceButton(this))
    , m_content(new QWidget(this))
    , m_withinWords(label("caption", m_content))
    , m_metres(new QDoubleSpinBox(m_content))
    , m_count(label("caption", m_content))
{
    m_choose->setObjectName(QStringLiteral("chooseNear"));
    m_choose->setIcon(icon(QStringLiteral("pin")));
    m_metres->setObjectName(QStringLiteral("nearMetres"));
    m_metres->setDecimals(0);
    m_metres->setRange(25, 500);
    m_metres->setSingleStep(25);
    m_metres->setValue(NearFilter().metres);
    m_metres->setKeyboardTracking(false);
    auto* column = new QVBoxLayout(this);
    tight(column, 6);
    column->addWidget(m_choose);
    column->addWidget(m_content);
    auto* row = new QHBoxLayout(m_content);
    tight(row, 8);
    row->addWidget(m_withinWords);
    row->addWidget(m_metres);
    row->addWidget(m_count, 1);
    connect(m_choose, &PlaceSourceButton::chosen, this, &NearBox::readFile);
    connect(m_metres, &QDoubleSpinBox::valueChanged, this, [this] {
        if (m_set)
            Q_EMIT filterChanged();
    });
    retranslate();
}

void NearBox::setFilter(const NearFilter& filter)
{
    if (filter == this->filter())
        return;
    m_reading.cancel();
    m_set = filter.set;
    const QSignalBlocker quiet(m_metres);
    if (filter.isActive())
        m_metres->setValue(filter.metres);
    show();
}

NearFilter NearBox::filter() const
{
    return {m_set, m_metres->value()};
}

void NearBox::readFile(const QString& path)
{
    m_reading.run([path](std::stop_token) { return exchange::readNearPoints(path); },
                  [this, path](const Result<std::shared_ptr<const NearSet>>& read) {
                      if (!read) {
                          Q_EMIT failed(read.error());
                          return;
                      }
                      m_set = *read;
                      show();
                      Q_EMIT fileUsed(path);
                      Q_EMIT filterChanged();
                  });
}

void NearBox::show()
{
    m_content->setVisible(m_set != nullptr);
    m_choose->setText(m_set ? tr("Near %1", "title of a set of places").arg(m_set->title) : tr("Near places of a file…"));
    m_choose->setToolTip(m_set ? m_set->path : tr("Only what lies near points or lines of a file, such as stops"));
    if (m_set)
        m_count->setText(tr("%Ln place(s)", nullptr, static_cast<int>(m_set->lines.size())));
}

void NearBox::retranslate()
{
    m_choose->setDialog(tr("Places from a file"),
                        tr("Points or lines (*.gpkg *.geojson *.json *.shp *.kml *.gpx *.csv);;All files (*)"));
    m_withinWords->setText(tr("Within"));
    m_metres->setAccessibleName(tr("Within"));
    m_metres->setSuffix(tr(" m", "metres, after a number"));
    show();
}

void NearBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace hk::ui
