#include "models/sort_keys.h"

#include <algorithm>
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

bool isMark(QStringView text, qsizetype at)
{
    return at < text.size() && text[at].unicode() >= 0x0300 && text[at].unicode() <= 0x036f;
}

/// The letter at a place, moved on behind it; 0 at the end. A letter followed by its marks is read as one.
std::uint64_t nextLetter(QStringView text, qsizetype& at)
{
    if (at >= text.size())
        return 0;
    std::uint64_t letter = letterOf(text[at++]);
    for (; isMark(text, at); ++at) {
        if (text[at].unicode() == 0x030a && letter == 'a')
            letter = letterOf(u'å');
        else if (text[at].unicode() == 0x0308 && (letter == 'a' || letter == 'o'))
            letter = letterOf(letter == 'a' ? u'ä' : u'ö');
    }
    return letter;
}

} // namespace

TextKey textKey(QStringView text)
{
    if (text.isEmpty())
        return {std::numeric_limits<std::uint64_t>::max(), std::numeric_limits<std::uint64_t>::max()};
    TextKey key;
    qsizetype at = 0;
    for (int i = 0; i < 16; ++i) {
        std::uint64_t& part = i < 8 ? key.first : key.second;
        part = (part << 8U) | nextLetter(text, at);
    }
    return key;
}

int compareTexts(QStringView left, QStringView right)
{
    if (left.isEmpty() || right.isEmpty())
        return static_cast<int>(left.isEmpty()) - static_cast<int>(right.isEmpty());
    qsizetype atLeft =
        std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first - left.begin();
    while (atLeft > 0 && (isMark(left, atLeft) || isMark(right, atLeft)))
        --atLeft;
    qsizetype atRight = atLeft;
    while (atLeft < left.size() || atRight < right.size()) {
        const std::uint64_t a = nextLetter(left, atLeft);
        const std::uint64_t b = nextLetter(right, atRight);
        if (a != b)
            return a < b ? -1 : 1;
    }
    return 0;
}

} // namespace hk::models
