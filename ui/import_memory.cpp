#include "ui/import_memory.h"

#include "exchange/import_plan.h"

#include <QJsonDocument>
#include <QSettings>

namespace hk::ui {
namespace {

QString keyOf(const ImportFile& file) { return QStringLiteral("import/shape-") + exchange::shapeOf(file.columns); }

const QString folderKey = QStringLiteral("import/folder");

} // namespace

QString ImportMemory::folder() const { return m_settings.value(folderKey).toString(); }

void ImportMemory::setFolder(const QString& folder) { m_settings.setValue(folderKey, folder); }

void ImportMemory::store(const ImportFile& file, const exchange::ImportMapping& mapping)
{
    m_settings.setValue(keyOf(file), QJsonDocument(exchange::toJson(mapping)).toJson(QJsonDocument::Compact));
}

std::optional<exchange::ImportMapping> ImportMemory::recalled(const ImportFile& file) const
{
    const QByteArray stored = m_settings.value(keyOf(file)).toByteArray();
    if (stored.isEmpty())
        return std::nullopt;
    return exchange::mappingFromJson(QJsonDocument::fromJson(stored).object());
}

} // namespace hk::ui
