#include "exchange/csv.h"

#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace hk::exchange {
namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

char likelySeparator(std::string_view header)
{
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : {',', ';', '\t'}) {
        bool quoted = false;
        std::ptrdiff_t count = 0;
        for (const char c : header) {
            if (c == '"')
                quoted = !quoted;
            count += !quoted && c == candidate;
        }
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

/// Bytes that are enough to tell the encoding by.
constexpr qsizetype told = qsizetype(1) << 20;

constexpr qint64 piecewiseFrom = qint64(16) << 20;
constexpr qint64 pieceSize = qint64(4) << 20;

/// The reader takes UTF-8, and, where nobody has said anything, Windows-1252 for a field that is not that.
bool isReadAsItIs(const TableForm& form, TextEncoding encoding)
{
    return encoding == TextEncoding::Utf8 || (encoding == TextEncoding::Windows1252 && !form.encoding);
}

/// A number written plainly, such as -321991.125: with digits that fit a double and a power of ten that is one, the
/// quotient is rounded once and so is the nearest double.
std::optional<double> plainDecimal(std::string_view text)
{
    static constexpr double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,
                                        1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};
    constexpr std::size_t most = 18; // digits that fit 64 bits
    const bool negative = !text.empty() && text.front() == '-';
    if (negative)
        text.remove_prefix(1);
    std::uint64_t digits = 0;
    std::size_t count = 0;
    std::size_t point = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digit = static_cast<unsigned>(text[i] - '0');
        if (digit <= 9) {
            digits = digits * 10 + digit;
            ++count;
        } else if (text[i] == '.' && point == text.size()) {
            point = i;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0 || count > most || digits > (std::uint64_t{1} << 53))
        return std::nullopt;
    const double value = static_cast<double>(digits) / powers[point == text.size() ? 0 : text.size() - point - 1];
    return negative ? -value : value;
}

} // namespace

Result<CsvReader> CsvReader::open(const QString& path, const TableForm& form, Hold hold)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, {path});
    CsvReader reader;
    reader.m_path = path;
    reader.m_file = std::make_unique<QFile>(path);
    if (!reader.m_file->open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {path}, {}, reader.m_file->errorString());
    const qint64 size = reader.m_file->size();
    reader.m_encoding = form.encoding ? *form.encoding : likelyEncoding(reader.m_file->peek(told));
    const bool wide = reader.m_encoding == TextEncoding::Utf16Le || reader.m_encoding == TextEncoding::Utf16Be;
    if (hold == Hold::Piecewise && size >= piecewiseFrom && !wide) {
        reader.m_piecewise = true;
        reader.m_pieceEncoding = isReadAsItIs(form, reader.m_encoding) ? TextEncoding::Utf8 : reader.m_encoding;
        reader.readPiece();
        if (const Result<void> header = reader.readHeader(form); !header)
            return tl::unexpected(header.error());
        return reader;
    }
    // A mapped file that somebody shortens meanwhile ends the program; only what is too big to hold is mapped.
    constexpr qint64 mappedFrom = qint64(512) << 20;
    const uchar* mapped = size >= mappedFrom && isReadAsItIs(form, reader.m_encoding) ? reader.m_file->map(0, size) : nullptr;
    if (mapped) {
        reader.m_text = {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
    } else {
        reader.m_owned = reader.m_file->readAll();
        if (!isReadAsItIs(form, reader.m_encoding))
            reader.m_owned = utf8Of(reader.m_owned, reader.m_encoding);
        reader.m_text = {reader.m_owned.constData(), static_cast<std::size_t>(reader.m_owned.size())};
    }
    if (const Result<void> header = reader.readHeader(form); !header)
        return tl::unexpected(header.error());
    return reader;
}

Result<CsvReader> CsvReader::ofText(const QByteArray& text, const QString& name, const TableForm& form)
{
    CsvReader reader;
    reader.m_path = name;
    reader.m_encoding = form.encoding ? *form.encoding : likelyEncoding(QByteArrayView(text).first(std::min(told, text.size())));
    reader.m_owned = isReadAsItIs(form, reader.m_encoding) ? text : utf8Of(text, reader.m_encoding);
    reader.m_text = {reader.m_owned.constData(), static_cast<std::size_t>(reader.m_owned.size())};
    if (const Result<void> header = reader.readHeader(form); !header)
        return tl::unexpected(header.error());
    return reader;
}

Result<void> CsvReader::readHeader(const TableForm& form)
{
    if (m_text.starts_with("\xEF\xBB\xBF"))
        m_position = 3;
    skipBlankLines();
    const std::string_view rest = m_text.substr(m_position);
    m_separator = form.separator != '\0' ? form.separator : likelySeparator(rest.substr(0, rest.find('\n')));
    std::vector<std::string_view> names;
    const Result<bool> header = readRecord(names);
    if (!header)
        return tl::unexpected(header.error());
    if (!*header)
        return fail(ErrorCode::FileDamaged, {m_path, 1, {}}, {}, QStringLiteral("no header line"));
    for (const std::string_view name : names)
        m_columns.append(decode(trimmed(name)));
    m_firstRecord = m_dropped + m_position;
    m_firstLine = m_nextLine;
    return {};
}

void CsvReader::skipBlankLines()
{
    for (;;) {
        const std::size_t end = m_text.find('\n', m_position);
        if (end == std::string_view::npos || !trimmed(m_text.substr(m_position, end - m_position)).empty())
            return;
        m_position = end + 1;
        ++m_nextLine;
    }
}

void CsvReader::rewind()
{
    m_position = m_firstRecord;
    m_nextLine = m_firstLine;
    if (!m_piecewise)
        return;
    m_file->seek(0);
    m_owned.clear();
    m_text = {};
    m_position = 0;
    while (m_text.size() < m_firstRecord && readPiece()) {
    }
    m_dropped = 0;
    m_position = std::min(m_firstRecord, m_text.size());
}

double CsvReader::share() const
{
    const auto all = static_cast<double>(m_piecewise ? m_file->size() : static_cast<qint64>(m_text.size()));
    const auto read = static_cast<double>(m_piecewise ? m_file->pos() : static_cast<qint64>(m_position));
    return all > 0.0 ? read / all : 1.0;
}

/// What has not been parsed yet moves to the front, and the next piece behind it; false at the end of the file.
bool CsvReader::readPiece()
{
    // A record longer than a piece is parsed again with twice as much of it.
    const qint64 left = static_cast<qint64>(m_text.size()) - static_cast<qint64>(m_position);
    const QByteArray piece = m_file->read(std::max(pieceSize, left));
    if (piece.isEmpty())
        return false;
    m_owned.remove(0, static_cast<qsizetype>(m_position));
    m_dropped += m_position;
    m_owned += m_pieceEncoding == TextEncoding::Utf8 ? piece : utf8Of(piece, m_pieceEncoding);
    m_position = 0;
    m_text = {m_owned.constData(), static_cast<std::size_t>(m_owned.size())};
    return true;
}

Result<bool> CsvReader::readRecord(std::vector<std::string_view>& fields)
{
    for (;;) {
        const qint64 line = m_nextLine;
        const std::size_t begin = m_position;
        m_cutOff = false;
        Result<bool> read = parseRecord(fields);
        if (!m_piecewise || !m_cutOff)
            return read;
        m_position = begin;
        m_nextLine = line;
        if (!readPiece())
            return parseRecord(fields); // that was all
    }
}

Result<bool> CsvReader::next(std::vector<std::string_view>& fields)
{
    for (;;) {
        Result<bool> more = readRecord(fields);
        // A spreadsheet writes its empty rows as separators only.
        const bool blank = more && *more && std::all_of(fields.begin(), fields.end(), [](std::string_view field) {
                               return trimmed(field).empty();
                           });
        if (!blank)
            return more;
    }
}

Result<bool> CsvReader::parseRecord(std::vector<std::string_view>& fields)
{
    fields.clear();
    m_unquotedUsed = 0;
    m_recordLine = m_nextLine;
    const char* const end = m_text.data() + m_text.size();
    const char* at = m_text.data() + m_position;
    m_cutOff = at == end;
    if (at == end)
        return false;
    for (;;) {
        if (at != end && *at == '"') {
            const char* const begin = ++at;
            bool doubled = false;
            for (;;) {
                const char* quote = static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
                m_cutOff = !quote;
                if (!quote)
                    return fail(ErrorCode::FileDamaged, {m_path, m_recordLine, {}}, {},
                                QStringLiteral("quotation mark without its end"));
                for (const char* c = at; c != quote; ++c)
                    m_nextLine += *c == '\n';
                at = quote + 1;
                if (at != end && *at == '"') {
                    doubled = true;
                    ++at;
                    continue;
                }
                std::string_view field(begin, static_cast<std::size_t>(quote - begin));
                if (doubled) {
                    if (m_unquotedUsed == m_unquoted.size())
                        m_unquoted.push_back(std::make_unique<std::string>());
                    std::string& plain = *m_unquoted[m_unquotedUsed++];
                    plain.clear();
                    for (std::size_t i = 0; i < field.size(); ++i) {
                        plain.push_back(field[i]);
                        if (field[i] == '"')
                            ++i;
                    }
                    field = plain;
                }
                fields.push_back(field);
                break;
            }
            while (at != end && *at != m_separator && *at != '\n') // only a carriage return belongs here
                ++at;
        } else {
            const char* const begin = at;
            while (at != end && *at != m_separator && *at != '\n')
                ++at;
            std::string_view field(begin, static_cast<std::size_t>(at - begin));
            if ((at == end || *at == '\n') && !field.empty() && field.back() == '\r')
                field.remove_suffix(1);
            fields.push_back(field);
        }
        m_cutOff = at == end;
        if (at == end)
            break;
        if (*at++ == '\n') {
            ++m_nextLine;
            break;
        }
    }
    m_position = static_cast<std::size_t>(at - m_text.data());
    return true;
}

QString CsvReader::decode(std::string_view bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (!utf8.hasError())
        return text;
    return QString::fromUtf8(utf8Of(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())), TextEncoding::Windows1252));
}

std::optional<double> parseNumber(std::string_view text)
{
    text = trimmed(text);
    if (text.empty())
        return std::nullopt;
    if (text.front() == '+')
        text.remove_prefix(1);
    if (const std::optional<double> plain = plainDecimal(text))
        return plain;
    double value = 0.0;
    const char* const end = text.data() + text.size();
    auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error == std::errc{} && stop == end)
        return value;
    if (error == std::errc{} && *stop == ',' && text.find('.') == std::string_view::npos && text.size() < 64) {
        char copy[64];
        std::memcpy(copy, text.data(), text.size());
        copy[stop - text.data()] = '.';
        const auto [again, failure] = std::from_chars(copy, copy + text.size(), value);
        if (failure == std::errc{} && again == copy + text.size())
            return value;
    }
    return std::nullopt;
}

char likelyDecimal(const std::vector<std::string_view>& texts)
{
    std::size_t points = 0;
    std::size_t commas = 0;
    for (const std::string_view text : texts) {
        if (!parseNumber(text))
            continue;
        points += text.find('.') != std::string_view::npos;
        commas += text.find(',') != std::string_view::npos;
    }
    if (points == commas)
        return '\0';
    return points > commas ? '.' : ',';
}

std::optional<double> parseNumber(std::string_view text, char decimal)
{
    if (decimal == '\0')
        return parseNumber(text);
    constexpr std::string_view hardSpace = "\xC2\xA0";
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (text.substr(i).starts_with(hardSpace))
            ++i;
        else if (c == decimal)
            plain.push_back('.');
        else if (c != ' ' && c != '.' && c != ',')
            plain.push_back(c);
    }
    return parseNumber(plain);
}

QByteArray csvField(const QString& text, char separator)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.contains(separator) || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r')) {
        bytes.replace("\"", "\"\"");
        return '"' + bytes + '"';
    }
    return bytes;
}

} // namespace hk::exchange
