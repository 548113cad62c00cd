#pragma once

#include "ui/import_file.h"

class QSettings;

namespace hk::ui {

class ImportColumnsPage;
class ImportValuesPage;

/// What was chosen for a file with the same column names the last time, and where files were last.
class ImportMemory {
public:
    explicit ImportMemory(QSettings& settings) // must outlive it
        : m_settings(settings)
    {
    }
    QString folder() const;
    void setFolder(const QString& folder);
    void store(const ImportFile& file, const exchange::ImportMapping& mapping);
    void recallColumns(const ImportFile& file, ImportColumnsPage& page) const;
    void recallDefault(const ImportFile& file, ImportValuesPage& page) const;
    void recallValues(const ImportFile& file, const exchange::ImportReader::ValueCounts& counts,
                      ImportValuesPage& page) const;

private:
    QSettings& m_settings;
};

} // namespace hk::ui
