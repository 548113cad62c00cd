#include "report/situation_words.h"

#include "methods/period_words.h"
#include "report/translated.h"
#include "text/sentences.h"
#include "workspace/hotspot_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hk::report {

namespace {

using Against = SituationFigures::Against;
using methods::Verdict;

constexpr std::int64_t fewestToDescribe = 5; ///< below it nothing is said of what is most common

int plural(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

QString words(const Period& period)
{
    return text::period(period.from, period.to);
}

QString share(std::int64_t part, std::int64_t all)
{
    return text::percent(static_cast<double>(part) / static_cast<double>(all));
}

bool sameLength(const SituationFigures& figures)
{
    return figures.earlier.days() == figures.period.days();
}

QString countSentence(const SituationFigures& figures)
{
    if (!figures.period.isValid())
        return Tr::tr("%1 in the selection.", "how many incidents").arg(text::incidents(figures.count));
    const auto days = figures.period.days();
    return Tr::tr("%1 in %Ln day(s): %2 a day on average.", "how many incidents", plural(days))
        .arg(text::incidents(figures.count),
             text::number(static_cast<double>(figures.count) / static_cast<double>(days), 1));
}

QString commonSentence(const SituationFigures& figures, const CategoryList& categories)
{
    constexpr std::size_t mostNamed = 3;
    QStringList parts;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < figures.categories.size() && i < mostNamed && figures.categories[i].count > 0;
         ++i) {
        const SituationCount& each = figures.categories[i];
        parts.append(QStringLiteral("%1 (%2)").arg(categoryWords(categories, each.index),
                                                   text::number(qint64{each.count})));
        sum += each.count;
    }
    const QString most =
        Tr::tr("Most common: %1.", "categories with counts").arg(parts.join(QStringLiteral(", ")));
    return parts.size() < 2
               ? most
               : QStringLiteral("%1 %2").arg(
                     most, Tr::tr("Together they are %1 of all.", "a share").arg(share(sum, figures.count)));
}

/// What has become more or fewer with certainty, most changed first; else that nothing has.
QStringList categoryChanges(const SituationFigures& figures, const CategoryList& categories)
{
    constexpr std::size_t mostNamed = 4;
    std::vector<const SituationCount*> certain;
    std::int64_t tooFew = 0;
    for (const SituationCount& each : figures.categories) {
        const Verdict verdict = methods::verdictOf(*each.change);
        tooFew += verdict == Verdict::TooFew ? 1 : 0;
        if (verdict == Verdict::More || verdict == Verdict::Fewer)
            certain.push_back(&each);
    }
    std::stable_sort(certain.begin(), certain.end(), [](const SituationCount* a, const SituationCount* b) {
        const auto size = [](const SituationCount* each) {
            return std::abs(each->change->later.count - each->change->earlier.count);
        };
        return size(a) > size(b);
    });
    QStringList sentences;
    for (std::size_t i = 0; i < std::min(certain.size(), mostNamed); ++i)
        sentences.append(methods::changeSentence(categoryWords(categories, certain[i]->index),
                                                 *certain[i]->change, methods::verdictOf(*certain[i]->change),
                                                 sameLength(figures)));
    if (certain.size() > mostNamed)
        sentences.append(Tr::tr("%Ln more category(s) have changed with certainty; see the table.", nullptr,
                                plural(static_cast<std::int64_t>(certain.size() - mostNamed))));
    if (certain.empty() && tooFew < static_cast<std::int64_t>(figures.categories.size()))
        sentences.append(Tr::tr("No category has changed more than chance may explain."));
    if (tooFew > 0)
        sentences.append(Tr::tr("Of %Ln category(s) there are too few to say whether they have changed.",
                                nullptr, plural(tooFew)));
    return sentences;
}

QString hotspotSentence(const SituationFigures& figures, const workspace::MapAnalysis& analysis)
{
    const std::vector<workspace::HotspotRow> rows = workspace::hotspotRows(analysis);
    if (rows.empty())
        return Tr::tr("There is no hotspot in this selection.");
    const workspace::HotspotRow& first = rows.front();
    QStringList about{Tr::tr("%1, %2 of all", "incidents of a hotspot, their share")
                          .arg(text::incidents(first.incidents), share(first.incidents, figures.count))};
    if (!first.hours.isEmpty())
        about.append(Tr::tr("mostly %1", "weekdays and hours").arg(first.hours));
    return Tr::tr("First among %Ln hotspot(s): %1 (%2).", "a place, what is known of it",
                  plural(static_cast<std::int64_t>(rows.size())))
        .arg(first.name, about.join(QStringLiteral(", ")));
}

/// The sentences of a comparison whose table says that a place has changed with certainty.
QStringList placeChanges(const methods::MethodResult& comparison)
{
    constexpr qsizetype mostNamed = 3;
    const methods::ResultTable& table = comparison.tables.front();
    const QStringList certain{methods::verdictName(Verdict::More), methods::verdictName(Verdict::Fewer)};
    QStringList sentences;
    // The first row, and sentence, is that of the whole.
    for (std::size_t i = 1; i < table.rows.size() && sentences.size() < mostNamed; ++i)
        if (certain.contains(table.rows[i].back().toString()))
            sentences.append(comparison.sentences.value(static_cast<qsizetype>(i)));
    if (sentences.isEmpty() && table.rows.size() > 1)
        sentences.append(Tr::tr("No place has changed more than chance may explain."));
    return sentences;
}

QString organisationSentence(const SituationFigures& figures, const workspace::Snapshot& snapshot)
{
    const auto telling = std::count_if(figures.organisations.begin(), figures.organisations.end(),
                                       [](const SituationCount& each) { return each.count > 0; });
    if (telling < 2)
        return {};
    const SituationCount& first = figures.organisations.front();
    return Tr::tr("%Ln organisation(s) have reported; most of it %1: %2 of %3.",
                  "an organisation, its share, all incidents", plural(telling))
        .arg(organisationWords(snapshot, first.index), share(first.count, figures.count),
             text::incidents(figures.count));
}

} // namespace

QString categoryWords(const CategoryList& categories, std::size_t index)
{
    if (index >= categories.all().size())
        return Tr::tr("Unknown category");
    const Category& category = categories.all()[index];
    return QStringLiteral("%1 %2").arg(category.code, text::nameOf(category));
}

QString organisationWords(const workspace::Snapshot& snapshot, std::size_t index)
{
    const QString name = snapshot.organisations.value(static_cast<qsizetype>(index)).trimmed();
    return name.isEmpty() ? Tr::tr("Not stated", "an organisation") : name;
}

QString againstWords(const SituationFigures& figures)
{
    if (!figures.period.isValid())
        return {};
    const QString now = words(figures.period);
    const QString missing =
        figures.yearBefore.isValid() && figures.fileBegins.isValid()
            ? Tr::tr("The file does not reach back to the same days a year before (%1): it begins on %2.",
                     "a period, a date")
                  .arg(words(figures.yearBefore),
                       text::period(figures.fileBegins, figures.fileBegins.addDays(1)))
            : QString();
    switch (figures.against) {
    case Against::YearBefore:
        return Tr::tr("Compared: %1 with the same days a year before, %2.").arg(now, words(figures.earlier));
    case Against::JustBefore:
        return QStringList{
            missing,
            Tr::tr("Compared: %1 with as many days just before, %2.").arg(now, words(figures.earlier)),
            Tr::tr("The time of year may explain a part of the difference.")}
            .join(QLatin1Char(' '))
            .trimmed();
    case Against::Nothing:
        break;
    }
    return missing.isEmpty() ? Tr::tr("The file does not reach back so far that the period could be compared "
                                      "with an earlier one.")
                             : missing;
}

QString againstTitle(const SituationFigures& figures)
{
    return figures.against == Against::JustBefore ? Tr::tr("Just before") : Tr::tr("A year before");
}

QStringList summaryOf(const SituationFigures& figures, const workspace::MapAnalysis& analysis,
                      const methods::MethodResult* comparison)
{
    const workspace::Snapshot& snapshot = *analysis.snapshot;
    QStringList sentences{countSentence(figures)};
    sentences.append(againstWords(figures));
    if (figures.change)
        sentences.append(methods::changeSentence(Tr::tr("All of the selection"), *figures.change,
                                                 methods::verdictOf(*figures.change), sameLength(figures)));
    if (figures.count < fewestToDescribe) {
        sentences.append(Tr::tr("There are too few incidents to say what is most common, where or when."));
        return sentences;
    }
    sentences.append(commonSentence(figures, snapshot.categories));
    if (figures.change)
        sentences.append(categoryChanges(figures, snapshot.categories));
    sentences.append(hotspotSentence(figures, analysis));
    if (comparison)
        sentences.append(placeChanges(*comparison));
    sentences.append(hourSentences(figures).first());
    sentences.append(organisationSentence(figures, snapshot));
    sentences.removeAll(QString());
    return sentences;
}

QStringList hourSentences(const SituationFigures& figures)
{
    QStringList sentences;
    if (figures.peak.any)
        sentences.append(Tr::tr("Most concentrated in time: %1, with %2 of all incidents that have an hour.",
                                "hours, a share")
                             .arg(text::weekBand(figures.peak.firstWeekday, figures.peak.lastWeekday,
                                                 figures.peak.fromHour, figures.peak.toHour),
                                  text::percent(figures.peak.share)));
    else
        sentences.append(Tr::tr("There are too few incidents to say at which hours it happens."));
    const auto without = static_cast<std::int64_t>(figures.weekHours.undecided + figures.weekHours.leftOut);
    if (without > 0)
        sentences.append(Tr::tr("%Ln incident(s) have no hour of their own, because they are known only to a "
                                "longer span; they are not "
                                "in the figures by hour.",
                                nullptr, plural(without)));
    return sentences;
}

} // namespace hk::report
