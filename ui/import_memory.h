#pragma once

#include "ui/import_file.h"

class QSettings;

namespace hk::ui {

class ImportColumnsPage;
class ImportValuesPage;

/// What was chosen for a file with the same column names the last time. Without settings it remembers nothing.
class ImportMemory {
public:
    void setSettings(QSettings& settings) { m_settings = &settings; }
    void store(const ImportFile& file, const exchange::ImportMapping& mapping);
    void recallColumns(const ImportFile& file, ImportColumnsPage& page) const;
    void recallDefault(const ImportFile& file, ImportValuesPage& page) const;
    void recallValues(const ImportFile& file, const exchange::ImportReader::ValueCounts& counts,
                      ImportValuesPage& page) const;

private:
    QSettings* m_settings = nullptr;
};

} // namespace hk::ui
