#pragma once

#include "paper/lettering.h"
#include "paper/structure.h"

#include <QColor>
#include <QPainter>

namespace hk::paper {

/// The inks of the page: dark enough for a grey print.
namespace ink {
inline constexpr QRgb black = 0xff1f2328;
inline constexpr QRgb grey = 0xff4b5157;
inline constexpr QRgb line = 0xffa9afb5;
inline constexpr QRgb hair = 0xffd5d9dd;
} // namespace ink

/// Measures of the page's furniture, millimetres at factor 1.
namespace metric {
inline constexpr double margin = 10.0;
inline constexpr double rhythm = 4.0; ///< between parts and of most lines
inline constexpr double heading = 4.6;
} // namespace metric

enum class Align { Left, Centre, Right };

/// A painter in millimetres that writes texts at their size on paper. Does not own the painter, which is
/// scaled so that one unit is a millimetre.
class Canvas {
public:
    /// `accent`: the colour of titles and headings. `structure` hears what is painted; null: nobody does.
    Canvas(QPainter& painter, const Lettering& letters, QRgb accent = ink::black,
           Structure* structure = nullptr)
        : m_painter(painter)
        , m_letters(letters)
        , m_accent(accent)
        , m_structure(structure)
    {}

    /// An element of the structure, from where it is made to its end.
    class Scope {
    public:
        Scope(Structure* structure, const Element& element, QPainter& painter);
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        ~Scope();

    private:
        Structure* m_structure;
        QPainter& m_painter;
    };
    /// What is painted while it lives is such an element. Text outside of any is a paragraph of its own,
    /// anything else nothing to be read.
    [[nodiscard]] Scope element(const Element& element) { return {m_structure, element, m_painter}; }
    [[nodiscard]] Scope element(Role role) { return element(Element{role}); }
    QRgb accent() const { return m_accent; }
    QPainter& painter() { return m_painter; }
    const Lettering& letters() const { return m_letters; }
    double factor() const { return m_letters.factor(); }

    /// One line; `at` is on its baseline at the left end, the middle or the right end.
    void text(const QPointF& at, Type type, const QString& text, QRgb colour = ink::black,
              Align align = Align::Left);
    /// One line turned to read upwards, its middle at `middle`.
    void upwards(const QPointF& middle, Type type, const QString& text, QRgb colour);
    void block(const TextBlock& block, QRgb colour = ink::black);
    /// The heading of a part, on one line; returns the top of what follows. `role` other than Heading: where
    /// it is none, such as when it is repeated.
    double heading(const QRectF& rect, const QString& text, Role role = Role::Heading);
    void line(const QPointF& from, const QPointF& to, double width, QRgb colour);
    void rectangle(const QRectF& rect, double width, QRgb colour);
    /// From a baseline to the middle of its digits.
    double middleOf(Type type) const { return m_letters.size(type) * 0.36; }

private:
    QPainter& m_painter;
    const Lettering& m_letters;
    QRgb m_accent;
    Structure* m_structure;
};

} // namespace hk::paper
