#include "paper/canvas.h"

namespace hk::paper {

namespace {

QPen penOf(double width, QRgb colour)
{
    return {QColor::fromRgba(colour), width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin};
}

} // namespace

Canvas::Scope::Scope(Structure* structure, const Element& element, QPainter& painter)
    : m_structure(structure)
    , m_painter(painter)
{
    if (m_structure != nullptr)
        m_structure->begin(element, m_painter);
}

Canvas::Scope::~Scope()
{
    if (m_structure != nullptr)
        m_structure->end(m_painter);
}

void Canvas::text(const QPointF& at, Type type, const QString& text, QRgb colour, Align align)
{
    if (text.isEmpty())
        return;
    if (m_structure != nullptr && !m_structure->isInContent()) {
        const Scope paragraph = element(Role::Paragraph);
        this->text(at, type, text, colour, align);
        return;
    }
    const double width = align == Align::Left ? 0.0 : m_letters.width(type, text);
    m_painter.save();
    m_painter.translate(at.x() - (align == Align::Left    ? 0.0
                                  : align == Align::Right ? width
                                                          : width / 2),
                        at.y());
    m_painter.scale(1 / Lettering::unitsPerMillimetre, 1 / Lettering::unitsPerMillimetre);
    m_painter.setFont(m_letters.font(type));
    m_painter.setPen(QColor::fromRgba(colour));
    if (m_structure != nullptr && m_structure->followsText()) {
        const QString space(u' ');
        m_painter.drawText(QPointF(-m_letters.width(type, space) * Lettering::unitsPerMillimetre, 0), space);
    }
    m_painter.drawText(QPointF(), text);
    m_painter.restore();
}

void Canvas::upwards(const QPointF& middle, Type type, const QString& words, QRgb colour)
{
    m_painter.save();
    m_painter.translate(middle);
    m_painter.rotate(-90);
    text({0, middleOf(type)}, type, words, colour, Align::Centre);
    m_painter.restore();
}

void Canvas::block(const TextBlock& block, QRgb colour)
{
    if (block.lines.isEmpty())
        return;
    const Scope paragraph = element(Role::Paragraph);
    double baseline = block.rect.top() + m_letters.ascent(block.type);
    for (const QString& words : block.lines) {
        text({block.rect.left(), baseline}, block.type, words, colour);
        baseline += m_letters.lineHeight(block.type);
    }
}

double Canvas::heading(const QRectF& rect, const QString& words, Role role)
{
    const Scope heading = element(role);
    text({rect.left(), rect.top() + m_letters.ascent(Type::Heading)}, Type::Heading,
         m_letters.elided(Type::Heading, words, rect.width()), m_accent);
    return rect.top() + metric::heading * factor();
}

void Canvas::line(const QPointF& from, const QPointF& to, double width, QRgb colour)
{
    m_painter.setPen(penOf(width, colour));
    m_painter.drawLine(from, to);
}

void Canvas::rectangle(const QRectF& rect, double width, QRgb colour)
{
    m_painter.setPen(penOf(width, colour));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(rect);
}

} // namespace hk::paper
