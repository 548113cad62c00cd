#include "report/page_words.h"

#include "map/basemap.h"
#include "map/ground.h"
#include "report/legend.h"
#include "paper/lettering.h"
#include "report/map_scale.h"
#include "report/translated.h"
#include "text/sentences.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hk::report {

namespace {

using paper::Lettering;

int forPlural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

HeadWords headWords(const MapPage& page)
{
    HeadWords words;
    words.title = Lettering::plain(page.title);
    words.period = Lettering::plain(page.period);
    words.filter = Lettering::plain(page.filter);
    if (page.shown != MapPage::notTold && page.total != MapPage::notTold)
        words.counts =
            Tr::tr("%1 of %Ln incident(s)", "the number of those selected, of all", forPlural(page.total))
                .arg(page.locale.toString(page.shown));
    if (page.sample)
        words.sampleMark = Tr::tr("Sample data – invented incidents");
    words.confidentiality = Lettering::plain(page.confidentiality);
    return words;
}

QString heatmapTitle(const MapPage& page)
{
    if (page.scene.heatmap && !page.scene.heatmap->title.isEmpty())
        return Lettering::plain(page.scene.heatmap->title);
    return Tr::tr("Density, incidents/km²");
}

QString heatmapNote(const MapPage& page)
{
    if (page.scene.heatmap && !page.scene.heatmap->title.isEmpty())
        return Lettering::plain(page.scene.heatmap->note);
    const QString bandwidth = distance(page, page.bandwidth);
    const QString cell = distance(page, page.cell);
    const QString smoothing = page.kernel == analysis::Kernel::Gaussian
               ? Tr::tr("Smoothing (bandwidth) %1, Gaussian kernel, cells of %2.").arg(bandwidth, cell)
               : Tr::tr("Smoothing (bandwidth) %1, quartic kernel, cells of %2.").arg(bandwidth, cell);
    return QStringList{smoothing, page.edgeRemark}.join(QLatin1Char(' ')).trimmed();
}

QString noHotspots(const MapPage& page)
{
    return page.shown == 0 ? Tr::tr("No incidents in this selection.") : Tr::tr("No hotspots in this selection.");
}

QString hotspotsNote(const MapPage& page)
{
    const QString share = text::percent(page.quantile);
    if (page.hotspotsWithin > 0.0)
        return Tr::tr(
                   "Hotspot: a denser area than %1 of the cells above zero, within %2 of Mölndals bro. "
                   "Not a test of significance.")
            .arg(share, distance(page, page.hotspotsWithin));
    return Tr::tr("Hotspot: a denser area than %1 of the cells above zero. Not a test of significance.")
        .arg(share);
}

QString scaleWords(const MapPage& page)
{
    return Tr::tr("1:%1 (%2)", "scale and paper").arg(number(page, page.scale, 0), paper::paperName(page.paper));
}

QString northWords(const MapPage& page)
{
    const double degrees = trueNorth(page.centre);
    const QString amount = number(page, std::abs(degrees), 1);
    if (std::abs(degrees) < 0.05)
        return Tr::tr("Grid north, here also true north.");
    return degrees > 0 ? Tr::tr("Grid north. True north is %1° to the right of it.").arg(amount)
                       : Tr::tr("Grid north. True north is %1° to the left of it.").arg(amount);
}

QString crsWords()
{
    return Tr::tr("SWEREF 99 TM (EPSG:3006), metres");
}

QString noticeOf(const MapPage& page)
{
    return page.shown == 0 ? Tr::tr("No incidents in this selection.") : QString();
}

QStringList remarksOf(const MapPage& page, const QRectF& frame)
{
    QStringList remarks = page.remarks;
    if (const qint64 outside = incidentsOutside(page, groundOf(page, frame)); outside > 0)
        remarks.append(
            Tr::tr("%Ln incident(s) of the selection lie outside this map.", nullptr, forPlural(outside)));
    const std::vector<bool> seen = ranksOnMap(page, frame);
    const bool elsewhere = std::find(seen.begin(), seen.end(), false) != seen.end();
    if (page.showHotspots && elsewhere)
        remarks.append(Tr::tr("Hotspots with an empty circle lie outside this map."));
    for (QString& remark : remarks)
        remark = Lettering::plain(remark);
    return remarks;
}

QString attributionWords(const MapPage& page, const QRectF& frame)
{
    if (!page.scene.ground)
        return {};
    return text::attribution(map::attributionOf(*page.scene.ground, map::Plane::Sweref99Tm, groundOf(page, frame)));
}

QString printedWords(const MapPage& page)
{
    if (!page.printedAt.isValid())
        return {};
    const QString date = page.locale.toString(
        page.printedAt.date(), Tr::tr("d MMMM yyyy", "format of the date of printing; Swedish: d MMMM yyyy"));
    return Tr::tr("Printed %1, %2", "date, time of day; Swedish: Utskriven %1 %2")
        .arg(date, text::clock(page.printedAt.time()));
}

QString sourceWords(const MapPage& page)
{
    const QString source = Lettering::plain(page.source);
    return source.isEmpty() ? QString() : Tr::tr("Source: %1", "title of the file").arg(source);
}

QString footWords(const MapPage& page)
{
    QStringList words{sourceWords(page), Lettering::plain(page.footer)};
    words.removeAll(QString());
    return words.join(QStringLiteral("  ·  "));
}

QString programWords()
{
    return paper::programName();
}

QString moreHotspots(int count)
{
    return Tr::tr("… and %Ln more", "hotspots that have no room", count);
}

QString codeKey(const MapPage& page, int rows)
{
    QStringList found;
    for (int i = 0; i < rows && i < static_cast<int>(page.hotspots.size()); ++i)
        for (const QString& part :
             page.hotspots[static_cast<std::size_t>(i)].categories.split(QStringLiteral(", "))) {
            const QString code = part.section(u' ', 0, 0);
            if (page.categories.contains(code) && !found.contains(code))
                found.append(code);
        }
    QStringList parts;
    for (const Category& category : page.categories.all())
        if (found.contains(category.code))
            parts.append(
                QStringLiteral("%1\u00a0%2").arg(category.code, Lettering::plain(text::nameOf(category))));
    // Lines are broken after a dot and never between a code and its name.
    return parts.join(QStringLiteral("\u00a0\u00a0·  "));
}

QString number(const MapPage& page, double value, int decimals)
{
    return page.locale.toString(value, 'f', decimals);
}

QString density(const MapPage& page, double perKm2)
{
    const int decimals = perKm2 >= 10.0 || perKm2 == std::floor(perKm2) ? 0 : perKm2 >= 1.0 ? 1 : 2;
    return number(page, perKm2, decimals);
}

QString distance(const MapPage& page, double metres)
{
    const bool kilometres = metres >= 1000.0;
    const double value = kilometres ? metres / 1000.0 : metres;
    // As many decimals as the value has, up to three.
    int decimals = 0;
    for (double scaled = value; decimals < 3 && std::abs(scaled - std::round(scaled)) > 1e-6; ++decimals)
        scaled *= 10.0;
    const QString words = number(page, value, decimals);
    return kilometres ? Tr::tr("%1 km").arg(words) : Tr::tr("%1 m").arg(words);
}

} // namespace hk::report
