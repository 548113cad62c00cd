#include "paper/lettering.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QTextLayout>
#include <cmath>

namespace hk::paper {

namespace {

struct Face {
    double size; ///< millimetres on A4
    QFont::Weight weight;
};

Face faceOf(Type type)
{
    switch (type) {
    case Type::Title:
        return {5.6, QFont::Bold};
    case Type::TitleSmall:
        return {3.7, QFont::Bold};
    case Type::Subtitle:
        return {3.2, QFont::Normal};
    case Type::Mark:
        return {3.0, QFont::Bold};
    case Type::Heading:
        return {2.9, QFont::Bold};
    case Type::Body:
        return {2.75, QFont::Normal};
    case Type::Strong:
        return {2.75, QFont::Bold};
    case Type::Small:
        return {2.3, QFont::Normal};
    case Type::SmallStrong:
        return {2.3, QFont::Bold};
    case Type::Tiny:
        return {2.05, QFont::Normal};
    }
    return {2.75, QFont::Normal};
}

constexpr double leading = 1.36;
// Switches ligatures off ("fi" would be found as one strange letter in a PDF) and is too little to be seen.
constexpr double noLigatures = 0.05;

QString familyOfPages()
{
    const QString preferred = QStringLiteral("Open Sans");
    return QFontDatabase::hasFamily(preferred) ? preferred : QGuiApplication::font().family();
}

} // namespace

Lettering::Lettering(double factor)
    : m_family(familyOfPages())
    , m_factor(factor)
{}

double Lettering::size(Type type) const
{
    return faceOf(type).size * m_factor;
}

double Lettering::lineHeight(Type type) const
{
    return size(type) * leading;
}

double Lettering::ascent(Type type) const
{
    return size(type) * 1.05;
}

QFont Lettering::font(Type type) const
{
    QFont font(m_family);
    font.setPixelSize(static_cast<int>(std::lround(size(type) * unitsPerMillimetre)));
    font.setWeight(faceOf(type).weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::AbsoluteSpacing, noLigatures);
    return font;
}

double Lettering::width(Type type, const QString& text) const
{
    return QFontMetricsF(font(type)).horizontalAdvance(text) / unitsPerMillimetre;
}

QString Lettering::elided(Type type, const QString& text, double width) const
{
    return QFontMetricsF(font(type)).elidedText(text, Qt::ElideRight, width * unitsPerMillimetre);
}

QStringList Lettering::wrapped(Type type, const QString& text, double width, int maximumLines) const
{
    QStringList lines;
    if (text.isEmpty() || maximumLines < 1)
        return lines;
    QTextLayout layout(text, font(type));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    while (true) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width * unitsPerMillimetre);
        if (lines.size() + 1 == maximumLines) {
            lines.append(elided(type, text.mid(line.textStart()).trimmed(), width));
            break;
        }
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

QString Lettering::plain(const QString& text)
{
    // Not QString::simplified, to which a no-break space is a space like others: "95 %" stays on one line.
    QString plain;
    for (const QChar c : text) {
        const bool gap = c.category() == QChar::Other_Control || (c.isSpace() && c != QChar::Nbsp);
        if (!gap)
            plain += c;
        else if (!plain.isEmpty() && !plain.endsWith(u' '))
            plain += u' ';
    }
    return plain.endsWith(u' ') ? plain.chopped(1) : plain;
}

} // namespace hk::paper
