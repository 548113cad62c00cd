#include "models/sort_keys.h"

#include <limits>

namespace hk::models {
namespace {

std::uint64_t letterOf(QChar c)
{
    switch (c.unicode()) {
    case u'å':
    case u'Å':
        return 'z' + 1;
    case u'ä':
    case u'Ä':
    case u'æ':
    case u'Æ':
        return 'z' + 2;
    case u'ö':
    case u'Ö':
    case u'ø':
    case u'Ø':
        return 'z' + 3;
    default:
        break;
    }
    if (c.unicode() < 128)
        return c.toLower().unicode();
    const QString parts = c.decomposition();
    const QChar base = parts.isEmpty() ? c : parts.front();
    return base.unicode() < 128 ? base.toLower().unicode() : 254U;
}

} // namespace

TextKey textKey(QStringView text)
{
    if (text.isEmpty())
        return {std::numeric_limits<std::uint64_t>::max(), std::numeric_limits<std::uint64_t>::max()};
    TextKey key;
    for (qsizetype i = 0; i < 16; ++i) {
        const std::uint64_t letter = i < text.size() ? letterOf(text[i]) : 0U;
        std::uint64_t& part = i < 8 ? key.first : key.second;
        part = (part << 8U) | letter;
    }
    return key;
}

} // namespace hk::models
