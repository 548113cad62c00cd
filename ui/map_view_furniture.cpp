#include "ui/map_view_furniture.h"

#include "map/study_painter.h"
#include "ui/caption.h"
#include "ui/map_view_legend.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

constexpr double margin = furnitureMargin;
constexpr double padding = furniturePadding;
constexpr double gap = furnitureGap;
constexpr double swatchHeight = 12.0;
constexpr double signWidth = 20.0; // of a class of a study
constexpr double signGap = 6.0;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hk::ui::MapView)
};

QSizeF textSize(const QFontMetricsF& metrics, const QString& text, double width)
{
    const QRectF bounds =
        metrics.boundingRect(QRectF(0, 0, width, 1e5), Qt::TextWordWrap | Qt::AlignLeft, text);
    return {std::ceil(bounds.width()) + 1, std::ceil(bounds.height())};
}

QString legendTitle(const MapFurniture& furniture)
{
    return furniture.scaleTitle.isEmpty() ? Words::tr("incidents/km²") : furniture.scaleTitle;
}

QFont titleFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

double signRow(const QFontMetricsF& metrics)
{
    return std::ceil(metrics.height()) + 3;
}

/// Title and note of a study within `width`, and a line for each class, which is not broken, within `most`.
QSizeF studySize(const QFontMetricsF& metrics, const map::StudyLayer& study, double width, double most)
{
    QSizeF size = study.title.isEmpty() ? QSizeF() : textSize(metrics, study.title, width);
    for (const map::StudyClass& look : study.classes) {
        const double words = metrics.horizontalAdvance(look.label) + 1;
        size = {std::max(size.width(), std::min(most, signWidth + signGap + words)), size.height() + signRow(metrics)};
    }
    if (!study.note.isEmpty()) {
        const QSizeF note = textSize(metrics, study.note, std::max(std::min(width, 180.0), size.width()));
        size = {std::max(size.width(), note.width()), size.height() + note.height() + 2};
    }
    return size;
}

double widestLimit(const QFontMetricsF& metrics, const map::ColourScale& scale)
{
    double widest = 0.0;
    for (const double limit : scale.breaks())
        if (std::isfinite(limit))
            widest = std::max(widest, metrics.horizontalAdvance(limitText(limit)));
    return widest;
}

void layoutLegend(const MapFurniture& furniture, const QSizeF& size, double bottom, double top,
                  MapFurnitureLayout& layout)
{
    const QFontMetricsF metrics(captionFont(furniture.font));
    const double room = std::max(60.0, size.width() - 2 * margin - 2 * padding);
    const auto classes = static_cast<double>(furniture.scale.classes());
    double width = 0.0;
    double height = 2 * padding;
    layout.studyHeight = 0.0;
    if (furniture.study && (!furniture.study->classes.empty() || !furniture.study->note.isEmpty())) {
        const QSizeF extent = studySize(metrics, *furniture.study,
                                         std::min(room, std::max(160.0, 0.36 * size.width())), room);
        layout.studyHeight = extent.height() + (classes > 0 ? gap : 0.0);
        width = extent.width();
        height += layout.studyHeight;
    }
    if (classes > 0) {
        const double limit = widestLimit(metrics, furniture.scale) + 6;
        layout.swatchWidth = std::min(std::max(34.0, limit), room / classes);
        layout.numberEvery = std::max(1, static_cast<int>(std::ceil(limit / layout.swatchWidth - 1e-9)));
        width = std::max({width, layout.swatchWidth * classes, metrics.horizontalAdvance(legendTitle(furniture)) + 1});
        height += 2 * metrics.height() + swatchHeight + 2;
    }
    double remarksHeight = 0.0;
    double remarksWidth = 0.0;
    for (const QString& remark : furniture.remarks) {
        const QSizeF extent = textSize(metrics, remark, std::min(room, std::max(width, 0.42 * size.width())));
        remarksWidth = std::max(remarksWidth, extent.width());
        remarksHeight += extent.height() + 2;
    }
    layout.remarks = remarksHeight > 0.0 && bottom - height - remarksHeight - 2 >= top;
    if (layout.remarks) {
        width = std::max(width, remarksWidth);
        height += remarksHeight + (classes > 0 || layout.studyHeight > 0 ? 2 : 0);
    }
    if (width <= 0.0)
        return;
    width = std::min(width, room) + 2 * padding;
    layout.legend = QRectF(size.width() - margin - width, bottom - height, width, height);
}

void paintStudyPart(QPainter& painter, const MapFurniture& furniture, const QRectF& rect)
{
    const map::StudyLayer& study = *furniture.study;
    const QFontMetricsF metrics(painter.font());
    double y = rect.top();
    const auto words = [&](const QString& text) {
        QRectF used;
        painter.drawText(QRectF(rect.left(), y, rect.width(), rect.height()),
                         Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, text, &used);
        y += std::ceil(used.height());
    };
    if (!study.title.isEmpty())
        words(study.title);
    for (std::size_t i = 0; i < study.classes.size(); ++i) {
        const double row = signRow(metrics);
        const QRectF sign(rect.left(), y + (row - swatchHeight) / 2, signWidth, swatchHeight);
        painter.fillRect(sign, furniture.ground);
        map::paintStudySign(painter, sign, study, i, 1.0);
        const double left = sign.right() + signGap;
        painter.drawText(QRectF(left, y, rect.right() - left + 1, row), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(study.classes[i].label, Qt::ElideRight, rect.right() - left + 1));
        y += row;
    }
    if (!study.note.isEmpty()) {
        y += 2;
        words(study.note);
    }
}

void paintLegend(QPainter& painter, const MapFurniture& furniture, const MapFurnitureLayout& layout)
{
    const QFont font = captionFont(furniture.font);
    const QFontMetricsF metrics(font);
    paintBox(painter, layout.legend, furniture.dark);
    painter.setFont(font);
    painter.setPen(inkColour(furniture.dark));
    const double left = layout.legend.left() + padding;
    double y = layout.legend.top() + padding;
    const std::vector<double>& limits = furniture.scale.breaks();
    if (layout.studyHeight > 0) {
        paintStudyPart(painter, furniture,
                       QRectF(left, y, layout.legend.width() - 2 * padding, layout.studyHeight));
        y += layout.studyHeight;
    }
    if (!limits.empty()) {
        painter.drawText(QPointF(left, y + metrics.ascent()),
                         metrics.elidedText(legendTitle(furniture), Qt::ElideRight, layout.legend.width() - 2 * padding + 1));
        y += metrics.height() + 1;
        for (std::size_t i = 0; i < limits.size(); ++i) {
            const QRectF swatch(left + static_cast<double>(i) * layout.swatchWidth, y, layout.swatchWidth,
                                swatchHeight);
            painter.fillRect(swatch, furniture.ground);
            painter.fillRect(swatch, furniture.scale.colourOfClass(i));
        }
        const QRectF all(left, y, layout.swatchWidth * static_cast<double>(limits.size()), swatchHeight);
        painter.setBrush(Qt::NoBrush);
        QColor frame = inkColour(furniture.dark);
        frame.setAlphaF(0.45F);
        painter.setPen(QPen(frame, 1.0));
        painter.drawRect(all.adjusted(0.5, 0.5, -0.5, -0.5));
        y += swatchHeight + 1;
        painter.setPen(inkColour(furniture.dark));
        for (std::size_t i = 0; i < limits.size(); i += static_cast<std::size_t>(layout.numberEvery))
            if (std::isfinite(limits[i])) // the first class of differences is open below
                painter.drawText(
                    QPointF(left + static_cast<double>(i) * layout.swatchWidth, y + metrics.ascent()),
                    limitText(limits[i]));
        y += metrics.height() + 2;
    }
    if (!layout.remarks)
        return;
    for (const QString& remark : furniture.remarks) {
        const QRectF line(left, y, layout.legend.width() - 2 * padding, layout.legend.bottom() - y);
        QRectF used;
        painter.drawText(line, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, remark, &used);
        y += std::ceil(used.height()) + 2;
    }
}

void paintScaleBar(QPainter& painter, const MapFurniture& furniture, const MapFurnitureLayout& layout)
{
    const QFont font = captionFont(furniture.font);
    const QFontMetricsF metrics(font);
    paintBox(painter, layout.scaleBar, furniture.dark);
    const double length = layout.scaleMetres / furniture.metresPerPixel;
    const double left = layout.scaleBar.left() + padding;
    const double base = layout.scaleBar.bottom() - padding + 0.5;
    painter.setPen(QPen(inkColour(furniture.dark), 1.5, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(
        QPolygonF{{left, base - 5}, {left, base}, {left + length, base}, {left + length, base - 5}});
    painter.setFont(font);
    painter.drawText(
        QRectF(layout.scaleBar.left(), layout.scaleBar.top() + 2, layout.scaleBar.width(), metrics.height()),
        Qt::AlignCenter, scaleText(layout.scaleMetres));
}

void paintWords(QPainter& painter, const QRectF& box, const QString& words, const QFont& font, bool dark)
{
    if (box.isEmpty())
        return;
    paintBox(painter, box, dark);
    painter.setFont(font);
    painter.setPen(inkColour(dark));
    painter.drawText(box.adjusted(padding, 0, -padding + 1, 0),
                     Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter, words);
}

} // namespace

double roundScaleMetres(double metresPerPixel, double pixels)
{
    const double most = metresPerPixel * pixels;
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double factor : {5.0, 2.0})
        if (factor * power <= most)
            return factor * power;
    return power;
}

QString scaleText(double metres)
{
    const QLocale locale;
    if (metres >= 1000.0)
        return Words::tr("%1 km").arg(locale.toString(metres / 1000.0, 'f', 0));
    return Words::tr("%1 m").arg(locale.toString(metres, 'f', metres < 1.0 ? 1 : 0));
}

QString limitText(double limit)
{
    int decimals = 0;
    for (double rest = limit; decimals < 4 && std::abs(rest - std::round(rest)) > 1e-6 * std::max(1.0, rest);
         rest *= 10)
        ++decimals;
    return QLocale().toString(limit, 'f', decimals);
}

QString coordinatesText(double northing, double easting, double latitude, double longitude)
{
    const QLocale locale;
    return Words::tr("N %1  E %2 · %3° N %4° E",
                     "SWEREF 99 TM northing and easting, WGS 84 latitude and longitude")
        .arg(locale.toString(northing, 'f', 0), locale.toString(easting, 'f', 0),
             locale.toString(latitude, 'f', 5), locale.toString(longitude, 'f', 5));
}

MapFurnitureLayout layoutFurniture(const MapFurniture& furniture, const QSizeF& size)
{
    MapFurnitureLayout layout;
    const QFont font = captionFont(furniture.font);
    const QFontMetricsF metrics(font);
    const double line = std::ceil(metrics.height()) + 4;
    const double room = std::max(40.0, size.width() - 2 * margin);

    double bottom = size.height() - margin;
    if (!furniture.attribution.isEmpty()) {
        const QSizeF extent = textSize(metrics, furniture.attribution, room - 2 * padding);
        layout.attribution =
            QRectF(size.width() - margin - extent.width() - 2 * padding, bottom - extent.height() - 4,
                   extent.width() + 2 * padding, extent.height() + 4);
    }
    const double above = layout.attribution.isEmpty() ? bottom : layout.attribution.top() - gap;

    // The left column: coordinates, the scale bar above them; beside the attribution where there is room. The
    // room for coordinates is kept free also while the cursor is elsewhere, so that nothing jumps.
    const QString widest = coordinatesText(6888888, 688888, 58.88888, 18.88888);
    const double coordinatesWidth =
        std::min(room, std::ceil(metrics.horizontalAdvance(widest)) + 2 * padding + 2);
    const bool beside =
        layout.attribution.isEmpty() || margin + coordinatesWidth + gap <= layout.attribution.left();
    const double coordinatesBottom = beside ? bottom : above;
    const bool fits = std::ceil(metrics.horizontalAdvance(widest)) + 2 * padding <= room;
    const double coordinatesTop = fits ? coordinatesBottom - line : coordinatesBottom + gap;
    if (fits && !furniture.coordinates.isEmpty())
        layout.coordinates =
            QRectF(margin, coordinatesTop,
                   std::ceil(metrics.horizontalAdvance(furniture.coordinates)) + 2 * padding + 2, line);
    layout.scaleMetres = roundScaleMetres(furniture.metresPerPixel, std::min(140.0, 0.3 * size.width()));
    const double barWidth = layout.scaleMetres / furniture.metresPerPixel;
    const double labelWidth = metrics.horizontalAdvance(scaleText(layout.scaleMetres));
    layout.scaleBar = QRectF(margin, coordinatesTop - gap - metrics.height() - 14,
                             std::max(barWidth, labelWidth) + 2 * padding, metrics.height() + 14);

    if (!furniture.hint.isEmpty()) {
        const QFontMetricsF words(furniture.font);
        const QSizeF extent = textSize(words, furniture.hint, room - 2 * padding);
        const double width = extent.width() + 2 * padding;
        layout.hint = QRectF((size.width() - width) / 2, margin, width, extent.height() + 2 * padding);
    }
    double top = layout.hint.isEmpty() ? margin : layout.hint.bottom() + gap;
    if (!furniture.title.isEmpty()) {
        const QSizeF extent = textSize(QFontMetricsF(titleFont(furniture.font)), furniture.title, room - 2 * padding);
        layout.title = QRectF(margin, top, extent.width() + 2 * padding, extent.height() + 2 * padding);
        top = layout.title.bottom() + gap;
    }

    layoutLegend(furniture, size, above, top, layout);
    const double leftColumn = margin + std::max(layout.scaleBar.width(), beside ? 0.0 : coordinatesWidth);
    if (!layout.legend.isEmpty() && layout.legend.left() < leftColumn + gap)
        layoutLegend(furniture, size,
                     layout.legend.left() < layout.scaleBar.right() + gap
                         ? layout.scaleBar.top() - gap
                         : std::min(above, coordinatesTop - gap),
                     top, layout);
    layoutLayerLegend(furniture, size, layout);
    return layout;
}

void paintFurniture(QPainter& painter, const MapFurniture& furniture, const MapFurnitureLayout& layout)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont caption = captionFont(furniture.font);
    paintWords(painter, layout.attribution, furniture.attribution, caption, furniture.dark);
    paintWords(painter, layout.coordinates, furniture.coordinates, caption, furniture.dark);
    paintScaleBar(painter, furniture, layout);
    if (!layout.legend.isEmpty())
        paintLegend(painter, furniture, layout);
    paintLayerLegend(painter, furniture, layout);
    paintWords(painter, layout.hint, furniture.hint, furniture.font, furniture.dark);
    paintWords(painter, layout.title, furniture.title, titleFont(furniture.font), furniture.dark);
    painter.restore();
}

} // namespace hk::ui
