#include "paper/part.h"

#include "paper/canvas.h"

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

void paintPart(Canvas& canvas, const Part& part, const QRectF& rect)
{
    const QString alt = part.altText();
    if (alt.isEmpty()) {
        part.paint(canvas, rect);
        return;
    }
    const Canvas::Scope figure = canvas.element({Role::Figure, alt, rect});
    part.paint(canvas, rect);
}

} // namespace hk::paper
