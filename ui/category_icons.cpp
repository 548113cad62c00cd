#include "ui/category_icons.h"

#include "map/scene_renderer.h"
#include "ui/theme.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>

namespace hk::ui {
namespace {

class SymbolIconEngine : public QIconEngine {
public:
    explicit SymbolIconEngine(map::IncidentLayer::CategorySymbol symbol)
        : m_symbol(std::move(symbol))
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        const QRectF place(rect);
        map::paintSymbol(*painter, place.center(), std::min(place.width(), place.height()) - 1.0, m_symbol,
                         false, isDark(QApplication::palette()));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty())
            return {};
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return picture;
    }

    QIconEngine* clone() const override { return new SymbolIconEngine(m_symbol); }

private:
    map::IncidentLayer::CategorySymbol m_symbol;
};

} // namespace

map::IncidentLayer::CategorySymbol symbolOf(const Category& category)
{
    return {category.group, category.code.left(1), category.planned};
}

QIcon categoryIcon(const Category& category)
{
    return QIcon(new SymbolIconEngine(symbolOf(category)));
}

} // namespace hk::ui
