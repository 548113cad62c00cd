#include "workspace/hotspot_rows.h"

#include "text/sentences.h"

#include <QCoreApplication>

namespace hk::workspace {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hk::workspace)
};

QString leadingCategories(const analysis::Hotspot& hotspot, const CategoryList& categories)
{
    QStringList parts;
    for (const auto& [index, count] : hotspot.leadingCategories) {
        const QString code = index < categories.all().size() ? categories.all()[index].code : QStringLiteral("?");
        const double share = static_cast<double>(count) / static_cast<double>(hotspot.incidents);
        parts.append(QStringLiteral("%1 %2").arg(code, text::percent(share)));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

std::vector<HotspotRow> hotspotRows(const MapAnalysis& analysis, const analysis::HotspotStability* certainty)
{
    std::vector<HotspotRow> rows;
    if (!analysis.hotspots)
        return rows;
    for (std::size_t i = 0; i < analysis.hotspots->size(); ++i) {
        const analysis::Hotspot& hotspot = (*analysis.hotspots)[i];
        HotspotRow row;
        row.rank = hotspot.rank;
        row.name = analysis.hotspotNames.value(static_cast<qsizetype>(i));
        if (row.name.isEmpty())
            row.name = Words::tr("Unnamed place");
        row.incidents = static_cast<qint64>(hotspot.incidents);
        row.areaHectares = hotspot.areaKm2 * 100.0;
        row.densityPerKm2 = hotspot.density;
        row.categories = leadingCategories(hotspot, analysis.snapshot->categories);
        if (hotspot.peak.any)
            row.hours = text::weekBand(hotspot.peak.firstWeekday, hotspot.peak.lastWeekday, hotspot.peak.fromHour,
                                       hotspot.peak.toHour);
        row.excess = hotspot.excess;
        if (certainty && i < certainty->share.size()) {
            row.sure = certainty->share[i];
            row.certainty = Words::tr("sure %1", "of a hotspot's place among the first five; %1: a percentage")
                                .arg(text::percent(*row.sure));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

QString edgeRemark(const MapAnalysis& analysis)
{
    return analysis.density && densityOptions(analysis.settings, analysis.filter).edgeCorrection
               ? Words::tr("The density is corrected at the border of the area.")
               : QString();
}

QStringList leftOutRemarks(const MapAnalysis& analysis)
{
    const auto imprecise = static_cast<int>(analysis.leftOutImprecise);
    const auto far = static_cast<int>(analysis.leftOutFar);
    const auto longSpans = static_cast<int>(analysis.selection.leftOutLongSpans);
    QStringList remarks;
    if (imprecise > 0)
        remarks.append(Words::tr("%Ln incident(s) without an exact place are not shown in the heatmap.", nullptr,
                                 imprecise));
    if (far > 0)
        remarks.append(Words::tr("%Ln incident(s) more than 20 km from Mölndals bro are not shown in the heatmap.",
                                 nullptr, far));
    if (longSpans > 0)
        remarks.append(Words::tr(
            "%Ln incident(s) spanning a week or more have no hour of the week and are left out.", nullptr, longSpans));
    return remarks;
}

} // namespace hk::workspace
