#include "report/situation_words.h"
#include "report/translated.h"
#include "text/sentences.h"
#include "workspace/hotspot_rows.h"

#include <algorithm>
#include <limits>

namespace hk::report {

QStringList definitionsOf(const SituationFigures& figures, const workspace::MapAnalysis& analysis)
{
    const workspace::MapSettings& settings = analysis.settings;
    const QString few = text::number(qint64{analysis::fewestToCompare});
    QStringList words{
        Tr::tr("Incident: one row of the file, counted on the local day on which it began. Several reports "
               "of the same incident are "
               "counted once."),
        Tr::tr("More, fewer: the two counts differ more than chance explains (exact test of the ratio of two "
               "Poisson counts, 5%), "
               "also when all lines of the table are looked at together (Holm). The interval holds the true "
               "change 95 times "
               "of 100 if incidents come independently of each other."),
        Tr::tr("No certain change: the difference may be chance. It is not the same as no change."),
        Tr::tr("Too few to say: one of the two periods has fewer than %1 incidents. No percentage is given "
               "then.")
            .arg(few),
        Tr::tr("Density: the incidents per square kilometre around each place, smoothed with the bandwidth "
               "%1 m in cells of %2 m.")
            .arg(text::number(settings.bandwidth, 0), text::number(settings.cell, 0)),
        Tr::tr("Hotspot: an area denser than %1 of the cells above zero. There are always hotspots, also in "
               "a calm period; it is no "
               "test of significance.")
            .arg(text::percent(settings.quantile)),
        Tr::tr(
            "Hour: that of the time of the incident; of a span the hour that holds more than half of it.")};
    if (settings.hotspotsWithin > 0.0)
        words.append(Tr::tr("Only hotspots within %1 m of Mölndals bro are ranked.")
                         .arg(text::number(settings.hotspotsWithin, 0)));
    if (figures.against != SituationFigures::Against::Nothing)
        words.append(Tr::tr("Change by place: the hotspots of both periods together, so that neither period "
                            "chooses the places."));
    words.append(Tr::tr("The figures tell what has been reported, not all that has happened. More reporting, "
                        "a new category or a new "
                        "organisation looks like more incidents."));
    return words;
}

QStringList leftOutOf(const SituationFigures& figures, const workspace::MapAnalysis& analysis)
{
    QStringList words = workspace::leftOutRemarks(analysis);
    const auto without = static_cast<std::int64_t>(figures.weekHours.undecided + figures.weekHours.leftOut);
    if (without > 0)
        words.append(hourSentences(figures).last());
    if (words.isEmpty())
        words.append(Tr::tr("Nothing of the selection is left out."));
    return words;
}

QStringList literature()
{
    // As they are published: not to be translated.
    return {
        QStringLiteral("Chainey, S. (2013). Examining the influence of cell size and bandwidth size on "
                       "kernel density estimation crime "
                       "hotspot maps for predicting spatial patterns of crime. Bulletin of the Geographical "
                       "Society of Liège 60, 7–19."),
        QStringLiteral("Clopper, C. J. & Pearson, E. S. (1934). The use of confidence or fiducial limits "
                       "illustrated in the case of the "
                       "binomial. Biometrika 26(4), 404–413."),
        QStringLiteral("Fay, M. P. (2010). Two-sided exact tests and matching confidence intervals for "
                       "discrete data. The R Journal "
                       "2(1), 53–58."),
        QStringLiteral("Holm, S. (1979). A simple sequentially rejective multiple test procedure. "
                       "Scandinavian Journal of Statistics "
                       "6(2), 65–70."),
        QStringLiteral("Przyborowski, J. & Wilenski, H. (1940). Homogeneity of results in testing samples "
                       "from Poisson series. "
                       "Biometrika 31(3–4), 313–323."),
        QStringLiteral("Silverman, B. W. (1986). Density Estimation for Statistics and Data Analysis. "
                       "Chapman & Hall, London."),
    };
}

} // namespace hk::report
