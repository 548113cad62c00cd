#pragma once

#include "core/local_time.h"
#include "exchange/import_reader.h"
#include "exchange/row_source.h"
#include "geo/transform.h"

#include <QTimeZone>
#include <optional>

/// A time of day in a column of its own, beside the day in "from" or "to"; for import only.
namespace hk::field {
inline const QString fromTime = QStringLiteral("from_time");
inline const QString toTime = QStringLiteral("to_time");
} // namespace hk::field

namespace hk::exchange {

/// Makes drafts of rows by a mapping: values translated, defaults put in, coordinates transformed to SWEREF 99 TM.
class DraftBuilder {
public:
    /// ColumnNotFound, NoColumnsForPosition, CrsNotUnderstood, ValueNotUnderstood (time zone).
    static Result<DraftBuilder> create(const RowSource& source, const ImportMapping& mapping,
                                       const CategoryList& categories, const PlaceFinder& places = {});

    void build(const SourceRow& row, ImportRow& out) const;

private:
    enum class PositionFrom { LonLat, EastingNorthing, Geometry, PlaceName };
    struct Field {
        int column = -1;
        QString fallback;
        bool used() const { return column >= 0 || !fallback.isEmpty(); }
    };

    DraftBuilder(const ImportMapping& mapping, const CategoryList& categories);
    QString text(const Field& field, const SourceRow& row) const;
    std::optional<Sweref99> transformed(double x, double y) const;
    std::optional<double> number(const Field& from, const QString& name, const SourceRow& row, ImportRow& out) const;
    bool isEmpty(const Field& field, const SourceRow& row) const;
    Result<LocalTime> instant(const QString& text) const;
    QDateTime endOfDay(const QDate& day, const QDateTime& from) const;
    void buildPosition(const SourceRow& row, ImportRow& out) const;
    void positionByName(const SourceRow& row, ImportRow& out) const;
    void buildTimes(const SourceRow& row, ImportRow& out) const;
    void buildDetails(const SourceRow& row, ImportRow& out) const;
    template <class Value, class Parse>
    void take(const Field& field, const QString& name, const SourceRow& row, ImportRow& out, Parse parse,
              Value& target) const;

    ImportMapping m_mapping;
    CategoryList m_categories;
    QHash<QString, Field> m_fields;
    std::vector<std::pair<QString, Field>> m_details;
    Field m_category, m_from, m_to, m_fromTime, m_toTime, m_x, m_y;
    PositionFrom m_positionFrom = PositionFrom::LonLat;
    std::optional<geo::CrsTransform> m_transform; ///< none: the input is SWEREF 99 TM already
    QTimeZone m_zone;        ///< of times without one; not valid: that of the program
    PlaceFinder m_places;
    Field m_place;
    mutable QHash<QString, QString> m_categoryCache;
    struct KnownPlace {
        std::optional<FoundPlace> found;
        QStringList like; ///< where it was not
    };
    mutable QHash<QString, KnownPlace> m_foundPlaces;
};

/// All field names that a mapping may use.
const QStringList& importFields();

} // namespace hk::exchange
