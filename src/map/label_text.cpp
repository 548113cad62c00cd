#include "map/label_text.h"

#include <QGuiApplication>
#include <QTextBoundaryFinder>

namespace hk::map {

namespace {

std::size_t variant(const MapStyle::LabelRule& rule)
{
    return (rule.bold ? 1U : 0U) + (rule.italic ? 2U : 0U);
}

} // namespace

QFont labelFont(const MapStyle& style, const MapStyle::LabelRule& rule, int pixelSize)
{
    QFont font = QGuiApplication::font();
    if (!style.fontFamily().isEmpty())
        font.setFamilies({style.fontFamily(), font.family()});
    font.setPixelSize(pixelSize);
    font.setWeight(rule.bold ? QFont::DemiBold : QFont::Normal);
    font.setItalic(rule.italic);
    font.setHintingPreference(pixelSize >= measuredFontSize ? QFont::PreferNoHinting : QFont::PreferVerticalHinting);
    return font;
}

QStringList graphemes(const QString& text)
{
    QStringList characters;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
        characters.append(text.mid(from, to - from));
        from = to;
    }
    return characters;
}

const QFontMetricsF& LabelMeasure::metrics(const MapStyle::LabelRule& rule)
{
    auto& kept = m_metrics[variant(rule)];
    if (!kept)
        kept = std::make_unique<QFontMetricsF>(labelFont(m_style, rule, measuredFontSize));
    return *kept;
}

double LabelMeasure::width(const MapStyle::LabelRule& rule, const QString& text, double size)
{
    double& kept = m_widths[variant(rule)][text];
    if (kept == 0)
        kept = metrics(rule).horizontalAdvance(text);
    return kept * size / measuredFontSize + rule.letterSpacing * static_cast<double>(text.size());
}

std::vector<double> LabelMeasure::advances(const MapStyle::LabelRule& rule, const QStringList& characters, double size)
{
    std::vector<double> begins{0.0};
    QString soFar;
    for (const QString& character : characters) {
        soFar += character;
        begins.push_back(width(rule, soFar, size));
    }
    return begins;
}

double LabelMeasure::ascent(const MapStyle::LabelRule& rule, double size)
{
    return metrics(rule).ascent() * size / measuredFontSize;
}

double LabelMeasure::capHeight(const MapStyle::LabelRule& rule, double size)
{
    return metrics(rule).capHeight() * size / measuredFontSize;
}

double LabelMeasure::lineHeight(const MapStyle::LabelRule& rule, double size)
{
    return metrics(rule).height() * size / measuredFontSize * 0.86;
}

} // namespace hk::map
