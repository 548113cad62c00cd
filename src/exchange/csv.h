#pragma once

#include "core/result.h"
#include "exchange/text_encoding.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hk::exchange {

/// How a text table is written, as far as somebody has said so.
struct TableForm {
    std::optional<TextEncoding> encoding; ///< nothing: by the bytes
    char separator = '\0';                ///< comma, semicolon, tab or another; NUL: by the header line
    char decimal = '\0';                  ///< point or comma; NUL: either, number by number
    friend bool operator==(const TableForm&, const TableForm&) = default;
};

/// A text table (RFC 4180 with any of comma, semicolon, tab), read once from front to back; a very big file is
/// memory-mapped. The header is the first line that is not blank, the separator that of the header line with the most
/// fields. UTF-8, with or without byte-order mark, or UTF-16 with one; bytes that are not UTF-8 are taken as Windows-1252.
class CsvReader {
public:
    /// Whether a big file is held as a whole, as rest() needs it, or a few megabytes at a time.
    enum class Hold { Whole, Piecewise };
    /// FileNotFound, FileNotReadable, FileDamaged (no header).
    static Result<CsvReader> open(const QString& path, const TableForm& form = {}, Hold hold = Hold::Whole);
    /// A table that is no file, such as rows from the clipboard; `name` stands for the file in errors. FileDamaged.
    static Result<CsvReader> ofText(const QByteArray& text, const QString& name, const TableForm& form = {});
    CsvReader(CsvReader&&) noexcept = default;
    CsvReader& operator=(CsvReader&&) noexcept = default;

    const QStringList& columns() const { return m_columns; }
    char separator() const { return m_separator; }
    TextEncoding encoding() const { return m_encoding; }
    /// Reads the next record that has anything in it; false at the end. Views are valid until the next call. An unclosed quotation mark is
    /// FileDamaged with the line where it was opened.
    Result<bool> next(std::vector<std::string_view>& fields);
    /// Line where the record last read begins, 1-based; the header is line 1.
    qint64 line() const { return m_recordLine; }
    void rewind();
    double share() const; ///< 0–1 of the bytes read
    /// All that has not been read yet; of a file held as a whole.
    std::string_view rest() const { return m_text.substr(m_position); }
    static QString decode(std::string_view bytes);

private:
    CsvReader() = default;
    Result<void> readHeader(const TableForm& form);
    Result<bool> readRecord(std::vector<std::string_view>& fields);
    Result<bool> parseRecord(std::vector<std::string_view>& fields);
    bool readPiece();
    void skipBlankLines();
    QString m_path;
    std::unique_ptr<QFile> m_file;
    QByteArray m_owned; ///< where the file is not mapped
    std::string_view m_text;
    std::size_t m_position = 0;
    std::size_t m_dropped = 0;   ///< bytes that lay before m_text
    bool m_piecewise = false;
    bool m_cutOff = false;       ///< the record last parsed ends with the piece
    TextEncoding m_pieceEncoding = TextEncoding::Utf8;
    std::size_t m_firstRecord = 0;
    char m_separator = ',';
    TextEncoding m_encoding = TextEncoding::Utf8;
    qint64 m_nextLine = 1;
    qint64 m_firstLine = 1;
    qint64 m_recordLine = 1;
    QStringList m_columns;
    std::vector<std::unique_ptr<std::string>> m_unquoted; ///< fields with doubled quotation marks
    std::size_t m_unquotedUsed = 0;
};

/// Whether numbers are written with a decimal comma: ',' or '.'; NUL where the texts do not tell.
char likelyDecimal(const std::vector<std::string_view>& texts);

/// "1 250,5" or "1.250,5" with a decimal comma and "1,250.5" with a point, as parseNumber reads it.
std::optional<double> parseNumber(std::string_view text, char decimal);

/// A plain number with decimal point or comma; nothing for anything else (empty, words, trailing characters).
std::optional<double> parseNumber(std::string_view text);

/// A text as a field of a text table, in UTF-8, quoted where it must be (RFC 4180).
QByteArray csvField(const QString& text, char separator = ',');

} // namespace hk::exchange
