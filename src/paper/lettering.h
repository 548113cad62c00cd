#pragma once

#include <QFont>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace hk::paper {

/// The kinds of text on a page, from the largest to the smallest.
enum class Type { Title, TitleSmall, Subtitle, Mark, Heading, Body, Strong, Small, SmallStrong, Tiny };

/// Lines of one kind of text in a rectangle, from its top.
struct TextBlock {
    QRectF rect; ///< millimetres
    Type type = Type::Body;
    QStringList lines;
};

/// Fonts and measures of text in millimetres, the same for every device: text is measured in fonts of a size
/// so great that no hinting or rounding of a device is in it. Thread-safe; needs a QGuiApplication.
class Lettering {
public:
    /// Font units per millimetre: a font made here is drawn on a painter scaled by 1 / unitsPerMillimetre.
    static constexpr double unitsPerMillimetre = 100.0;

    /// `factor` enlarges all sizes (1 on A4).
    explicit Lettering(double factor);

    double factor() const { return m_factor; }
    double size(Type type) const;       ///< em, millimetres
    double lineHeight(Type type) const; ///< from baseline to baseline, millimetres
    double ascent(Type type) const;     ///< from the top of a line to its baseline, millimetres
    QFont font(Type type) const;

    double width(Type type, const QString& text) const; ///< millimetres
    /// The text, or its beginning with "…", in at most `width` millimetres.
    QString elided(Type type, const QString& text, double width) const;
    /// Lines of at most `width` millimetres; what does not fit in `maximumLines` is elided.
    QStringList wrapped(Type type, const QString& text, double width, int maximumLines) const;

    /// Height of so many lines, millimetres.
    double linesHeight(Type type, qsizetype lines) const { return static_cast<double>(lines) * lineHeight(type); }

    /// On one line, without control characters.
    static QString plain(const QString& text);

private:
    QString m_family;
    double m_factor;
};

} // namespace hk::paper
