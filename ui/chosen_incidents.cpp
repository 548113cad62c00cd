#include "ui/chosen_incidents.h"

#include <algorithm>

namespace hk::ui {

ChosenIncidents::ChosenIncidents(QObject* parent)
    : QObject(parent)
{}

void ChosenIncidents::setSnapshot(workspace::SnapshotPtr snapshot)
{
    m_snapshot = std::move(snapshot);
    QSet<QUuid> left;
    for (const QUuid& id : std::as_const(m_ids))
        if (m_snapshot && m_snapshot->rowOf.contains(id))
            left.insert(id);
    setIds(left);
}

QSet<QUuid> ChosenIncidents::idsOf(const std::vector<std::uint32_t>& rows) const
{
    QSet<QUuid> ids;
    if (m_snapshot)
        for (const std::uint32_t row : rows)
            if (row < m_snapshot->size())
                ids.insert(m_snapshot->incidents[row]->id);
    return ids;
}

void ChosenIncidents::setRows(const std::vector<std::uint32_t>& rows)
{
    setIds(idsOf(rows));
}

void ChosenIncidents::toggleRows(const std::vector<std::uint32_t>& rows)
{
    const QSet<QUuid> touched = idsOf(rows);
    QSet<QUuid> ids = m_ids;
    if (ids.contains(touched))
        ids.subtract(touched);
    else
        ids.unite(touched);
    setIds(ids);
}

void ChosenIncidents::setIds(const QSet<QUuid>& ids)
{
    if (ids == m_ids)
        return;
    m_ids = ids;
    Q_EMIT changed();
}

std::vector<std::uint32_t> ChosenIncidents::rows() const
{
    std::vector<std::uint32_t> rows;
    if (!m_snapshot)
        return rows;
    rows.reserve(static_cast<std::size_t>(m_ids.size()));
    for (const QUuid& id : m_ids)
        if (const auto found = m_snapshot->rowOf.constFind(id); found != m_snapshot->rowOf.constEnd())
            rows.push_back(*found);
    std::sort(rows.begin(), rows.end());
    return rows;
}

} // namespace hk::ui
