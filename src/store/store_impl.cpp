#include "store/store_impl.h"

#include "store/incident_writer.h"

#include <QRandomGenerator>
#include <QtEndian>
#include <array>

namespace hk::store {

QDateTime IncidentStore::Impl::now() const
{
    return clock ? clock().toUTC() : QDateTime::currentDateTimeUtc();
}

Signature IncidentStore::Impl::signature() const
{
    QString name = actor.name;
    if (name.isEmpty())
        name = actor.organisation;
    if (name.isEmpty())
        name = QStringLiteral("handelsekartan");
    return {name, actor.organisation, now()};
}

sqlite::Result<std::string> IncidentStore::Impl::content() const
{
    return database.queryText("SELECT coalesce((SELECT max(number) FROM hk_log), 0) || (SELECT json_group_array(json_array("
                              "id, code, name_sv, name_en, category_group, planned)) FROM hk_categories)");
}

QUuid IncidentStore::Impl::newId()
{
    const qint64 time = now().toMSecsSinceEpoch();
    if (time > lastIdTime) {
        lastIdTime = time;
        idSequence = 0;
    } else if (++idSequence > 0xfff) { // more than 4096 in a millisecond: borrow from the next
        ++lastIdTime;
        idSequence = 0;
    }
    std::array<uchar, 16> bytes{};
    const auto milliseconds = static_cast<quint64>(lastIdTime);
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<uchar>(milliseconds >> (8 * (5 - i)));
    bytes[6] = static_cast<uchar>(0x70 | (idSequence >> 8));
    bytes[7] = static_cast<uchar>(idSequence & 0xff);
    qToBigEndian(QRandomGenerator::global()->generate64(), bytes.data() + 8);
    bytes[8] = static_cast<uchar>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(reinterpret_cast<const char*>(bytes.data()), 16));
}

Result<void> IncidentStore::Impl::requireWritable() const
{
    if (readOnly)
        return fail(ErrorCode::FileReadOnly, ErrorPlace{path, -1, {}});
    if (database.hasMoved())
        return fail(ErrorCode::FileNotFound, ErrorPlace{path, -1, {}}, {QStringLiteral("replaced")});
    return {};
}

void IncidentStore::Impl::prepare(Incident& incident, const QDateTime& at, const QString& name)
{
    if (incident.id.isNull())
        incident.id = newId();
    incident.occurredFrom = incident.occurredFrom.toUTC();
    incident.occurredTo = incident.occurredTo.isValid() ? incident.occurredTo.toUTC() : incident.occurredFrom;
    if (!hasArea(incident))
        incident.area.clear();
    incident.changedAt = at;
    incident.changedBy = name;
}

tl::unexpected<Error> IncidentStore::Impl::failed(const sqlite::Failure& failure, std::size_t index) const
{
    Error found = error(failure);
    if (found.code == ErrorCode::Conflict)
        found.place.row = static_cast<qint64>(index) + 1;
    return tl::unexpected<Error>(std::move(found));
}

} // namespace hk::store
