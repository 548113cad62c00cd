#pragma once

#include "core/incident_draft.h"
#include "core/result.h"
#include "exchange/csv.h"
#include "exchange/date_reading.h"
#include "exchange/place_finder.h"

#include <QHash>
#include <QMap>
#include <QStringList>
#include <functional>
#include <memory>
#include <stop_token>

namespace hk::exchange {

/// How columns become fields. Field names are those of hk::field.
struct ImportMapping {
    QMap<QString, QString> columns;                  ///< field → column
    QMap<QString, QHash<QString, QString>> values;   ///< field → (value of the column → field's value)
    QMap<QString, QString> defaults;                 ///< field → value for an empty or unknown one
    QString crs;                                     ///< of the input's x, y or geometry; empty: the layer's own, else WGS 84 for lon, lat and EPSG:3006 for easting, northing
    QString layer;                                   ///< empty: the first with features
    bool exact = false;                              ///< these columns and no others: completed() adds nothing
    TableForm table;                                 ///< of a text table
    DateOrder dates = DateOrder::YearFirst;          ///< of dates that do not say it themselves
    QString timeZone;                                ///< of times without one of their own: an IANA name; empty: Europe/Stockholm
    bool placesByName = false;                       ///< a row without coordinates lies where its place name is on the map
    bool keepDigests = false;                        ///< of the police's notices: also those that sum up others
    friend bool operator==(const ImportMapping&, const ImportMapping&) = default;
};

/// One row of the input: the draft that the mapping gave, and the faults of reading it (a value not understood, a local
/// time that does not exist). The draft is not validated.
struct ImportRow {
    qint64 row = 0; ///< 1-based line or feature number, as a person counts them in the file (the header of a CSV is line 1)
    IncidentDraft draft;
    std::vector<Error> faults;
    bool placeFound = false; ///< the position is that of the place name
    bool placeClose = false; ///< of a name that is only nearly that one
    QStringList values; ///< the input's columns as text, for the rejects file
};

/// What an import reads.
struct ImportSource {
    QString path;
    QByteArray text; ///< rows that were pasted, in place of a file: UTF-8
    QString layer;   ///< empty: the first with features
    TableForm table; ///< of a text table
};

/// Reads CSV, GeoJSON, GeoPackage, XLSX, ODS, Shapefile, KML through GDAL/OGR (plain CSV by a reader of its own, which is
/// faster), and the notices of the police (polisen.se), whose JSON it knows by its shape. One instance per thread.
class ImportReader {
public:
    /// FileNotFound, FormatNotSupported, FileDamaged.
    static Result<ImportReader> open(const ImportSource& source);
    static Result<ImportReader> open(const QString& path, const QString& layer = {});
    ImportReader(ImportReader&&) noexcept;
    ImportReader& operator=(ImportReader&&) noexcept;
    ~ImportReader();

    QStringList columns() const;
    QStringList layers() const;
    qint64 rowCount() const; ///< -1: not known without reading
    bool hasGeometry() const;
    QString crs() const;     ///< of the layer, "EPSG:n" or WKT; empty: unknown
    bool isPoliceNotices() const;
    /// How a text table is written, as read; nothing where the input is none.
    std::optional<TableForm> table() const;
    double share() const;    ///< 0–1 of the input read; negative: not known
    qint64 leftOut() const;  ///< rows that forEach has not shown: notices that sum up others
    /// Columns that bear a field's own name (or latitude/longitude, x/y, e/n …) mapped to it, the given ones kept. Columns
    /// with coordinates are not offered where the rows have a geometry.
    ImportMapping completed(const ImportMapping& mapping) const;

    /// Streams all rows; `visit` returns false to stop (Cancelled). Errors: ColumnNotFound, NoColumnsForPosition,
    /// CrsNotUnderstood, Cancelled, and FileDamaged with the row where reading stopped.
    Result<void> forEach(const ImportMapping& mapping, const CategoryList& categories,
                         const std::function<bool(const ImportRow&)>& visit, std::stop_token stop = {},
                         const PlaceFinder& places = {});
    /// The first rows as text.
    Result<std::vector<QStringList>> preview(int rows);
    /// The different values of a column, without the spaces around them, most frequent first, with how many rows have
    /// each. From `limit` different values on, new ones are counted in `further` only. Errors: ColumnNotFound, Cancelled,
    /// FileDamaged with the row where reading stopped.
    struct ValueCounts {
        std::vector<std::pair<QString, qint64>> values;
        qint64 rows = 0;    ///< in the file
        qint64 further = 0; ///< rows with none of `values`
    };
    Result<ValueCounts> valueCounts(const QString& column, std::size_t limit, std::stop_token stop = {});

private:
    struct Impl;
    explicit ImportReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// A MAP.csv with the columns value,field_value.
Result<QHash<QString, QString>> readValueMap(const QString& path);

} // namespace hk::exchange
