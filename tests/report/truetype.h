#pragma once

#include <QByteArray>
#include <QHash>

namespace hk::test {

/// Numbers of a file whose bytes go from the greatest to the least.
quint32 bigEndian32(const QByteArray& bytes, qsizetype at);
quint16 bigEndian16(const QByteArray& bytes, qsizetype at);

/// What an embedded TrueType program says of its glyphs (OpenType specification: head, hhea, hmtx, maxp).
class TrueType {
public:
    explicit TrueType(QByteArray program);

    int glyphs() const;
    /// Thousandths of the font's size.
    double advance(int glyph) const;

private:
    QByteArray table(const char* tag) const { return m_tables.value(tag); }

    QHash<QByteArray, QByteArray> m_tables;
};

} // namespace hk::test
