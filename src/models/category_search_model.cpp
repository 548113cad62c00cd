#include "models/category_search_model.h"

#include "text/sentences.h"

#include <algorithm>

namespace hk::models {
namespace {

/// 0: the code itself, 1: the code begins so, 2: the name begins so, 3: a word begins so, 4: a word ends so, 5: within;
/// -1: not at all.
int matchRank(const Category& category, const QString& text)
{
    if (category.code.compare(text, Qt::CaseInsensitive) == 0)
        return 0;
    if (category.code.startsWith(text, Qt::CaseInsensitive))
        return 1;
    int best = -1;
    for (const QString& name : {text::nameOf(category), category.nameSv, category.nameEn}) {
        for (qsizetype at = name.indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
             at = name.indexOf(text, at + 1, Qt::CaseInsensitive)) {
            const qsizetype end = at + text.size();
            const bool endsWord = end == name.size() || !name.at(end).isLetter();
            const int rank = at == 0 ? 2 : !name.at(at - 1).isLetter() ? 3 : endsWord ? 4 : 5;
            best = best < 0 ? rank : std::min(best, rank);
        }
    }
    return best;
}

} // namespace

CategorySearchModel::CategorySearchModel(QObject* parent)
    : QAbstractListModel(parent)
{}

void CategorySearchModel::setCategories(const CategoryList& categories)
{
    beginResetModel();
    m_categories = categories;
    m_found = matches({});
    endResetModel();
}

void CategorySearchModel::setRecent(const QStringList& codes)
{
    m_recent = codes;
    search({});
}

std::vector<int> CategorySearchModel::matches(const QString& text) const
{
    struct Ranked {
        int rank;
        int recency;
        int index;
    };
    std::vector<Ranked> ranked;
    for (int i = 0; i < static_cast<int>(m_categories.all().size()); ++i) {
        const Category& category = m_categories.all()[static_cast<std::size_t>(i)];
        const bool chosen = titleOf(category).compare(text, Qt::CaseInsensitive) == 0;
        const int rank = text.isEmpty() || chosen ? 0 : matchRank(category, text);
        const auto recency = static_cast<int>(m_recent.indexOf(category.code));
        if (rank >= 0)
            ranked.push_back({rank, recency >= 0 ? recency : static_cast<int>(m_recent.size()), i});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return std::pair(a.rank, a.recency) < std::pair(b.rank, b.recency);
    });
    std::vector<int> found;
    found.reserve(ranked.size());
    for (const Ranked& one : ranked)
        found.push_back(one.index);
    return found;
}

void CategorySearchModel::search(const QString& text)
{
    beginResetModel();
    m_found = matches(text.trimmed());
    endResetModel();
}

const Category* CategorySearchModel::best(const QString& text) const
{
    if (text.trimmed().isEmpty())
        return nullptr;
    const std::vector<int> found = matches(text.trimmed());
    return found.empty() ? nullptr : &m_categories.all()[static_cast<std::size_t>(found.front())];
}

int CategorySearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant CategorySearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto source = static_cast<std::size_t>(m_found[static_cast<std::size_t>(index.row())]);
    const Category& category = m_categories.all()[source];
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return titleOf(category);
    if (role == CodeRole)
        return category.code;
    return {};
}

QString titleOf(const Category& category)
{
    return QStringLiteral("%1 %2").arg(category.code, text::nameOf(category));
}

} // namespace hk::models
