#include "core/category.h"

#include "core/name_table.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <stdexcept>

// A static library's resource is linked in only where it is named, and the macro may not stand in a
// namespace.
static void registerResource()
{
    Q_INIT_RESOURCE(core);
}

namespace hk {

namespace {

constexpr std::array<NamedValue<CategoryGroup>, categoryGroupCount> groupNames{{
    {CategoryGroup::Narcotics, "narcotics"},
    {CategoryGroup::Damage, "damage"},
    {CategoryGroup::Gathering, "gathering"},
    {CategoryGroup::Disorder, "disorder"},
    {CategoryGroup::Violence, "violence"},
    {CategoryGroup::Theft, "theft"},
    {CategoryGroup::Traffic, "traffic"},
    {CategoryGroup::Place, "place"},
}};

CategoryList readStandardList()
{
    registerResource();
    QFile file(QStringLiteral(":/hk/categories.json"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::logic_error("the embedded category list is missing");
    const QJsonArray rows =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("categories")).toArray();
    std::vector<Category> categories;
    categories.reserve(static_cast<std::size_t>(rows.size()));
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        const auto group = categoryGroupFromName(row.value(QStringLiteral("group")).toString());
        const QString code = row.value(QStringLiteral("code")).toString();
        if (!group || code.isEmpty())
            throw std::logic_error("the embedded category list is not well formed");
        categories.push_back({code, row.value(QStringLiteral("sv")).toString(),
                              row.value(QStringLiteral("en")).toString(), *group,
                              row.value(QStringLiteral("planned")).toBool()});
    }
    return CategoryList(std::move(categories));
}

} // namespace

QString toName(CategoryGroup value)
{
    return nameIn(groupNames, value);
}

std::optional<CategoryGroup> categoryGroupFromName(const QString& name)
{
    return valueIn(groupNames, name);
}

CategoryList::CategoryList(std::vector<Category> categories)
    : m_categories(std::move(categories))
{
    for (std::size_t i = 0; i < m_categories.size(); ++i)
        if (!m_index.contains(m_categories[i].code))
            m_index.insert(m_categories[i].code, static_cast<int>(i));
}

const CategoryList& CategoryList::standard()
{
    static const CategoryList list = readStandardList();
    return list;
}

const Category* CategoryList::find(const QString& code) const
{
    const int index = indexOf(code);
    return index < 0 ? nullptr : &m_categories[static_cast<std::size_t>(index)];
}

const Category* CategoryList::match(const QString& text) const
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return nullptr;
    if (const Category* exact = find(wanted))
        return exact;
    const auto firstWith = [&](QString Category::*member) -> const Category* {
        for (const Category& category : m_categories)
            if ((category.*member).compare(wanted, Qt::CaseInsensitive) == 0)
                return &category;
        return nullptr;
    };
    for (const auto member : {&Category::code, &Category::nameSv, &Category::nameEn})
        if (const Category* found = firstWith(member))
            return found;
    return nullptr;
}

} // namespace hk
