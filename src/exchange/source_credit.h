#pragma once

#include <QString>

class GDALDataset;

namespace hk::exchange {

/// Whom a file's own metadata ask to name: of its attribution or copyright, else of the rights and creators in the metadata
/// documents of a GeoPackage (Dublin Core, ISO 19115). One line of at most 200 characters; empty: nothing is said.
QString creditOf(GDALDataset& dataset);

/// The same of one metadata document; empty where it is no XML or names nobody.
QString creditInDocument(const QByteArray& xml);

} // namespace hk::exchange
