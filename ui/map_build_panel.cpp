#include "ui/map_build_panel.h"

#include "text/sentences.h"
#include "ui/widgets.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTimer>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

using exchange::MapTheme;
using exchange::OsmMapCounts;
using exchange::OsmThemeCount;

QString themeWords(MapTheme theme)
{
    switch (theme) {
    case MapTheme::Road: return MapBuildPanel::tr("streets and paths");
    case MapTheme::Building: return MapBuildPanel::tr("buildings");
    case MapTheme::Address: return MapBuildPanel::tr("addresses");
    case MapTheme::Place: return MapBuildPanel::tr("places and stops");
    case MapTheme::Landcover: return MapBuildPanel::tr("parks, woods and other land");
    case MapTheme::Water: return MapBuildPanel::tr("lakes and watercourses");
    case MapTheme::Rail: return MapBuildPanel::tr("railways and tramways");
    case MapTheme::Barrier: return MapBuildPanel::tr("walls and fences");
    case MapTheme::Boundary: return MapBuildPanel::tr("borders");
    }
    return {};
}

constexpr MapTheme shownOrder[] = {MapTheme::Road,  MapTheme::Building, MapTheme::Address, MapTheme::Place,   MapTheme::Landcover,
                                   MapTheme::Water, MapTheme::Rail,     MapTheme::Barrier, MapTheme::Boundary};

QString leftOutWords(const OsmMapCounts& counts)
{
    OsmThemeCount sum;
    for (const OsmThemeCount& theme : counts.themes) {
        sum.merged += theme.merged;
        sum.unnamed += theme.unnamed;
        sum.notClosed += theme.notClosed;
        sum.broken += theme.broken;
        sum.outside += theme.outside;
    }
    const std::pair<qint64, QString> reasons[] = {
        {counts.noClass + counts.relations, MapBuildPanel::tr("of kinds that the map does not show")},
        {sum.merged, MapBuildPanel::tr("told twice")},
        {sum.unnamed, MapBuildPanel::tr("without a name or number")},
        {sum.notClosed + counts.ringsNotClosed, MapBuildPanel::tr("areas whose outline does not close")},
        {sum.broken, MapBuildPanel::tr("with a broken shape")},
        {sum.outside, MapBuildPanel::tr("outside the area")}};
    QStringList words;
    for (const auto& [count, reason] : reasons)
        if (count > 0)
            words.append(MapBuildPanel::tr("%1 %2", "a number and what it counts").arg(text::number(count), reason));
    return words.isEmpty() ? QString() : MapBuildPanel::tr("Left out: %1.").arg(words.join(QStringLiteral(", ")));
}

} // namespace

MapBuildPanel::MapBuildPanel(QWidget* parent)
    : QWidget(parent)
    , m_timer(new QTimer(this))
    , m_bar(new QProgressBar(this))
    , m_words(label("muted", this))
    , m_fault(label("fault", this))
    , m_title(label("section", this))
    , m_counts(new QWidget(this))
    , m_grid(new QGridLayout(m_counts))
    , m_leftOut(label("muted", this))
{
    m_bar->setTextVisible(false);
    m_bar->setObjectName(QStringLiteral("mapBuildBar"));
    m_fault->setObjectName(QStringLiteral("mapBuildFault"));
    m_leftOut->setObjectName(QStringLiteral("mapBuildLeftOut"));
    m_counts->setObjectName(QStringLiteral("mapBuildCounts"));
    m_title->setText(tr("The map is ready"));
    for (QLabel* words : {m_words, m_fault, m_leftOut}) {
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, 1);
    auto* column = new QVBoxLayout(this);
    tight(column);
    column->addWidget(m_bar);
    column->addWidget(m_words);
    column->addWidget(m_fault);
    column->addWidget(m_title);
    column->addWidget(m_counts);
    column->addWidget(m_leftOut);
    m_timer->setInterval(100);
    connect(m_timer, &QTimer::timeout, this, &MapBuildPanel::showProgress);
    clear();
}

void MapBuildPanel::clear()
{
    m_timer->stop();
    for (QWidget* part : {static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_fault),
                          static_cast<QWidget*>(m_title), m_counts, static_cast<QWidget*>(m_leftOut)})
        part->hide();
}

void MapBuildPanel::start(Work work)
{
    clear();
    m_progress = std::make_shared<MapBuildProgress>();
    m_job.run([work = std::move(work), progress = m_progress](std::stop_token stop) { return work(*progress, std::move(stop)); },
              [this](const Result<OsmMapCounts>& counts) {
                  clear();
                  if (counts)
                      showCounts(*counts);
                  else
                      showError(counts.error());
                  Q_EMIT finished(counts.has_value());
              });
    m_bar->setRange(0, 0);
    m_bar->show();
    m_words->show();
    m_timer->start();
    showProgress();
}

void MapBuildPanel::cancel()
{
    if (!m_job.isRunning())
        return;
    m_job.cancel();
    clear();
    m_words->setText(tr("Cancelled. Nothing was changed."));
    m_words->show();
    Q_EMIT finished(false);
}

void MapBuildPanel::showError(const Error& error)
{
    clear();
    m_fault->setText(text::describe(error));
    m_fault->setToolTip(error.detail);
    m_fault->show();
}

void MapBuildPanel::showProgress()
{
    constexpr int whole = 1000;
    const int done = m_progress->permille;
    const qint64 received = m_progress->received;
    m_bar->setRange(0, done < 0 ? 0 : whole);
    m_bar->setValue(std::max(done, 0));
    if (done >= 0)
        m_words->setText(tr("Building the map… %1 %").arg(text::number(done / 10)));
    else if (received > 0)
        m_words->setText(tr("Fetching… %1").arg(QLocale().formattedDataSize(received, 1, QLocale::DataSizeSIFormat)));
    else
        m_words->setText(tr("Waiting for the answer…"));
}

void MapBuildPanel::showCounts(const OsmMapCounts& counts)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int shown = 0;
    for (const MapTheme theme : shownOrder) {
        if (counts.of(theme).written == 0)
            continue;
        auto* number = new QLabel(text::number(counts.of(theme).written), m_counts);
        m_grid->addWidget(number, shown / 2, 2 * (shown % 2), Qt::AlignRight);
        m_grid->addWidget(new QLabel(themeWords(theme), m_counts), shown / 2, 2 * (shown % 2) + 1);
        ++shown;
    }
    m_title->show();
    m_counts->show();
    const QString leftOut = leftOutWords(counts);
    m_leftOut->setText(leftOut);
    m_leftOut->setVisible(!leftOut.isEmpty());
}

} // namespace hk::ui
