#include "exchange/text_encoding.h"

#include "core/name_table.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace hk::exchange {
namespace {

constexpr std::array<NamedValue<TextEncoding>, 5> names{{
    {TextEncoding::Utf8, "UTF-8"},
    {TextEncoding::Windows1252, "Windows-1252"},
    {TextEncoding::Dos850, "CP850"},
    {TextEncoding::Utf16Le, "UTF-16LE"},
    {TextEncoding::Utf16Be, "UTF-16BE"},
}};

/// Windows-1252 differs from Latin-1 only in 0x80–0x9F.
constexpr char16_t windows1252[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};
/// 0x80–0xFF of code page 850.
constexpr char16_t dos850[128] = {
    0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF,
    0x00EE, 0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9,
    0x00FF, 0x00D6, 0x00DC, 0x00F8, 0x00A3, 0x00D8, 0x00D7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA,
    0x00F1, 0x00D1, 0x00AA, 0x00BA, 0x00BF, 0x00AE, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00C1, 0x00C2, 0x00C0, 0x00A9, 0x2563, 0x2551, 0x2557,
    0x255D, 0x00A2, 0x00A5, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x00E3, 0x00C3,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x00A4, 0x00F0, 0x00D0, 0x00CA, 0x00CB,
    0x00C8, 0x0131, 0x00CD, 0x00CE, 0x00CF, 0x2518, 0x250C, 0x2588, 0x2584, 0x00A6, 0x00CC, 0x2580,
    0x00D3, 0x00DF, 0x00D4, 0x00D2, 0x00F5, 0x00D5, 0x00B5, 0x00FE, 0x00DE, 0x00DA, 0x00DB, 0x00D9,
    0x00FD, 0x00DD, 0x00AF, 0x00B4, 0x00AD, 0x00B1, 0x2017, 0x00BE, 0x00B6, 0x00A7, 0x00F7, 0x00B8,
    0x00B0, 0x00A8, 0x00B7, 0x00B9, 0x00B3, 0x00B2, 0x25A0, 0x00A0,
};

constexpr QByteArrayView markUtf8("\xEF\xBB\xBF");
constexpr QByteArrayView markLittle("\xFF\xFE");
constexpr QByteArrayView markBig("\xFE\xFF");

/// å, ä and ö in either case.
constexpr std::array<unsigned char, 6> swedish1252{0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6};
constexpr std::array<unsigned char, 6> swedish850{0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99};

/// A text cut off within a letter is UTF-8 all the same.
QByteArrayView withoutCutLetter(QByteArrayView bytes)
{
    constexpr qsizetype longest = 3; // bytes that may stand before the missing ones
    for (qsizetype back = 1; back <= std::min(longest, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (byte < 0x80)
            break;
        if (byte >= 0xC0)
            return bytes.chopped(back);
    }
    return bytes;
}

QString singleBytes(QByteArrayView bytes, TextEncoding encoding)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        const char16_t unit = c.unicode();
        if (encoding == TextEncoding::Dos850 && unit >= 0x80)
            c = QChar(dos850[unit - 0x80]);
        else if (encoding == TextEncoding::Windows1252 && unit >= 0x80 && unit < 0xA0)
            c = QChar(windows1252[unit - 0x80]);
    }
    return text;
}

} // namespace

QString toName(TextEncoding encoding) { return nameIn(names, encoding); }

std::optional<TextEncoding> textEncodingFromName(const QString& name)
{
    if (const std::optional<TextEncoding> known = valueIn(names, name))
        return known;
    if (name.compare(QLatin1String("Latin-1"), Qt::CaseInsensitive) == 0
        || name.compare(QLatin1String("ISO-8859-1"), Qt::CaseInsensitive) == 0)
        return TextEncoding::Windows1252;
    return std::nullopt;
}

TextEncoding likelyEncoding(QByteArrayView bytes)
{
    if (bytes.startsWith(markLittle))
        return TextEncoding::Utf16Le;
    if (bytes.startsWith(markBig))
        return TextEncoding::Utf16Be;
    if (bytes.startsWith(markUtf8) || withoutCutLetter(bytes).isValidUtf8())
        return TextEncoding::Utf8;
    const auto count = [bytes](const std::array<unsigned char, 6>& letters) {
        return std::count_if(bytes.begin(), bytes.end(), [&letters](char byte) {
            return std::find(letters.begin(), letters.end(), static_cast<unsigned char>(byte)) != letters.end();
        });
    };
    return count(swedish850) > count(swedish1252) ? TextEncoding::Dos850 : TextEncoding::Windows1252;
}

QByteArray utf8Of(QByteArrayView bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return (bytes.startsWith(markUtf8) ? bytes.sliced(markUtf8.size()) : bytes).toByteArray();
    case TextEncoding::Windows1252:
    case TextEncoding::Dos850:
        return singleBytes(bytes, encoding).toUtf8();
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
        break;
    }
    const bool little = encoding == TextEncoding::Utf16Le;
    if (bytes.startsWith(little ? markLittle : markBig))
        bytes = bytes.sliced(2);
    QStringDecoder decoder(little ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
    const QString text = decoder(bytes);
    return text.toUtf8();
}

} // namespace hk::exchange
