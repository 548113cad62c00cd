#include "ui/area_names.h"

#include "exchange/area_reader.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QUuid>
#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

constexpr std::size_t mostAreas = 20'000; // of a file: all DeSO of Sweden are 6 160
constexpr qsizetype mostFields = 4;
constexpr qsizetype longestName = 80;
constexpr int areaWeight = 16;

/// The middle of all of an area, and how far it reaches from there.
void place(map::NameEntry& entry, const exchange::NamedArea& area)
{
    double xmin = 0, xmax = 0, ymin = 0, ymax = 0;
    bool first = true;
    for (const analysis::Polygon& polygon : area.polygons)
        for (const analysis::Point& p : polygon.outer) {
            xmin = first ? p.x : std::min(xmin, p.x);
            xmax = first ? p.x : std::max(xmax, p.x);
            ymin = first ? p.y : std::min(ymin, p.y);
            ymax = first ? p.y : std::max(ymax, p.y);
            first = false;
        }
    entry.position = {(xmin + xmax) / 2, (ymin + ymax) / 2};
    entry.reach = std::max(xmax - xmin, ymax - ymin) / 2;
}

/// Fields whose values tell most areas apart, the one that names them first. Numbers only where they are a code: a running
/// number or a UUID names nothing.
QList<qsizetype> tellingFields(const exchange::NamedAreas& areas)
{
    static const QRegularExpression code(QStringLiteral("kod|code"), QRegularExpression::CaseInsensitiveOption);
    QList<qsizetype> fields;
    for (qsizetype field = 0; field < areas.fields.size() && fields.size() < mostFields; ++field) {
        const QString& name = areas.fields[field];
        QSet<QString> values;
        qsizetype longest = 0;
        bool isUuid = false;
        for (const exchange::NamedArea& area : areas.areas) {
            const QString value = area.attributes.value(field).trimmed();
            isUuid = isUuid || !QUuid::fromString(value).isNull();
            longest = std::max(longest, value.size());
            if (!value.isEmpty())
                values.insert(value);
        }
        const bool tells = 5 * values.size() >= 4 * static_cast<qsizetype>(areas.areas.size()) && longest <= longestName;
        const bool isNumber = areas.numericFields.contains(name) && !code.match(name).hasMatch();
        if (name == areas.nameField)
            fields.prepend(field);
        else if (tells && !isNumber && !isUuid)
            fields.append(field);
    }
    return fields;
}

} // namespace

AreaNames::Names AreaNames::namesOf(const QString& path, std::stop_token stop)
{
    Names names;
    const auto read = exchange::readNamedAreas(path);
    if (!read || read->areas.size() > mostAreas || stop.stop_requested())
        return names;
    const QList<qsizetype> fields = tellingFields(*read);
    QSet<QString> known;
    for (const exchange::NamedArea& area : read->areas) {
        map::NameEntry entry;
        entry.theme = QStringLiteral("area");
        entry.weight = areaWeight;
        place(entry, area);
        for (const qsizetype field : fields) {
            entry.name = area.attributes.value(field).trimmed();
            entry.featureClass = path + u'\n' + read->fields[field];
            if (entry.name.isEmpty() || known.contains(entry.featureClass + u'\n' + entry.name))
                continue;
            known.insert(entry.featureClass + u'\n' + entry.name);
            QStringList detail;
            for (const qsizetype other : fields)
                if (const QString value = area.attributes.value(other).trimmed(); other != field && !value.isEmpty())
                    detail.append(value);
            detail.append(read->title);
            entry.detail = detail.join(QStringLiteral(", "));
            names.entries.push_back(entry);
        }
    }
    for (const qsizetype field : fields)
        names.sources.insert(path + u'\n' + read->fields[field], {path, read->fields[field], {}});
    return names;
}

AreaNames::AreaNames(SearchModel& search, QObject* parent)
    : QObject(parent)
    , m_search(search)
{}

void AreaNames::refresh()
{
    if (m_reading.isRunning())
        return;
    std::vector<std::pair<QString, QDateTime>> wanted;
    for (const QString& path : std::as_const(m_wanted)) {
        const QFileInfo file(path);
        const auto known = m_known.find(path);
        if (file.exists() && (known == m_known.end() || known->second.changed != file.lastModified()))
            wanted.emplace_back(path, file.lastModified());
    }
    if (wanted.empty()) {
        if (m_wanted != m_published)
            publish();
        return;
    }
    m_reading.run(
        [wanted](std::stop_token stop) {
            Read read;
            for (const auto& [path, changed] : wanted)
                if (!stop.stop_requested())
                    read[path] = {changed, std::make_shared<const Names>(namesOf(path, stop))};
            return read;
        },
        [this](const Read& read) {
            for (const auto& [path, known] : read)
                m_known[path] = known;
            publish();
        });
}

void AreaNames::publish()
{
    std::vector<map::NameEntry> entries;
    QHash<QString, AreaSource> sources;
    for (const QString& path : std::as_const(m_wanted))
        if (const auto known = m_known.find(path); known != m_known.end()) {
            entries.insert(entries.end(), known->second.names->entries.begin(), known->second.names->entries.end());
            sources.insert(known->second.names->sources);
        }
    m_published = m_wanted;
    m_search.setAreas(std::move(entries), std::move(sources));
}

} // namespace hk::ui
