#include "text/sentences.h"
#include "text/translated.h"

namespace hk::text {

namespace {

constexpr qsizetype mostNamed = 12;

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

} // namespace

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
    if (!filter.area.empty())
        parts.append(Tr::tr("Within a drawn area."));
    if (!filter.precisions.isEmpty())
        parts.append(Tr::tr("Precision: %1.").arg(precisionWords(filter.precisions)));
    if (filter.minimumSeverity > 1)
        parts.append(Tr::tr("Severity %1 or more.").arg(number(qint64{filter.minimumSeverity})));
    if (!filter.text.isEmpty())
        parts.append(Tr::tr("Containing “%1”.").arg(filter.text));
    return parts.isEmpty() ? Tr::tr("All incidents") : parts.join(u' ');
}

} // namespace hk::text
