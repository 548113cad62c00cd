#include "paper/document.h"

#include "paper/canvas.h"

#include <algorithm>

namespace hk::paper {

void paintSheet(QPainter& painter, const Sheet& sheet, double unitsPerMillimetre, Structure* structure)
{
    const Lettering letters(sheet.factor);
    const auto inMillimetres = [&](const auto& paint) {
        painter.save();
        painter.scale(unitsPerMillimetre, unitsPerMillimetre);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        paint();
        painter.restore();
    };
    inMillimetres([&] { painter.fillRect(QRectF(QPointF(), sheet.size), Qt::white); });
    Canvas canvas(painter, letters, sheet.accent.isValid() ? sheet.accent.rgba() : ink::black, structure);
    for (std::size_t i = 0; i < sheet.frames.size(); ++i) {
        if (structure != nullptr)
            structure->frame(sheet.frames[i].id);
        inMillimetres([&] { paintPart(canvas, *sheet.frames[i].part, sheet.frames[i].rect); });
    }
}

std::optional<FramePlace> find(const Document& document, const QString& frame)
{
    for (std::size_t i = 0; i < document.sheets.size(); ++i)
        for (const Frame& each : document.sheets[i].frames)
            if (each.id == frame)
                return FramePlace{static_cast<int>(i), each.rect};
    return std::nullopt;
}

QString programName()
{
    return QStringLiteral("Händelsekartan " HK_VERSION);
}

std::vector<GeoFrame> geoFrames(const Sheet& sheet)
{
    std::vector<GeoFrame> frames;
    for (const Frame& frame : sheet.frames)
        if (const auto geo = frame.part->geoFrame(frame.rect))
            frames.push_back(*geo);
    std::stable_sort(frames.begin(), frames.end(), [](const GeoFrame& a, const GeoFrame& b) {
        return a.frame.width() * a.frame.height() > b.frame.width() * b.frame.height();
    });
    return frames;
}

} // namespace hk::paper
