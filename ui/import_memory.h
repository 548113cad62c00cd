#pragma once

#include "ui/import_file.h"

#include <optional>

class QSettings;

namespace hk::ui {

/// What was chosen at this workstation for a file with the same column names the last time, and where files were last. (What
/// has a name lies in the incident file, for all desks.)
class ImportMemory {
public:
    explicit ImportMemory(QSettings& settings) // must outlive it
        : m_settings(settings)
    {
    }
    QString folder() const;
    void setFolder(const QString& folder);
    void store(const ImportFile& file, const exchange::ImportMapping& mapping);
    std::optional<exchange::ImportMapping> recalled(const ImportFile& file) const;

private:
    QSettings& m_settings;
};

} // namespace hk::ui
