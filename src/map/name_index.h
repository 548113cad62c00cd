#pragma once

#include "core/coordinates.h"
#include "core/result.h"
#include "map/basemap.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace hk::map {

class FeatureSource;

/// One thing that can be searched for.
struct NameEntry {
    QString name;         ///< as it is written: "Brogatan", "Brogatan 12"
    QString detail;       ///< the neighbourhood it lies in, the layer it comes from; may be empty
    QString featureClass; ///< as in the map: "residential", "station"; of an address "address"
    QString theme;        ///< one of map_tables::themes, or "layer", "area"
    Sweref99 position;    ///< on the street or in the place
    double reach = 0;     ///< metres that the thing reaches from its position
    int weight = 0;       ///< 0–45: how telling this kind of thing is as the answer to a name, see weightOfName
};

struct NameMatch {
    NameEntry entry;
    int score = 0;       ///< higher is better: the match, then the weight and the nearness
    double distance = 0; ///< metres from where was asked
};

/// How telling a kind of thing is as the answer to a name (rank: of places, 1 most important).
int weightOfName(const QString& theme, const QString& featureClass, int rank);
/// "road" … of a theme.
QString themeName(BasemapTheme theme);

/// Names found while typing. Lies in SQLite, in memory, in a file without a name or in the GeoPackage of a vector map:
///   hk_names (id, name, detail, class, theme, x, y, reach, weight, key, cell): one row per thing, the most telling first, so
///     that the first rows of any answer of the full-text index are the best ones; x, y SWEREF 99 TM; key: foldedName(name);
///     cell: the square of 100 m it lies in;
///   hk_names_text: FTS5 over the words of the keys (head: the first, tail: the others) with an index of beginnings, and over
///     squares of 4 km (cell), for what is near the view when a beginning has very many answers;
///   hk_names_words (word, count): the distinct words, 200 000 at most, read into memory at opening, for typing errors.
/// Thread-safe: one question at a time, each some milliseconds.
class NameIndex {
public:
    using Progress = std::function<void(double share)>; ///< 0–1; may be empty

    ~NameIndex();

    /// An index of its own in memory.
    static Result<std::shared_ptr<const NameIndex>> inMemory(std::vector<NameEntry> entries);
    /// The named things of a map in memory: streets once per neighbourhood.
    static Result<std::shared_ptr<const NameIndex>> ofMap(const Basemap& basemap);
    /// The named things of a source, read once, some at a time: for layers of one's own. Lies in a file of its own without a name,
    /// that goes with it; memory does not grow with the layer. Blocks. Errors: those of the source; Cancelled.
    static Result<std::shared_ptr<const NameIndex>> ofSource(const FeatureSource& source, std::stop_token stop = {});
    /// Opens the index of a vector map GeoPackage, read-only. Errors: FileNotFound, FileNotReadable, FileDamaged, NotFound
    /// (the file has no index), FileNewer (made otherwise than this version knows).
    static Result<std::shared_ptr<const NameIndex>> open(const QString& path);
    /// Makes (or makes anew) the index of a vector map GeoPackage (core/map_tables.h) of its named features and addresses, in
    /// one transaction: after an error or a stop the file is as before. Blocks; for workers. Errors: those of the file;
    /// FileNotOurs (no vector map); Cancelled.
    static Result<void> build(const QString& path, const Progress& progress = {}, std::stop_token stop = {});

    /// Best first. `text` may be anything; what has neither letters nor digits has no answer. Errors: those of the file.
    Result<std::vector<NameMatch>> find(const QString& text, const Sweref99& near, std::size_t limit,
                                        std::stop_token stop = {}) const;
    /// Things of this very name (folded), the most telling first.
    Result<std::vector<NameEntry>> exact(const QString& name, std::size_t limit = 12) const;
    /// Nearest thing of the theme within `reach` metres, by position; with classes, only of these.
    Result<std::optional<NameMatch>> nearest(const QString& theme, const Sweref99& position, double reach,
                                             const QStringList& classes = {}) const;
    struct Street {
        QString name;
        double distance;
    };
    /// Nearest named street by its line within `reach` metres: of the map in the file; nothing where the index is in memory.
    Result<std::optional<Street>> nearestStreet(const Sweref99& position, double reach) const;
    std::size_t size() const;

    struct Impl; ///< in name_index_impl.h, for those who answer

private:
    explicit NameIndex(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::map
