#include "fuzz/mutation.h"

#include <algorithm>
#include <array>

namespace hk::test {

QByteArray damaged(const QByteArray& good, const QByteArray& other, std::mt19937& random)
{
    const auto below = [&random](qsizetype most) {
        return static_cast<qsizetype>(random() % static_cast<std::uint32_t>(std::max<qsizetype>(1, most)));
    };
    static const std::array<QByteArray, 10> stumbles{QByteArray("\xFF\xFF\xFF\xFF", 4), QByteArray("\x00\x00\x00\x00", 4),
                                                     QByteArray("\xFF\xFF\xFF\x7F", 4), QByteArray("\x00\x00\x00\x80", 4),
                                                     QByteArray("\x00\x00\x00\x00\x00\x00\xF8\x7F", 8), // not a number
                                                     QByteArray("-1"), QByteArray("1e999"), QByteArray("99999999999999999999"),
                                                     QByteArray("\xED\xA0\x80"), QByteArray("\"<[{&;")};
    QByteArray bytes = good;
    for (qsizetype change = 1 + below(4); change > 0 && !bytes.isEmpty(); --change) {
        const qsizetype at = below(bytes.size());
        switch (random() % 8) {
        case 0:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
            break;
        case 1:
            bytes[at] = static_cast<char>(random());
            break;
        case 2:
            bytes.remove(at, 1 + below(16));
            break;
        case 3:
            bytes.insert(at, bytes.mid(at, 1 + below(64)));
            break;
        case 4: {
            const QByteArray& piece = stumbles[random() % stumbles.size()];
            bytes.replace(at, std::min<qsizetype>(piece.size(), bytes.size() - at), piece);
            break;
        }
        case 5:
            bytes.insert(at, stumbles[random() % stumbles.size()]);
            break;
        case 6:
            bytes.insert(at, other.mid(below(other.size()), 1 + below(64)));
            break;
        default:
            bytes.truncate(at);
        }
    }
    return bytes;
}

} // namespace hk::test
