#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hk::exchange {

/// A text table (RFC 4180 with any of comma, semicolon, tab), read once from front to back; a very big file is
/// memory-mapped. The header is the first line that is not blank, the separator that of the header line with the most
/// fields. UTF-8, with or without byte-order mark, or UTF-16 with one; bytes that are not UTF-8 are taken as Windows-1252.
class CsvReader {
public:
    /// FileNotFound, FileNotReadable, FileDamaged (no header).
    static Result<CsvReader> open(const QString& path);
    CsvReader(CsvReader&&) noexcept = default;
    CsvReader& operator=(CsvReader&&) noexcept = default;

    const QStringList& columns() const { return m_columns; }
    char separator() const { return m_separator; }
    /// Reads the next record that has anything in it; false at the end. Views are valid until the next call. An unclosed quotation mark is
    /// FileDamaged with the line where it was opened.
    Result<bool> next(std::vector<std::string_view>& fields);
    /// Line where the record last read begins, 1-based; the header is line 1.
    qint64 line() const { return m_recordLine; }
    void rewind();
    qint64 size() const { return static_cast<qint64>(m_text.size()); }
    qint64 position() const { return static_cast<qint64>(m_position); }
    /// All that has not been read yet.
    std::string_view rest() const { return m_text.substr(m_position); }
    static QString decode(std::string_view bytes);

private:
    CsvReader() = default;
    Result<bool> readRecord(std::vector<std::string_view>& fields);
    void skipBlankLines();
    QString m_path;
    std::unique_ptr<QFile> m_file;
    QByteArray m_owned; ///< where the file is not mapped
    std::string_view m_text;
    std::size_t m_position = 0;
    std::size_t m_firstRecord = 0;
    char m_separator = ',';
    qint64 m_nextLine = 1;
    qint64 m_firstLine = 1;
    qint64 m_recordLine = 1;
    QStringList m_columns;
    std::vector<std::unique_ptr<std::string>> m_unquoted; ///< fields with doubled quotation marks
    std::size_t m_unquotedUsed = 0;
};

/// A plain number with decimal point or comma; nothing for anything else (empty, words, trailing characters).
std::optional<double> parseNumber(std::string_view text);

/// A text as a field of a comma-separated table, in UTF-8, quoted where it must be (RFC 4180).
QByteArray csvField(const QString& text);

} // namespace hk::exchange
