#include "exchange/value_match.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

namespace hk::exchange {
namespace {

constexpr qsizetype shortestBeginning = 4;

std::array<QString, 2> namesOf(const Category& category) { return {category.nameSv.toLower(), category.nameEn.toLower()}; }

const Category* byBeginning(const QString& word, const CategoryList& categories)
{
    if (word.size() < shortestBeginning)
        return nullptr;
    for (const Category& category : categories.all())
        for (const QString& name : namesOf(category))
            if (name.size() >= shortestBeginning && (name.startsWith(word) || word.startsWith(name)))
                return &category;
    return nullptr;
}

const Category* bySpelling(const QString& word, const CategoryList& categories)
{
    constexpr qsizetype oneWrong = 5;
    constexpr qsizetype twoWrong = 9;
    if (word.size() < oneWrong)
        return nullptr;
    const int most = word.size() >= twoWrong ? 2 : 1;
    const Category* best = nullptr;
    int fewest = most + 1;
    bool twice = false;
    for (const Category& category : categories.all()) {
        int wrong = most + 1;
        for (const QString& name : namesOf(category)) {
            wrong = std::min(wrong, spellingDistance(word, name, most));
            const QStringList parts = name.split(QLatin1Char(','));
            for (const QString& part : parts)
                wrong = std::min(wrong, spellingDistance(word, part.trimmed(), most));
        }
        twice = wrong == fewest ? twice || best : wrong < fewest ? false : twice;
        if (wrong < fewest) {
            fewest = wrong;
            best = &category;
        }
    }
    return twice ? nullptr : best;
}

} // namespace

int spellingDistance(QStringView a, QStringView b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    // Three rows of the table: the swap of two letters looks back by two.
    const auto columns = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> before(columns);
    std::vector<int> last(columns);
    std::vector<int> row(columns);
    for (std::size_t j = 0; j < columns; ++j)
        last[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const bool same = a[i - 1] == b[j - 1];
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min(last.back(), most + 1);
}

CategoryMatch matchCategory(const QString& value, const CategoryList& categories)
{
    const QString given = value.trimmed();
    if (given.isEmpty())
        return {};
    if (const Category* category = categories.match(given))
        return {category->code, true};
    if (const qsizetype space = given.indexOf(QLatin1Char(' ')); space > 0)
        if (const Category* category = categories.find(given.left(space).toUpper()))
            return {category->code, true};
    const QString word = given.toLower();
    if (const Category* category = byBeginning(word, categories))
        return {category->code, false};
    static const QRegularExpression marks(QStringLiteral("[,/;()]"));
    for (const QString& part : word.split(marks, Qt::SkipEmptyParts)) {
        const QString plain = part.trimmed();
        if (plain == word)
            continue;
        if (const Category* category = categories.match(plain))
            return {category->code, false};
        if (const Category* category = byBeginning(plain, categories))
            return {category->code, false};
    }
    if (const Category* category = bySpelling(word, categories))
        return {category->code, false};
    return {};
}

} // namespace hk::exchange
