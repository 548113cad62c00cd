#include "ui/background_dialog.h"

#include "geo/mercator.h"
#include "map/ground_painter.h"
#include "map/style.h"
#include "map/tile_source.h"
#include "text/sentences.h"
#include "tiles/address_template.h"
#include "ui/background_consent.h"
#include "ui/form_field.h"
#include "ui/widgets.h"
#include "workspace/backgrounds.h"
#include "workspace/map_analysis.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

namespace hk::ui {

using tiles::SourceSpec;
using Kind = SourceSpec::Kind;

namespace {

constexpr int previewSide = 224;
constexpr int previewZoom = 13;

/// What a source covers at least says whether the hub is in it.
bool coversHub(const QRectF& bounds)
{
    const WebMercator at = geo::toWebMercator(workspace::hubLonLat());
    return bounds.isEmpty() || bounds.contains(at.x, at.y);
}

/// A vector map drawn in the window's light look, round Mölndals bro or the middle of what it covers.
QImage previewOf(const map::GroundSheet& sheet, const std::stop_token& stop, std::optional<Error>& error)
{
    const QRectF bounds = sheet.features->bounds(map::Plane::WebMercator);
    WebMercator at = geo::toWebMercator(workspace::hubLonLat());
    if (!coversHub(bounds))
        at = {bounds.center().x(), bounds.center().y()};
    const auto style = map::MapStyle::embedded(QStringLiteral("light"));
    if (!style) {
        error = style.error();
        return {};
    }
    constexpr double metresPerPixel = 8.0; // of the plane
    map::MapViewport view;
    view.centre = {at.x, at.y};
    view.unitsPerMetre = 1.0 / metresPerPixel;
    view.target = QRectF(0, 0, previewSide, previewSide);
    QImage image(previewSide, previewSide, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    map::Ground ground;
    ground.sheets.push_back(sheet);
    if (const auto painted = map::paintGround(painter, ground, *style, view, stop); !painted)
        error = painted.error();
    return image;
}

/// The picture of Mölndals bro, or of the middle of what the source covers.
QImage previewOf(map::TileSource& source, std::stop_token stop, std::optional<Error>& error)
{
    const map::TileSource::Description description = source.description();
    const int zoom = std::clamp(previewZoom, description.lowestZoom, description.highestZoom);
    WebMercator at = geo::toWebMercator(workspace::hubLonLat());
    if (!coversHub(description.bounds))
        at = {description.bounds.center().x(), description.bounds.center().y()};
    const Result<QImage> picture = source.tile(geo::tileAt(at, zoom), 1.0, std::move(stop));
    if (!picture)
        error = picture.error();
    return picture.value_or(QImage());
}

BackgroundDialog::Trial openFirst(const std::vector<Kind>& kinds, SourceSpec spec, const tiles::SourceServices& services,
                                  const std::stop_token& stop)
{
    BackgroundDialog::Trial trial;
    for (const Kind kind : kinds) {
        spec.kind = kind;
        const Result<map::GroundSheet> sheet = tiles::openSource(spec, services, stop);
        if (!sheet) {
            if (!trial.error) // the likeliest kind says best what is wrong
                trial.error = sheet.error();
            continue;
        }
        std::optional<Error> error;
        if (sheet->tiles)
            trial.preview = previewOf(*sheet->tiles, stop, error);
        else if (sheet->features)
            trial.preview = previewOf(*sheet, stop, error);
        trial.atHub = coversHub(sheet->tiles      ? sheet->tiles->description().bounds
                                : sheet->features ? sheet->features->bounds(map::Plane::WebMercator)
                                                  : QRectF());
        if (sheet->tiles && spec.attribution.isEmpty())
            spec.attribution = sheet->tiles->description().attribution;
        trial.spec = spec;
        trial.error = error;
        trial.works = !error;
        return trial;
    }
    return trial;
}

/// The layers of a service, or the source itself.
BackgroundDialog::Trial tryAll(const std::vector<Kind>& kinds, const SourceSpec& spec, const tiles::SourceServices& services,
                               const workspace::Backgrounds::LayerLister& layersOf, const std::stop_token& stop)
{
    const bool isService = !kinds.empty() && (kinds.front() == Kind::Wms || kinds.front() == Kind::Wmts);
    if (!isService || !spec.layer.isEmpty())
        return openFirst(isService ? std::vector{spec.kind} : kinds, spec, services, stop);
    BackgroundDialog::Trial trial;
    trial.spec = spec;
    for (const Kind kind : kinds) {
        SourceSpec service = spec; // with its user: capabilities may be behind the password, too
        service.kind = kind;
        const auto layers = layersOf ? layersOf(service, services, stop)
                                     : Result<std::vector<tiles::ServiceLayer>>(
                                         fail(ErrorCode::FormatNotSupported, {}, {QStringLiteral("WMS, WMTS")}));
        if (layers && !layers->empty()) {
            trial.error.reset();
            trial.spec.kind = kind;
            trial.layers = *layers;
            return trial;
        }
        if (!layers && !trial.error)
            trial.error = layers.error();
    }
    return trial;
}

} // namespace

std::vector<Kind> kindsOf(const QString& text)
{
    const QString wanted = text.trimmed();
    if (tiles::AddressTemplate::looksLikeOne(wanted))
        return {Kind::Xyz};
    if (wanted.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) || wanted.startsWith(QLatin1String("https://"), Qt::CaseInsensitive))
        return wanted.contains(QLatin1String("wmts"), Qt::CaseInsensitive) ? std::vector{Kind::Wmts, Kind::Wms}
                                                                           : std::vector{Kind::Wms, Kind::Wmts};
    const QFileInfo file(wanted);
    if (wanted.isEmpty() || !file.exists())
        return {};
    if (file.isDir())
        return {Kind::VectorTiles};
    const QString suffix = file.suffix().toLower();
    if (suffix == QLatin1String("mbtiles"))
        return {Kind::MbTiles, Kind::VectorTiles};
    if (suffix == QLatin1String("gpkg"))
        return {Kind::VectorMap, Kind::Raster};
    return {Kind::Raster};
}

BackgroundDialog::BackgroundDialog(workspace::Backgrounds& backgrounds, QWidget* parent)
    : QDialog(parent)
    , m_backgrounds(backgrounds)
    , m_address(new QLineEdit(this))
    , m_browse(new QPushButton(this))
    , m_layer(new QComboBox(this))
    , m_title(new QLineEdit(this))
    , m_attribution(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_preview(new QLabel(this))
    , m_status(label("muted", this))
    , m_try(new QPushButton(this))
    , m_add(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    build();
    const auto changed = [this] {
        m_job.cancel();
        m_working.reset();
        setStatus({}, false);
        showFields();
    };
    connect(m_address, &QLineEdit::textChanged, this, [this, changed] {
        m_layers.clear();
        m_layer->clear();
        changed();
    });
    connect(m_layer, &QComboBox::activated, this, [this, changed] {
        changed();
        tryIt();
    });
    for (QLineEdit* edit : {m_user, m_password})
        connect(edit, &QLineEdit::textChanged, this, changed);
    connect(m_browse, &QPushButton::clicked, this, &BackgroundDialog::chooseFile);
    connect(m_try, &QPushButton::clicked, this, &BackgroundDialog::tryIt);
    connect(m_add, &QPushButton::clicked, this, &BackgroundDialog::add);
    connect(m_close, &QPushButton::clicked, this, &BackgroundDialog::reject);
    retranslate();
    showFields();
}

void BackgroundDialog::build()
{
    m_password->setEchoMode(QLineEdit::Password);
    m_address->setObjectName(QStringLiteral("address"));
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    m_preview->setFixedSize(previewSide, previewSide);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_preview->setWordWrap(true);
    m_addressField = new FormField(m_address, this);
    m_layerField = new FormField(m_layer, this);
    m_titleField = new FormField(m_title, this);
    m_attributionField = new FormField(m_attribution, this);
    m_userField = new FormField(m_user, this);
    m_passwordField = new FormField(m_password, this);

    auto* fields = new QVBoxLayout;
    tight(fields, 12);
    for (FormField* field : {m_layerField, m_titleField, m_attributionField})
        fields->addWidget(field);
    auto* login = new QHBoxLayout;
    tight(login, 12);
    login->addWidget(m_userField);
    login->addWidget(m_passwordField);
    fields->addLayout(login);
    fields->addStretch();

    auto* middle = new QHBoxLayout;
    tight(middle, 20);
    middle->addLayout(fields, 1);
    middle->addWidget(m_preview, 0, Qt::AlignTop);

    auto* buttons = new QHBoxLayout;
    tight(buttons, 8);
    buttons->addWidget(m_browse);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_try);
    buttons->addWidget(m_add);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(14);
    layout->addWidget(m_addressField);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);
    layout->addLayout(buttons);
    constexpr QSize proposed(680, 480);
    resize(proposed);
    tabByLayout(this);
}

void BackgroundDialog::retranslate()
{
    setWindowTitle(tr("Add background"));
    m_addressField->setName(tr("Address or file"));
    m_addressField->setHint(tr("Tiles: https://…/{z}/{x}/{y}.png. WMS and WMTS: the service's address. Or a file: MBTiles, GeoPackage, GeoTIFF."));
    m_layerField->setName(tr("Layer"));
    m_titleField->setName(tr("Name in the menu"));
    m_attributionField->setName(tr("Source, shown on map and paper"));
    m_userField->setName(tr("User (if the server asks)"));
    m_passwordField->setName(tr("Password"));
    m_passwordField->setHint(tr("Kept in the computer's keyring."));
    m_browse->setText(tr("Choose file…"));
    m_try->setText(tr("Try"));
    m_add->setText(tr("Add"));
    m_close->setText(tr("Cancel"));
    if (m_preview->pixmap().isNull())
        m_preview->setText(tr("A picture is shown here when it has been tried."));
}

void BackgroundDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

bool BackgroundDialog::isOfServer() const
{
    const auto kinds = kindsOf(m_address->text());
    return !kinds.empty() && (kinds.front() == Kind::Xyz || kinds.front() == Kind::Wms || kinds.front() == Kind::Wmts);
}

void BackgroundDialog::showFields()
{
    const bool server = isOfServer();
    m_layerField->setVisible(m_layer->count() > 0);
    m_userField->setVisible(server);
    m_passwordField->setVisible(server);
    m_try->setEnabled(!kindsOf(m_address->text()).empty() && !m_job.isRunning());
    m_add->setEnabled(m_working.has_value());
    (m_working ? m_add : m_try)->setDefault(true);
    if (!m_working) {
        m_preview->setPixmap({});
        m_preview->setText(tr("A picture is shown here when it has been tried."));
    }
}

void BackgroundDialog::setAddress(const QString& text)
{
    m_address->setText(text);
}

void BackgroundDialog::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a map"), {},
                                                      tr("Maps (*.mbtiles *.gpkg *.tif *.tiff *.vrt *.jp2 *.png *.jpg);;All files (*)"));
    if (path.isEmpty())
        return;
    setAddress(path);
    tryIt();
}

SourceSpec BackgroundDialog::wanted() const
{
    SourceSpec spec;
    spec.address = m_address->text().trimmed();
    const auto kinds = kindsOf(spec.address);
    if (!kinds.empty())
        spec.kind = kinds.front();
    if (const int layer = m_layer->currentIndex(); layer >= 0 && layer < static_cast<int>(m_layers.size())) {
        const tiles::ServiceLayer& chosen = m_layers[static_cast<std::size_t>(layer)];
        spec.kind = static_cast<Kind>(m_layer->property("kind").toInt());
        spec.layer = chosen.name;
        spec.format = chosen.formats.value(0);
        spec.attribution = chosen.attribution;
    }
    if (!m_attribution->text().trimmed().isEmpty())
        spec.attribution = m_attribution->text().trimmed();
    spec.title = m_title->text().trimmed();
    if (spec.title.isEmpty() && m_layer->currentIndex() >= 0)
        spec.title = m_layer->currentText();
    if (spec.title.isEmpty())
        spec.title = isOfServer() ? QUrl(spec.address.section(u'{', 0, 0)).host() : QFileInfo(spec.address).completeBaseName();
    if (isOfServer())
        spec.user = m_user->text().trimmed();
    return spec;
}

void BackgroundDialog::tryIt()
{
    const QUrl address(m_address->text().trimmed());
    if (isOfServer() && !address.userInfo().isEmpty()) { // into the fields where they belong
        m_user->setText(address.userName(QUrl::FullyDecoded));
        m_password->setText(address.password(QUrl::FullyDecoded));
        m_address->setText(address.toString(QUrl::RemoveUserInfo));
    }
    BackgroundConsent::ask(m_backgrounds, workspace::hostsOf(wanted()), this, [this] { run(); });
}

void BackgroundDialog::run()
{
    const auto kinds = kindsOf(m_address->text());
    if (kinds.empty())
        return;
    tiles::SourceServices services = m_backgrounds.services();
    services.cacheFolder.clear(); // what is only tried is not kept
    if (const QString typed = m_password->text(); !typed.isEmpty())
        services.password = [typed](const QString&, const QString&, std::stop_token) { return typed; };
    setStatus(tr("Trying…"), false);
    m_job.run([kinds, spec = wanted(), services, layersOf = m_backgrounds.layerLister()](std::stop_token stop) {
        return tryAll(kinds, spec, services, layersOf, stop);
    }, [this](const Trial& trial) { showTrial(trial); });
    m_try->setEnabled(false);
}

void BackgroundDialog::showTrial(const Trial& trial)
{
    if (!trial.layers.empty()) {
        m_layers = trial.layers;
        m_layer->clear();
        m_layer->setProperty("kind", static_cast<int>(trial.spec.kind));
        for (const tiles::ServiceLayer& layer : m_layers)
            m_layer->addItem(layer.title.isEmpty() ? layer.name : layer.title);
        m_layer->setCurrentIndex(0);
        showFields();
        return run();
    }
    m_working = trial.works ? std::optional(trial.spec) : std::nullopt;
    showFields();
    if (trial.works) {
        if (trial.preview.isNull())
            m_preview->setText(trial.atHub ? tr("Nothing to see at Mölndals bro.")
                                           : tr("Nothing to see in the middle of what it covers."));
        else
            m_preview->setPixmap(QPixmap::fromImage(
                trial.preview.scaled(previewSide, previewSide, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation)));
        if (m_attribution->text().isEmpty())
            m_attribution->setText(trial.spec.attribution);
        m_title->setPlaceholderText(trial.spec.title);
        setStatus(tr("It works."), false);
    } else {
        setStatus(text::describe(trial.error.value_or(Error{ErrorCode::FormatNotSupported, {}, {}, {}})), true);
    }
    Q_EMIT tried(trial.works);
}

void BackgroundDialog::add()
{
    if (!m_working)
        return;
    SourceSpec spec = wanted();
    spec.kind = m_working->kind;
    const auto keyring = m_backgrounds.keyring();
    const QStringList hosts = workspace::hostsOf(spec);
    const QString password = m_password->text();
    if (!keyring || spec.user.isEmpty() || password.isEmpty() || hosts.isEmpty()) {
        m_backgrounds.add(spec);
        return accept();
    }
    m_add->setEnabled(false);
    m_keeping.run([keyring, host = hosts.constFirst(), user = spec.user, password](std::stop_token) {
        return static_cast<int>(keyring->setPassword(host, user, password));
    }, [this, spec](int kept) {
        m_backgrounds.add(spec); // not before: it is opened at once, with the password
        if (static_cast<tiles::Keyring::Kept>(kept) == tiles::Keyring::Kept::System)
            return accept();
        setStatus(tr("Added. No keyring runs on this computer, so the password is kept until the program is closed."), false);
        m_try->hide();
        m_add->hide();
        m_close->setText(tr("Close"));
    });
}

void BackgroundDialog::setStatus(const QString& text, bool fault)
{
    m_status->setProperty("role", fault ? QStringLiteral("fault") : QStringLiteral("muted"));
    style()->unpolish(m_status);
    style()->polish(m_status);
    m_status->setText(text);
}

QString BackgroundDialog::statusText() const
{
    return m_status->text();
}

} // namespace hk::ui
