#include "ui/import_memory.h"

#include "core/incident_draft.h"
#include "exchange/draft_builder.h"
#include "ui/import_columns_page.h"
#include "ui/import_values_page.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace hk::ui {
namespace {

QString keyOf(const ImportFile& file)
{
    QStringList columns = file.columns;
    columns.sort();
    const QByteArray names = columns.join(QChar(0x1f)).toUtf8();
    return QStringLiteral("import/")
           + QString::fromLatin1(QCryptographicHash::hash(names, QCryptographicHash::Sha1).toHex().left(16));
}

QJsonObject recalled(const QSettings& settings, const ImportFile& file)
{
    return QJsonDocument::fromJson(settings.value(keyOf(file)).toByteArray()).object();
}

const QString folderKey = QStringLiteral("import/folder");

} // namespace

QString ImportMemory::folder() const { return m_settings.value(folderKey).toString(); }

void ImportMemory::setFolder(const QString& folder) { m_settings.setValue(folderKey, folder); }

void ImportMemory::store(const ImportFile& file, const exchange::ImportMapping& mapping)
{
    QJsonObject columns;
    for (auto it = mapping.columns.constBegin(); it != mapping.columns.constEnd(); ++it)
        columns.insert(it.key(), it.value());
    QJsonObject values;
    const QHash<QString, QString> chosen = mapping.values.value(field::category);
    for (auto it = chosen.constBegin(); it != chosen.constEnd(); ++it)
        values.insert(it.key(), it.value());
    const QJsonObject all{{QStringLiteral("columns"), columns},
                          {QStringLiteral("crs"), mapping.crs},
                          {QStringLiteral("values"), values},
                          {QStringLiteral("default"), mapping.defaults.value(field::category)}};
    m_settings.setValue(keyOf(file), QJsonDocument(all).toJson(QJsonDocument::Compact));
}

void ImportMemory::recallColumns(const ImportFile& file, ImportColumnsPage& page) const
{
    const QJsonObject all = recalled(m_settings, file);
    if (all.isEmpty())
        return;
    const QJsonObject columns = all.value(QStringLiteral("columns")).toObject();
    page.chooseCrs(all.value(QStringLiteral("crs")).toString());
    for (const QString& name : exchange::importFields()) {
        const bool position = name == field::longitude || name == field::latitude || name == field::easting
                              || name == field::northing;
        if (!position || columns.contains(name))
            page.chooseColumn(name, columns.value(name).toString());
    }
}

void ImportMemory::recallDefault(const ImportFile& file, ImportValuesPage& page) const
{
    const QJsonObject all = recalled(m_settings, file);
    if (const QString code = all.value(QStringLiteral("default")).toString(); !code.isEmpty())
        page.chooseDefault(code);
}

void ImportMemory::recallValues(const ImportFile& file, const exchange::ImportReader::ValueCounts& counts,
                                ImportValuesPage& page) const
{
    recallDefault(file, page);
    const QJsonObject values = recalled(m_settings, file).value(QStringLiteral("values")).toObject();
    for (const auto& [value, count] : counts.values)
        if (values.contains(value))
            page.chooseCategory(value, values.value(value).toString());
}

} // namespace hk::ui
