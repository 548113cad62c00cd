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

/// What a spreadsheet calls "Unicode text" is UTF-16 with a byte-order mark.
QByteArray utf8From(QByteArray bytes)
{
    const bool little = bytes.startsWith("\xFF\xFE");
    if (!little && !bytes.startsWith("\xFE\xFF"))
        return bytes;
    QStringDecoder decoder(little ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
    const QString text = decoder(bytes);
    return text.toUtf8();
}

} // namespace

Result<CsvReader> CsvReader::open(const QString& path)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, {path});
    CsvReader reader;
    reader.m_path = path;
    reader.m_file = std::make_unique<QFile>(path);
    if (!reader.m_file->open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {path}, {}, reader.m_file->errorString());
    const qint64 size = reader.m_file->size();
    // A mapped file that somebody shortens meanwhile ends the program; only what is too big to hold is mapped.
    constexpr qint64 mappedFrom = qint64(512) << 20;
    if (const uchar* mapped = size >= mappedFrom ? reader.m_file->map(0, size) : nullptr) {
        reader.m_text = {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
    } else {
        reader.m_owned = utf8From(reader.m_file->readAll());
        reader.m_text = {reader.m_owned.constData(), static_cast<std::size_t>(reader.m_owned.size())};
    }
    if (reader.m_text.starts_with("\xEF\xBB\xBF"))
        reader.m_position = 3;
    reader.skipBlankLines();
    const std::string_view rest = reader.m_text.substr(reader.m_position);
    reader.m_separator = likelySeparator(rest.substr(0, rest.find('\n')));
    std::vector<std::string_view> names;
    const Result<bool> header = reader.readRecord(names);
    if (!header)
        return tl::unexpected(header.error());
    if (!*header)
        return fail(ErrorCode::FileDamaged, {path, 1, {}}, {}, QStringLiteral("no header line"));
    for (const std::string_view name : names)
        reader.m_columns.append(decode(trimmed(name)));
    reader.m_firstRecord = reader.m_position;
    reader.m_firstLine = reader.m_nextLine;
    return reader;
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

Result<bool> CsvReader::readRecord(std::vector<std::string_view>& fields)
{
    fields.clear();
    m_unquotedUsed = 0;
    m_recordLine = m_nextLine;
    const char* const end = m_text.data() + m_text.size();
    const char* at = m_text.data() + m_position;
    if (at == end)
        return false;
    for (;;) {
        if (at != end && *at == '"') {
            const char* const begin = ++at;
            bool doubled = false;
            for (;;) {
                const char* quote = static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
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
    // Windows-1252 differs from Latin-1 only in 0x80–0x9F; of these the desk meets dashes, quotation marks and the euro.
    text = QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
    static constexpr char16_t upper[32] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    for (QChar& c : text)
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(upper[c.unicode() - 0x80]);
    return text;
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

QByteArray csvField(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.contains(',') || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r')) {
        bytes.replace("\"", "\"\"");
        return '"' + bytes + '"';
    }
    return bytes;
}

} // namespace hk::exchange
