#pragma once

#include "core/result.h"
#include "exchange/import_reader.h"

#include <memory>

class QSaveFile;

namespace hk::workspace {

/// One line per rejected row: its number, the field and code of the first fault, all faults in words, and the input's own
/// columns, so that the file can be mended and imported again.
class RejectsFile {
public:
    RejectsFile();
    ~RejectsFile();
    /// An empty path: nothing is written. FileNotWritable.
    Result<void> open(const QString& path, const QStringList& columns, char separator);
    void add(const exchange::ImportRow& row, const QString& field, const QString& code, const QString& reason);
    void add(const exchange::ImportRow& row, const std::vector<Error>& faults);
    /// All that was added has been taken by the disk, so that only the name is left to be given.
    Result<void> flush();
    Result<void> commit();

private:
    std::unique_ptr<QSaveFile> m_file;
    char m_separator = ',';
};

} // namespace hk::workspace
