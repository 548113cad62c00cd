#include "workspace/partner_agreement.h"

#include "core/incident_draft.h"
#include "core/personal_data.h"
#include "exchange/export_columns.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hk::workspace {
namespace {

constexpr double widestGrid = 10'000.0; // metres

const QString keyPartner = QStringLiteral("partner");
const QString keyFields = QStringLiteral("fields");
const QString keyCategories = QStringLiteral("categories");
const QString keyGrid = QStringLiteral("position_grid_m");
const QString keyFrom = QStringLiteral("valid_from");
const QString keyUntil = QStringLiteral("valid_until");
const QString keyAgreements = QStringLiteral("agreements");

std::optional<QStringList> words(const QJsonValue& value)
{
    if (!value.isArray())
        return std::nullopt;
    QStringList list;
    for (const QJsonValue& item : value.toArray()) {
        if (!item.isString())
            return std::nullopt;
        list.append(item.toString());
    }
    return list;
}

/// A date that is not understood must not read as "without limit".
std::optional<QDate> day(const QJsonValue& value)
{
    if (value.isUndefined() || value.isNull() || value.toString() == QLatin1String(""))
        return value.isUndefined() || value.isNull() || value.isString() ? std::optional<QDate>(QDate()) : std::nullopt;
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    return date.isValid() ? std::optional<QDate>(date) : std::nullopt;
}

std::optional<PartnerAgreement> agreementOf(const QJsonObject& object)
{
    const auto fields = words(object.value(keyFields));
    const auto categories = words(object.value(keyCategories));
    const auto from = day(object.value(keyFrom));
    const auto until = day(object.value(keyUntil));
    const double grid = object.value(keyGrid).toDouble(-1.0);
    const QString partner = object.value(keyPartner).toString().trimmed();
    if (partner.isEmpty() || !fields || !categories || !from || !until || !(grid >= 0.0 && grid <= widestGrid))
        return std::nullopt;
    return PartnerAgreement{partner, *fields, *categories, grid, *from, *until};
}

QString dayText(const QDate& date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QJsonObject objectOf(const PartnerAgreement& agreement)
{
    return {{keyPartner, agreement.partner},
            {keyFields, QJsonArray::fromStringList(agreement.fields)},
            {keyCategories, QJsonArray::fromStringList(agreement.categories)},
            {keyGrid, agreement.gridMetres},
            {keyFrom, dayText(agreement.validFrom)},
            {keyUntil, dayText(agreement.validUntil)}};
}

bool mayGive(const PartnerAgreement& agreement, const QString& name, const QString& text)
{
    return agreement.fields.contains(name) && findPersonalData(text).empty();
}

/// The precision whose name promises no more than the radius holds.
Precision precisionOf(double radius, Precision known)
{
    for (const Precision precision : {Precision::Point, Precision::Street, Precision::Place})
        if (precision >= known && radius <= defaultRadius(precision))
            return precision;
    return Precision::Area;
}

} // namespace

const QStringList& partnerBaseFields()
{
    static const QStringList names{QStringLiteral("id"), field::category,  QStringLiteral("category_name"), field::from,
                                   field::to,            field::precision, field::radius};
    return names;
}

const QStringList& partnerFields()
{
    static const QStringList names{field::externalId, field::place,       field::surroundings, field::organisation,
                                   field::severity,   field::persons,     field::reportedToPolice,
                                   field::description, field::status,     field::confidentiality};
    return names;
}

QString agreementsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/Handelsekartan/agreements.json");
}

Result<std::vector<PartnerAgreement>> readAgreements(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return std::vector<PartnerAgreement>{};
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {path}, {}, file.errorString());
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parsing);
    const QJsonValue list = document.object().value(keyAgreements);
    if (!list.isArray())
        return fail(ErrorCode::FileDamaged, {path, 0, {}}, {}, parsing.errorString());
    std::vector<PartnerAgreement> agreements;
    for (const QJsonValue& value : list.toArray()) {
        std::optional<PartnerAgreement> agreement = agreementOf(value.toObject());
        if (!agreement)
            return fail(ErrorCode::FileDamaged, {path, static_cast<qint64>(agreements.size()) + 1, {}});
        agreements.push_back(std::move(*agreement));
    }
    return agreements;
}

Result<void> writeAgreements(const QString& path, const std::vector<PartnerAgreement>& agreements)
{
    QJsonArray list;
    for (const PartnerAgreement& agreement : agreements)
        list.append(objectOf(agreement));
    QDir().mkpath(QFileInfo(path).absolutePath());
    const QByteArray text = QJsonDocument(QJsonObject{{keyAgreements, list}}).toJson();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path}, {}, file.errorString());
    if (file.write(text) != text.size() || !file.commit())
        return fail(ErrorCode::DiskFull, {path}, {}, file.errorString());
    return {};
}

Result<PartnerAgreement> agreementWith(const QString& partner, const std::vector<PartnerAgreement>& agreements,
                                       const QDate& today)
{
    for (const PartnerAgreement& agreement : agreements)
        if (agreement.partner.compare(partner, Qt::CaseInsensitive) == 0 &&
            (!agreement.validFrom.isValid() || agreement.validFrom <= today) &&
            (!agreement.validUntil.isValid() || today <= agreement.validUntil))
            return agreement;
    return fail(ErrorCode::NotFound, {{}, -1, QStringLiteral("agreement")}, {partner});
}

PartnerView viewFor(const PartnerAgreement& agreement, const Incident& incident)
{
    PartnerView view;
    if (incident.confidentiality == Confidentiality::Internal) {
        view.leftOut = PartnerView::LeftOut::Internal;
        return view;
    }
    if (!agreement.categories.contains(incident.category)) {
        view.leftOut = PartnerView::LeftOut::Category;
        return view;
    }
    view.incident = incident;
    Incident& given = view.incident;
    const bool isPublic = incident.confidentiality == Confidentiality::Public;
    if (!isPublic || !mayGive(agreement, field::description, incident.description))
        given.description.clear();
    if (!isPublic || !mayGive(agreement, field::place, incident.placeName))
        given.placeName.clear();
    view.textLeftOut = given.description != incident.description || given.placeName != incident.placeName;
    if (isPublic || !(agreement.gridMetres > 0.0))
        return view;
    const double cell = agreement.gridMetres;
    const auto middle = [cell](double value) { return (std::floor(value / cell) + 0.5) * cell; };
    given.position = {middle(incident.position.easting), middle(incident.position.northing)};
    given.area.clear();
    // The place is within its own radius of where it was, and that within half a diagonal of the midpoint.
    given.radius = std::ceil(incident.radius + cell * std::numbers::sqrt2 / 2.0);
    given.precision = precisionOf(given.radius, incident.precision);
    view.coarsened = true;
    return view;
}

} // namespace hk::workspace
