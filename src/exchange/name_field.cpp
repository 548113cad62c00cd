#include "exchange/name_field.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace hk::exchange {
namespace {

bool isName(const QString& field)
{
    static const QRegularExpression pattern(QStringLiteral("(^|_|[a-zåäö])(namn|name)(_?\\d+)?$"),
                                            QRegularExpression::CaseInsensitiveOption);
    return field.contains(pattern);
}

bool isCode(const QString& field)
{
    static const QRegularExpression pattern(QStringLiteral("(kod|code)(_?\\d+)?$"), QRegularExpression::CaseInsensitiveOption);
    return field.contains(pattern);
}

/// Made for machines: nobody calls an area so.
bool isMachineMade(const QString& value)
{
    static const QRegularExpression uuid(QStringLiteral("^\\{?[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\\}?$"),
                                         QRegularExpression::CaseInsensitiveOption);
    return value.contains(uuid);
}

/// Higher is likelier.
int likelihood(const QString& field, const QStringList& values)
{
    const QSet<QString> different(values.begin(), values.end());
    const bool all = different.size() == values.size() && !different.contains(QString());
    const bool plain = field.compare(QLatin1String("name"), Qt::CaseInsensitive) == 0
                       || field.compare(QLatin1String("namn"), Qt::CaseInsensitive) == 0;
    const bool machine = std::all_of(values.begin(), values.end(), isMachineMade);
    const bool number = std::all_of(values.begin(), values.end(), [](const QString& value) {
        bool is = false;
        value.toDouble(&is);
        return is;
    });
    int score = 0;
    if (all)
        score += 100; // to be told apart is what names are for
    else if (different.size() > 1)
        score += 10;
    if (plain)
        score += 60;
    else if (isName(field))
        score += 50;
    else if (isCode(field))
        score += 30;
    if (machine)
        score -= 95;
    if (number && !isName(field) && !isCode(field))
        score -= 90;
    return score;
}

} // namespace

qsizetype likeliestNameField(const QStringList& fields, const std::vector<QStringList>& values)
{
    qsizetype best = -1;
    int most = 0;
    for (qsizetype i = 0; i < fields.size(); ++i)
        if (const int score = likelihood(fields.at(i), values[static_cast<std::size_t>(i)]); best < 0 || score > most) {
            best = i;
            most = score;
        }
    return best;
}

} // namespace hk::exchange
