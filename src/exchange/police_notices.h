#pragma once

#include "exchange/row_source.h"

#include <memory>

namespace hk::exchange {

/// Whether the beginning of a file is that of the police's public notices (polisen.se/api/events): a JSON array of objects
/// with datetime, type and a location with gps.
bool looksLikePoliceNotices(const QByteArray& beginning);

/// Whether a file is that: a .json, by its beginning.
bool holdsPoliceNotices(const QString& path);

/// The notices as rows whose columns bear the fields' own names (external_id, category, from, lat, lon, precision, radius,
/// place, organisation, description), and name, published, digest, url. What is made of a notice:
///  - from: the time in its name ("08 juni 08.56, Trafikolycka, Lidköping"), of the day that lies before the time of
///    publication; without one the time of publication;
///  - place: the location's name; where that is only a county, the place at the end of the name;
///  - lat, lon: the midpoint that another notice gives for that place where the location is only the county; else empty;
///    precision area, radius 15 km of a municipality;
///  - digest: "1" for one that sums up others ("Sammanfattning …"); left out unless keepDigests() says otherwise.
/// FileNotFound, FileNotReadable, FileDamaged.
Result<std::unique_ptr<RowSource>> openPoliceNotices(const QString& path);

} // namespace hk::exchange
