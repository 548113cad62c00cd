#pragma once

#include "core/result.h"
#include "map/ground.h"
#include "tiles/keyring.h"
#include "tiles/open_source.h"
#include "tiles/service_layers.h"

#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

class QSettings;

namespace hk::workspace {

class MapGround;

/// The backgrounds known on this computer, which one is chosen, and how it is shown. A value.
struct BackgroundList {
    /// One of one's own; `id` stays the same for as long as it is in the list.
    struct Own {
        QString id;
        tiles::SourceSpec spec;
        friend bool operator==(const Own&, const Own&) = default;
    };
    static const QString embedded;      ///< the map that is always there
    static const QString openStreetMap; ///< tiles from OpenStreetMap's server

    std::vector<Own> own = {};
    QString chosen = embedded;
    map::Tone tone = map::Tone::Colour;
    double opacity = 1.0;   ///< 0.25 to 1
    bool namesOver = false; ///< the embedded map's names over pictures
    friend bool operator==(const BackgroundList&, const BackgroundList&) = default;

    /// Null for the embedded map and for an id that is not known.
    std::optional<tiles::SourceSpec> spec(const QString& id) const;
};

/// What was stored, as far as it can be understood. Passwords are never in it.
BackgroundList readBackgrounds(const QSettings& settings);
void writeBackgrounds(QSettings& settings, const BackgroundList& list);

/// The hosts a source is fetched from, as the user is asked about them; empty for files.
QStringList hostsOf(const tiles::SourceSpec& spec);

/// Opens the chosen background on a worker and hands it to the MapGround; remembers the choice. Asks nothing of a server before
/// a background of that server has been chosen. Lives on the window's thread.
class Backgrounds : public QObject {
    Q_OBJECT
public:
    /// What a service offers, from its capabilities; for workers. Null: services cannot be looked into.
    using LayerLister = std::function<Result<std::vector<tiles::ServiceLayer>>(const tiles::SourceSpec&,
                                                                              const tiles::SourceServices&, std::stop_token)>;
    /// `ground` and `settings` must outlive it. `services.password` is answered by the keyring.
    Backgrounds(MapGround& ground, QSettings& settings, tiles::SourceServices services, std::shared_ptr<tiles::Keyring> keyring,
                LayerLister layersOf = {}, QObject* parent = nullptr);
    ~Backgrounds() override;

    /// Shows what was chosen the last time.
    void start();
    const BackgroundList& list() const { return m_list; }
    const tiles::SourceServices& services() const { return m_services; }
    const std::shared_ptr<tiles::Keyring>& keyring() const { return m_keyring; }
    const LayerLister& layerLister() const { return m_layersOf; }
    void choose(const QString& id);
    /// Into the list, and chosen; the same source once. The id it got.
    QString add(const tiles::SourceSpec& spec);
    /// Out of the list, and its password out of the keyring; if it was chosen, the embedded map is.
    void remove(const QString& id);
    /// What takeOut() took, to be put back where it was.
    struct TakenOut {
        BackgroundList::Own own;
        std::size_t position = 0;
        bool wasChosen = false;
    };
    /// Out of the list, but its password stays for putBack(); forget() when it does not come back. Nothing for an unknown id.
    std::optional<TakenOut> takeOut(const QString& id);
    void putBack(const TakenOut& taken);
    void forget(const TakenOut& taken);
    void setTone(map::Tone tone);
    void setOpacity(double opacity);
    void setNamesOver(bool shown);

    /// Whether the user has said yes to fetching from the host; remembered.
    bool isAllowed(const QString& host) const;
    void allow(const QString& host);
    QStringList allowedHosts() const;
    /// It is asked again before anything is fetched from there; a background from there that is chosen gives way to the embedded
    /// map.
    void disallow(const QString& host);
    /// Sent to servers in User-Agent; remembered.
    void setContact(const QString& contact);
    QString contact() const;

    bool isOpening() const { return m_opening; }
    /// Why the chosen background is not shown; nothing where it is.
    const std::optional<Error>& failure() const { return m_failure; }

Q_SIGNALS:
    void changed(); ///< list, choice or look
    void stateChanged(); ///< opening has begun, worked or failed

private:
    void store();
    void open();
    void opened(const QString& id, const Result<map::GroundSheet>& sheet);
    void show();
    void forgetPassword(const QString& host, const QString& user);

    MapGround& m_ground;
    QSettings& m_settings;
    tiles::SourceServices m_services;
    const std::shared_ptr<tiles::Keyring> m_keyring;
    const LayerLister m_layersOf;
    BackgroundList m_list;
    std::optional<map::GroundSheet> m_sheet; ///< of the chosen one, when it is open
    std::optional<Error> m_failure;
    bool m_opening = false;
    quint64 m_job = 0;
    std::stop_source m_stop;
};

} // namespace hk::workspace
