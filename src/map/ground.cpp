#include "map/ground.h"

#include <QStringList>

namespace hk::map {

namespace {

bool meets(const QRectF& bounds, const QRectF& rect)
{
    return bounds.isEmpty()
           || (bounds.left() <= rect.right() && rect.left() <= bounds.right() && bounds.top() <= rect.bottom()
               && rect.top() <= bounds.bottom());
}

/// "Underlag: © A" said after "Underlag: © B" is "© A".
QString withoutHead(const QString& text, const QString& first)
{
    const qsizetype colon = first.indexOf(QLatin1String(": "));
    return colon > 0 && text.startsWith(first.left(colon + 2)) ? text.mid(colon + 2) : text;
}

} // namespace

std::shared_ptr<const Ground> groundOf(std::shared_ptr<const FeatureSource> features, std::shared_ptr<const MapStyle> style)
{
    auto ground = std::make_shared<Ground>();
    GroundSheet sheet;
    sheet.features = std::move(features);
    sheet.style = std::move(style);
    ground->sheets.push_back(std::move(sheet));
    return ground;
}

QString attributionOf(const Ground& ground, Plane plane, const QRectF& rect)
{
    QString joined;
    QStringList named;
    for (const GroundSheet& sheet : ground.sheets) {
        QString words;
        if (sheet.features) {
            if (meets(sheet.features->bounds(plane), rect))
                words = sheet.attribution.isEmpty() ? sheet.features->attribution() : sheet.attribution;
        } else if (sheet.tiles) {
            const TileSource::Description about = sheet.tiles->description();
            if (plane != Plane::WebMercator || meets(about.bounds, rect))
                words = sheet.attribution.isEmpty() ? about.attribution : sheet.attribution;
        }
        words = words.trimmed();
        if (!joined.isEmpty())
            words = withoutHead(words, joined);
        for (const QString& part : words.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
            const QString name = withoutHead(part, words);
            if (named.contains(name))
                continue;
            named.append(name);
            joined += joined.isEmpty() ? part : QStringLiteral(", ") + part;
        }
    }
    return joined;
}

} // namespace hk::map
