#include "workspace/backgrounds.h"

#include "net/http_client.h"
#include "tiles/address_template.h"
#include "tiles/xyz_source.h"
#include "workspace/map_ground.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>
#include <QUuid>
#include <QThreadPool>
#include <QtConcurrentRun>
#include <algorithm>

namespace hk::workspace {

namespace {

const QString listKey = QStringLiteral("background/own");
const QString chosenKey = QStringLiteral("background/chosen");
const QString toneKey = QStringLiteral("background/tone");
const QString opacityKey = QStringLiteral("background/opacity");
const QString namesKey = QStringLiteral("background/namesOver");
const QString hostsKey = QStringLiteral("background/hosts");
const QString contactKey = QStringLiteral("background/contact");
constexpr double leastOpacity = 0.25;

} // namespace

const QString BackgroundList::embedded = QStringLiteral("embedded");
const QString BackgroundList::openStreetMap = QStringLiteral("openstreetmap");

std::optional<tiles::SourceSpec> BackgroundList::spec(const QString& id) const
{
    if (id == openStreetMap)
        return tiles::openStreetMap();
    const auto found = std::find_if(own.begin(), own.end(), [&](const Own& each) { return each.id == id; });
    return found == own.end() ? std::nullopt : std::optional(found->spec);
}

BackgroundList readBackgrounds(const QSettings& settings)
{
    BackgroundList list;
    const QJsonDocument stored = QJsonDocument::fromJson(settings.value(listKey).toString().toUtf8());
    for (const QJsonValue& value : stored.array()) {
        const QString id = value.toObject().value(QStringLiteral("id")).toString();
        const auto spec = tiles::sourceSpecFromJson(value.toObject());
        if (spec && !id.isEmpty() && !list.spec(id) && id != BackgroundList::embedded)
            list.own.push_back({id, *spec});
    }
    const QString chosen = settings.value(chosenKey).toString();
    if (list.spec(chosen))
        list.chosen = chosen;
    list.tone = static_cast<map::Tone>(std::clamp(settings.value(toneKey, 0).toInt(), 0, 2));
    const double opacity = settings.value(opacityKey, 1.0).toDouble();
    list.opacity = opacity >= leastOpacity && opacity <= 1.0 ? opacity : 1.0;
    list.namesOver = settings.value(namesKey, false).toBool();
    return list;
}

void writeBackgrounds(QSettings& settings, const BackgroundList& list)
{
    QJsonArray own;
    for (const BackgroundList::Own& each : list.own) {
        QJsonObject object = tiles::toJson(each.spec);
        object.insert(QStringLiteral("id"), each.id);
        own.append(object);
    }
    settings.setValue(listKey, QString::fromUtf8(QJsonDocument(own).toJson(QJsonDocument::Compact)));
    settings.setValue(chosenKey, list.chosen);
    settings.setValue(toneKey, static_cast<int>(list.tone));
    settings.setValue(opacityKey, list.opacity);
    settings.setValue(namesKey, list.namesOver);
}

QStringList hostsOf(const tiles::SourceSpec& spec)
{
    if (spec.kind == tiles::SourceSpec::Kind::Xyz) {
        const auto address = tiles::AddressTemplate::parse(spec.address);
        return address ? address->hosts() : QStringList();
    }
    if (spec.kind == tiles::SourceSpec::Kind::Wms || spec.kind == tiles::SourceSpec::Kind::Wmts)
        return {net::hostOf(QUrl(spec.address))};
    return {};
}

Backgrounds::Backgrounds(MapGround& ground, QSettings& settings, tiles::SourceServices services,
                         std::shared_ptr<tiles::Keyring> keyring, LayerLister layersOf, QObject* parent)
    : QObject(parent)
    , m_ground(ground)
    , m_settings(settings)
    , m_services(std::move(services))
    , m_keyring(std::move(keyring))
    , m_layersOf(std::move(layersOf))
    , m_list(readBackgrounds(settings))
{
    if (m_keyring)
        m_services.password = [keyring = m_keyring](const QString& host, const QString& user, std::stop_token stop) {
            return keyring->password(host, user, std::move(stop));
        };
    if (m_services.http)
        m_services.http->setContact(contact());
}

Backgrounds::~Backgrounds()
{
    m_stop.request_stop();
}

void Backgrounds::start()
{
    open();
}

void Backgrounds::choose(const QString& id)
{
    if (id != BackgroundList::embedded && !m_list.spec(id))
        return;
    m_list.chosen = id;
    store();
    open(); // also where it is chosen already: to try again
}

QString Backgrounds::add(const tiles::SourceSpec& spec)
{
    auto found = std::find_if(m_list.own.begin(), m_list.own.end(), [&](const BackgroundList::Own& each) {
        return each.spec.kind == spec.kind && each.spec.address == spec.address && each.spec.layer == spec.layer;
    });
    if (found == m_list.own.end())
        found = m_list.own.insert(found, {QUuid::createUuid().toString(QUuid::WithoutBraces), spec});
    else
        found->spec = spec;
    const QString id = found->id;
    choose(id);
    return id;
}

void Backgrounds::remove(const QString& id)
{
    if (const auto taken = takeOut(id))
        forget(*taken);
}

std::optional<Backgrounds::TakenOut> Backgrounds::takeOut(const QString& id)
{
    const auto found = std::find_if(m_list.own.begin(), m_list.own.end(), [&](const BackgroundList::Own& each) { return each.id == id; });
    if (found == m_list.own.end())
        return std::nullopt;
    const TakenOut taken{*found, static_cast<std::size_t>(found - m_list.own.begin()), m_list.chosen == id};
    m_list.own.erase(found);
    if (taken.wasChosen)
        choose(BackgroundList::embedded);
    else
        store();
    return taken;
}

void Backgrounds::putBack(const TakenOut& taken)
{
    if (m_list.spec(taken.own.id))
        return;
    const auto place = static_cast<std::ptrdiff_t>(std::min(taken.position, m_list.own.size()));
    m_list.own.insert(m_list.own.begin() + place, taken.own);
    if (taken.wasChosen)
        choose(taken.own.id);
    else
        store();
}

void Backgrounds::forget(const TakenOut& taken)
{
    const tiles::SourceSpec& spec = taken.own.spec;
    if (!spec.user.isEmpty() && m_keyring)
        for (const QString& host : hostsOf(spec))
            forgetPassword(host, spec.user);
}

/// Out of the keyring, unless another background needs it.
void Backgrounds::forgetPassword(const QString& host, const QString& user)
{
    const bool needed = std::any_of(m_list.own.begin(), m_list.own.end(), [&](const BackgroundList::Own& each) {
        return each.spec.user == user && hostsOf(each.spec).contains(host);
    });
    if (!needed)
        QThreadPool::globalInstance()->start([keyring = m_keyring, host, user] { keyring->forget(host, user); });
}

void Backgrounds::setTone(map::Tone tone)
{
    m_list.tone = tone;
    store();
    show();
}

void Backgrounds::setOpacity(double opacity)
{
    m_list.opacity = std::clamp(opacity, leastOpacity, 1.0);
    store();
    show();
}

void Backgrounds::setNamesOver(bool shown)
{
    m_list.namesOver = shown;
    store();
    show();
}

bool Backgrounds::isAllowed(const QString& host) const
{
    return allowedHosts().contains(host);
}

void Backgrounds::allow(const QString& host)
{
    QStringList hosts = allowedHosts();
    if (!hosts.contains(host))
        m_settings.setValue(hostsKey, hosts << host);
}

QStringList Backgrounds::allowedHosts() const
{
    return m_settings.value(hostsKey).toStringList();
}

void Backgrounds::disallow(const QString& host)
{
    QStringList hosts = allowedHosts();
    hosts.removeAll(host);
    m_settings.setValue(hostsKey, hosts);
    if (const auto spec = m_list.spec(m_list.chosen); spec && hostsOf(*spec).contains(host))
        choose(BackgroundList::embedded);
}

void Backgrounds::setContact(const QString& contact)
{
    m_settings.setValue(contactKey, contact);
    if (m_services.http)
        m_services.http->setContact(contact);
}

QString Backgrounds::contact() const
{
    return m_settings.value(contactKey).toString();
}

void Backgrounds::store()
{
    writeBackgrounds(m_settings, m_list);
    Q_EMIT changed();
}

void Backgrounds::open()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_failure.reset();
    const quint64 job = ++m_job;
    const auto spec = m_list.spec(m_list.chosen);
    m_opening = spec.has_value();
    if (!spec) {
        m_sheet.reset();
        show();
        Q_EMIT stateChanged();
        return;
    }
    auto* watcher = new QFutureWatcher<Result<map::GroundSheet>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, job, id = m_list.chosen] {
        watcher->deleteLater();
        if (job == m_job)
            opened(id, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([spec = *spec, services = m_services, stop = m_stop.get_token()] {
        return tiles::openSource(spec, services, stop);
    }));
    Q_EMIT stateChanged();
}

void Backgrounds::opened(const QString& id, const Result<map::GroundSheet>& sheet)
{
    m_opening = false;
    m_sheet.reset();
    if (sheet) {
        m_sheet = *sheet;
        m_sheet->title = m_list.spec(id)->title;
    } else {
        m_failure = sheet.error();
    }
    show();
    Q_EMIT stateChanged();
}

/// The embedded map stands in where the chosen one cannot be shown.
void Backgrounds::show()
{
    map::GroundSheet embedded{.features = m_ground.embedded()};
    std::vector<map::GroundSheet> sheets{m_sheet.value_or(embedded)};
    sheets.front().tone = m_list.tone;
    sheets.front().opacity = m_list.opacity;
    if (sheets.front().tiles && m_list.namesOver) {
        embedded.ground = false;
        embedded.tone = m_list.tone;
        sheets.push_back(embedded);
    }
    m_ground.setBackground(std::move(sheets));
}

} // namespace hk::workspace
