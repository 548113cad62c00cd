#include "ui/area_map_dialog.h"

#include "text/sentences.h"
#include "ui/basemap_dialog.h"
#include "ui/form_field.h"
#include "ui/map_build_panel.h"
#include "ui/widgets.h"
#include "workspace/basemap_job.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace hk::ui {

AreaMapDialog::AreaMapDialog(std::shared_ptr<const net::HttpClient> client, workspace::OverpassSettings settings,
                             const exchange::MapExtent& shown, const QString& folder, QWidget* parent)
    : QDialog(parent)
    , m_client(std::move(client))
    , m_settings(std::move(settings))
    , m_extent(shown)
    , m_server(new QLineEdit(m_settings.server.toString()))
    , m_target(new QLineEdit(QDir::toNativeSeparators(freeMapName(folder, tr("map", "name of a file")))))
    , m_size(new QLabel(this))
    , m_busy(new QProgressBar(this))
    , m_form(new QWidget(this))
    , m_panel(new MapBuildPanel(this))
    , m_close(new QPushButton(this))
    , m_primary(new QPushButton(this))
{
    setWindowTitle(tr("Fetch a map for this area"));
    m_server->setObjectName(QStringLiteral("areaServer"));
    m_target->setObjectName(QStringLiteral("areaTarget"));
    m_size->setObjectName(QStringLiteral("areaSize"));
    m_primary->setObjectName(QStringLiteral("areaPrimary"));
    m_close->setObjectName(QStringLiteral("areaClose"));
    auto* lead = label("muted", this);
    lead->setWordWrap(true);
    lead->setText(tr("What the map shows now is %1 km². Its streets, buildings, names and addresses are fetched from "
                     "OpenStreetMap once, and the map then works without network. Only the corners of the area and this "
                     "program's name and contact address are sent, nothing of your incidents. The map is © OpenStreetMap "
                     "contributors, licence ODbL 1.0.")
                      .arg(QLocale().toString(workspace::squareKilometres(m_extent), 'f', 1)));
    m_size->setWordWrap(true);
    m_size->setTextFormat(Qt::PlainText);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_serverField = new FormField(m_server, m_form);
    m_serverField->setName(tr("Server (Overpass)"));
    auto* targetField = new FormField(m_target, m_form);
    targetField->setName(tr("The map is saved as"));
    auto* form = new QVBoxLayout(m_form);
    tight(form, 12);
    form->addWidget(m_serverField);
    form->addWidget(targetField);

    m_primary->setProperty("primary", true);
    m_primary->setDefault(true);
    auto* buttons = new QHBoxLayout;
    tight(buttons);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_primary);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(16);
    for (QWidget* part : {static_cast<QWidget*>(lead), m_form, static_cast<QWidget*>(m_busy), static_cast<QWidget*>(m_size),
                          static_cast<QWidget*>(m_panel)})
        column->addWidget(part);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 90);
    tabByLayout(this);

    connect(m_server, &QLineEdit::textChanged, this, [this] { setStage(Stage::Start); });
    connect(m_panel, &MapBuildPanel::finished, this, [this](bool done) {
        setStage(done ? Stage::Done : Stage::Start);
        Q_EMIT buildingEnded(done);
    });
    connect(m_close, &QPushButton::clicked, this, &AreaMapDialog::reject);
    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (m_stage == Stage::Start) {
            ask();
        } else if (m_stage == Stage::Asked) {
            fetch();
        } else if (m_stage == Stage::Done) {
            accept();
            Q_EMIT built(m_target->text());
        }
    });
    setStage(Stage::Start);
}

void AreaMapDialog::setTarget(const QString& path) { m_target->setText(QDir::toNativeSeparators(path)); }

/// Without a name and password, which are not sent either: it is remembered.
QUrl AreaMapDialog::server() const
{
    return QUrl(m_server->text().trimmed(), QUrl::StrictMode).adjusted(QUrl::RemoveUserInfo);
}

void AreaMapDialog::ask()
{
    const QUrl address = server();
    if (!address.isValid() || address.host().isEmpty()
        || (address.scheme() != QLatin1String("https") && address.scheme() != QLatin1String("http"))) {
        m_serverField->setFault(tr("This is no address of a server. It begins with https://."));
        return;
    }
    m_serverField->setFault({});
    m_panel->clear();
    m_settings.server = address;
    Q_EMIT serverChanged(address);
    setStage(Stage::Asking);
    m_asking.run(
        [client = m_client, settings = m_settings, extent = m_extent](std::stop_token stop) {
            return workspace::askOverpassSize(*client, settings, extent, std::move(stop));
        },
        [this](const Result<workspace::OverpassSize>& size) {
            if (!size) {
                setStage(Stage::Start);
                m_panel->showError(size.error());
            } else {
                m_size->setText(tr("There are about %1 points and %2 lines and areas, roughly %3 to fetch from %4.")
                                    .arg(text::number(size->nodes), text::number(size->ways + size->relations),
                                         QLocale().formattedDataSize(size->bytes, 1, QLocale::DataSizeSIFormat),
                                         net::hostOf(m_settings.server)));
                setStage(Stage::Asked);
            }
            Q_EMIT sizeKnown();
        });
}

void AreaMapDialog::fetch()
{
    exchange::OsmMapRequest request;
    request.target = m_target->text();
    request.source = net::hostOf(m_settings.server);
    request.extent = m_extent;
    request.now = QDateTime::currentDateTimeUtc();
    const QDate today = QDate::currentDate();
    setStage(Stage::Fetching);
    m_panel->start([client = m_client, settings = m_settings, request, today](
                       MapBuildProgress& progress, std::stop_token stop) -> Result<exchange::OsmMapCounts> {
        if (QFileInfo::exists(request.target)) // before anything is fetched in vain
            return fail(ErrorCode::FileExists, {request.target});
        const Result<QString> file = workspace::fetchOverpass(
            *client, settings, *request.extent, today,
            [&progress](qint64 received, qint64) { progress.received = received; }, stop);
        if (!file)
            return tl::unexpected(file.error());
        progress.permille = 0;
        exchange::OsmMapRequest building = request;
        building.osm = *file;
        return workspace::buildBasemap(
            building, [&progress](double done) { progress.permille = static_cast<int>(1000 * done); }, stop);
    }, true);
}

bool AreaMapDialog::event(QEvent* event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitHeight(*this);
    return handled;
}

void AreaMapDialog::reject()
{
    if (m_panel->isRunning()) {
        m_panel->cancel();
    } else if (m_asking.isRunning()) {
        m_asking.cancel();
        setStage(Stage::Start);
    } else {
        QDialog::reject();
    }
}

void AreaMapDialog::setStage(Stage stage)
{
    m_stage = stage;
    const bool busy = stage == Stage::Asking || stage == Stage::Fetching;
    m_form->setVisible(stage != Stage::Done);
    m_form->setEnabled(!busy);
    m_busy->setVisible(stage == Stage::Asking);
    m_size->setVisible(stage == Stage::Asked);
    m_close->setText(busy ? tr("Cancel") : tr("Close"));
    m_primary->setEnabled(!busy);
    m_primary->setText(stage == Stage::Done                                   ? tr("&Use as background")
                       : stage == Stage::Asked || stage == Stage::Fetching ? tr("&Fetch and build")
                                                                             : tr("&Ask how much there is"));
}

} // namespace hk::ui
