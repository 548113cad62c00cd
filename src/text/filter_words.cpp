#include "text/sentences.h"
#include "text/translated.h"

#include <cmath>

namespace hk::text {

namespace {

constexpr qsizetype mostNamed = 12;
constexpr int mostZonesNamed = 5;

QString capitalised(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

/// One category by code and name, several by their codes in the order of the list.
QString categoryWords(const QStringList& codes, const CategoryList& categories)
{
    if (codes.size() == 1) {
        const Category* category = categories.find(codes.first());
        if (category)
            return Tr::tr("%1 %2", "code and name of a category").arg(category->code, nameOf(*category));
    }
    QStringList ordered;
    for (const Category& category : categories.all())
        if (codes.contains(category.code))
            ordered.append(category.code);
    for (const QString& code : codes)
        if (!categories.contains(code))
            ordered.append(code);
    return ordered.join(QStringLiteral(", "));
}

QString precisionWords(const QList<Precision>& precisions)
{
    QStringList names;
    for (const Precision precision : precisions)
        names.append(nameOf(precision));
    return QLocale().createSeparatedList(names);
}

/// "DeSO: 1481C1070, 1481C1080." Many by their number.
QString zoneWords(const ZoneFilter& zones)
{
    const auto count = static_cast<int>(zones.names.size());
    if (count > mostZonesNamed)
        return Tr::tr("%1: %Ln area(s).", "a set of areas, how many", count).arg(zones.set->title);
    return Tr::tr("%1: %2.", "a set of areas, which").arg(zones.set->title, zones.names.join(QStringLiteral(", ")));
}

} // namespace

QStringList placeFilter(const IncidentFilter& filter)
{
    QStringList parts;
    if (!filter.area.empty())
        parts.append(Tr::tr("Within a drawn area."));
    if (filter.zones.isActive())
        parts.append(zoneWords(filter.zones));
    if (filter.near.isActive())
        parts.append(Tr::tr("Within %1 m of %2.", "metres, what is near")
                         .arg(number(filter.near.metres, filter.near.metres == std::floor(filter.near.metres) ? 0 : 1),
                              filter.near.set->title));
    return parts;
}

QString filter(const IncidentFilter& filter, const CategoryList& categories)
{
    QStringList parts;
    if (!filter.categories.isEmpty())
        parts.append(Tr::tr("Category: %1.", "one or several", static_cast<int>(filter.categories.size()))
                         .arg(categoryWords(filter.categories, categories)));
    if (const QString hours = weekHours(filter.hours); !hours.isEmpty())
        parts.append(Tr::tr("%1.", "hours of the week as a sentence").arg(capitalised(hours)));
    const auto organisations = static_cast<int>(filter.organisations.size());
    if (organisations > mostNamed)
        parts.append(Tr::tr("%Ln organisation(s).", nullptr, organisations));
    else if (organisations > 0)
        parts.append(Tr::tr("Organisation: %1.", "one or several", organisations)
                         .arg(filter.organisations.join(QStringLiteral(", "))));
    parts.append(placeFilter(filter));
    if (!filter.precisions.isEmpty())
        parts.append(Tr::tr("Precision: %1.").arg(precisionWords(filter.precisions)));
    if (filter.minimumSeverity > 1)
        parts.append(Tr::tr("Severity %1 or more.").arg(number(qint64{filter.minimumSeverity})));
    if (!filter.text.isEmpty())
        parts.append(Tr::tr("Containing “%1”.").arg(filter.text));
    return parts.isEmpty() ? Tr::tr("All incidents") : parts.join(u' ');
}

} // namespace hk::text
