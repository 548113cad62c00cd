#include "paper/part.h"

namespace hk::paper {

double Part::width(double room, const Lettering&) const
{
    return room;
}

PartPtr Part::rest(const QSizeF&, const Lettering&) const
{
    return nullptr;
}

QString Part::altText() const
{
    return {};
}

std::optional<QString> Part::editableText() const
{
    return std::nullopt;
}

PartPtr Part::withText(const QString&) const
{
    return nullptr;
}

std::optional<GeoFrame> Part::geoFrame(const QRectF&) const
{
    return std::nullopt;
}

std::vector<LinkArea> Part::links(const QRectF&, const Lettering&) const
{
    return {};
}

} // namespace hk::paper
