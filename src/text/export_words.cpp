#include "text/export_words.h"

#include "text/sentences.h"
#include "text/translated.h"

#include <algorithm>
#include <limits>

namespace hk::text {
namespace {

int plural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

void addPartnerSentences(const ExportSummary& summary, QStringList& sentences)
{
    if (summary.leftOutInternal > 0)
        sentences.append(Tr::tr("%Ln incident(s) marked internal are left out.", nullptr, plural(summary.leftOutInternal)));
    if (summary.leftOutCategories > 0)
        sentences.append(Tr::tr("%Ln incident(s) are of categories that the agreement does not name.", nullptr,
                                plural(summary.leftOutCategories)));
    if (summary.coarsened > 0)
        sentences.append(Tr::tr("%Ln incident(s) marked for partners lie at the midpoint of a cell; their radius says how "
                                "exact that is.",
                                nullptr, plural(summary.coarsened)));
    if (summary.textsLeftOut > 0)
        sentences.append(Tr::tr("The free text of %Ln incident(s) is left out: only what is marked public is given.",
                                nullptr, plural(summary.textsLeftOut)));
}

void addPublicSentences(const ExportSummary& summary, QStringList& sentences)
{
    const qint64 hidden = summary.cellsSmall + summary.cellsProtecting;
    if (hidden == 0)
        sentences.append(Tr::tr("No count is below %1, so all are shown.").arg(number(qint64{summary.threshold})));
    if (summary.cellsSmall > 0)
        sentences.append(Tr::tr("%Ln count(s) below %1 are not shown.", nullptr, plural(summary.cellsSmall))
                             .arg(number(qint64{summary.threshold})));
    if (summary.cellsProtecting > 0)
        sentences.append(Tr::tr("%Ln other count(s) are not shown either, because the small ones could be worked out from "
                                "them and the totals.",
                                nullptr, plural(summary.cellsProtecting)));
    if (summary.notPlaced > 0)
        sentences.append(Tr::tr("%Ln incident(s) outside, or whose place is not known exactly enough, stand in a row of their own.",
                                nullptr, plural(summary.notPlaced)));
}

} // namespace

QString nameOf(ExportProfile value)
{
    switch (value) {
    case ExportProfile::Public:
        return Tr::tr("Public", "to whom an export goes");
    case ExportProfile::Partner:
        return Tr::tr("Partner", "to whom an export goes");
    case ExportProfile::Internal:
        return Tr::tr("Internal", "to whom an export goes");
    }
    return {};
}

QString describe(ExportProfile value)
{
    switch (value) {
    case ExportProfile::Public:
        return Tr::tr("Counts by area and category for everybody. Small counts are left out, and so is what would give "
                      "them away.");
    case ExportProfile::Partner:
        return Tr::tr("Incidents for one partner: the fields and categories that the agreement names, no free text that "
                      "is not marked public, places no more exact than agreed.");
    case ExportProfile::Internal:
        return Tr::tr("Everything that is known, for the own organisation only.");
    }
    return {};
}

QString nameOf(CountGround value)
{
    switch (value) {
    case CountGround::Grid:
        return Tr::tr("Grid", "what incidents are counted by");
    case CountGround::Areas:
        return Tr::tr("Areas of a file", "what incidents are counted by");
    case CountGround::Streets:
        return Tr::tr("Streets", "what incidents are counted by");
    }
    return {};
}

QString elsewhere()
{
    return Tr::tr("Elsewhere, or without an exact place", "a row of counts");
}

QString allAreas()
{
    return Tr::tr("All", "the row of totals");
}

QString gridCellName(double easting, double northing)
{
    return Tr::tr("E %1, N %2", "easting and northing")
        .arg(number(static_cast<qint64>(easting)), number(static_cast<qint64>(northing)));
}

QString streetPieceName(const QString& street, int piece, int pieces)
{
    return pieces > 1 ? Tr::tr("%1 %2/%3", "street, which piece of how many").arg(street).arg(piece).arg(pieces) : street;
}

QStringList exportSentences(const ExportSummary& summary)
{
    QStringList sentences;
    if (summary.profile == ExportProfile::Public)
        sentences.append(Tr::tr("%1 counted in %Ln row(s).", "how many incidents, in how many areas", plural(summary.rows))
                             .arg(incidents(summary.selected)));
    else if (summary.rows == summary.selected)
        sentences.append(Tr::tr("%1 with all fields of the profile.", "how many incidents").arg(incidents(summary.rows)));
    else
        sentences.append(Tr::tr("%1 of %2 selected.", "how many incidents are given, of how many")
                             .arg(number(summary.rows), incidents(summary.selected)));
    if (summary.profile == ExportProfile::Partner)
        addPartnerSentences(summary, sentences);
    if (summary.profile == ExportProfile::Public)
        addPublicSentences(summary, sentences);
    return sentences;
}

} // namespace hk::text
