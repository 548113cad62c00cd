#include "truetype.h"

#include <QtEndian>
#include <algorithm>

namespace hk::test {

quint32 bigEndian32(const QByteArray& bytes, qsizetype at)
{
    return at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

quint16 bigEndian16(const QByteArray& bytes, qsizetype at)
{
    return at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.constData() + at) : quint16(0);
}

TrueType::TrueType(QByteArray program)
{
    for (int i = 0; i < bigEndian16(program, 4); ++i) {
        const qsizetype entry = 12 + 16 * i;
        m_tables.insert(program.mid(entry, 4), program.mid(bigEndian32(program, entry + 8), bigEndian32(program, entry + 12)));
    }
}

int TrueType::glyphs() const
{
    return bigEndian16(table("maxp"), 4);
}

double TrueType::advance(int glyph) const
{
    const int measured = bigEndian16(table("hhea"), 34);
    const int index = std::min(glyph, measured - 1);
    return 1000.0 * bigEndian16(table("hmtx"), 4 * index) / std::max<int>(bigEndian16(table("head"), 18), 1);
}

} // namespace hk::test
