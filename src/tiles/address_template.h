#pragma once

#include "core/result.h"
#include "tiles/tile_bytes.h"

#include <QStringList>
#include <QUrl>

namespace hk::tiles {

/// The address of a server's tiles with what varies in braces: {z}, {x}, and {y} (row 0 in the north) or {-y} (row 0 in the
/// south, as TMS counts); {s} for one of a, b, c, or {switch:one,two}; {r} for "@2x" on high-density screens. A value.
class AddressTemplate {
public:
    /// Errors: ValueNotUnderstood with field "address" where it is not http or https, one of z, x and y is missing, or a pair
    /// of braces holds something else.
    static Result<AddressTemplate> parse(const QString& text);
    /// Whether the text is meant as one: has {z}, {x} and a row, also where braces are written as %7B and %7D.
    static bool looksLikeOne(const QString& text);

    QUrl url(const TileKey& key) const;
    bool hasHighDensity() const { return m_highDensity; }
    /// The hosts that are asked, as net::hostOf names them.
    QStringList hosts() const;

private:
    /// A tile that is asked of the choice.
    static TileKey keyOfChoice(qsizetype choice) { return {.z = 20, .x = choice, .y = 0}; }
    QString m_text;
    QStringList m_choices;
    bool m_highDensity = false;
};

} // namespace hk::tiles
