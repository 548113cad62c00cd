#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <optional>

namespace hk::exchange {

/// How the letters of a text file are written.
enum class TextEncoding : std::uint8_t {
    Utf8,
    Windows1252, ///< also Latin-1
    Dos850,      ///< code page 850: what older systems write
    Utf16Le,
    Utf16Be
};

/// "UTF-8", "Windows-1252", "CP850", "UTF-16LE", "UTF-16BE".
QString toName(TextEncoding encoding);
/// Case-insensitive; also "Latin-1", "ISO-8859-1". Nothing for a name that is not known.
std::optional<TextEncoding> textEncodingFromName(const QString& name);

/// By a byte-order mark; else UTF-8 where the bytes are that; else the one of Windows-1252 and code page 850 that has more
/// Swedish letters. A last letter that is cut off does not count against UTF-8. Thread-safe.
TextEncoding likelyEncoding(QByteArrayView bytes);

/// The text as UTF-8 without a byte-order mark; what is UTF-8 already is left as it is. Thread-safe.
QByteArray utf8Of(QByteArrayView bytes, TextEncoding encoding);

} // namespace hk::exchange
