#include "ui/icons.h"

#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

static void loadIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace hk::ui {
namespace {

QByteArray svgOf(const QString& name)
{
    loadIconResources();
    QFile file(QStringLiteral(":/hk/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Paints one SVG of one stroke colour.
class SvgIconEngine : public QIconEngine {
public:
    SvgIconEngine(QByteArray svg, IconTone tone)
        : m_svg(std::move(svg))
        , m_tone(tone)
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", colourOf(mode).name().toLatin1());
        QSvgRenderer(svg).render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return picture;
    }

    QIconEngine* clone() const override { return new SvgIconEngine(m_svg, m_tone); }

private:
    QColor colourOf(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        const ThemeColours colours = themeColours(isDark(palette));
        if (mode == QIcon::Disabled) {
            QColor faded = colours.muted;
            return m_tone == IconTone::OnAccent ? colours.muted : faded.lighter(isDark(palette) ? 70 : 150);
        }
        switch (m_tone) {
        case IconTone::OnAccent:
            return colours.accentText;
        case IconTone::Accent:
            return colours.accent;
        case IconTone::Error:
            return colours.error;
        case IconTone::Normal:
            break;
        }
        return colours.text;
    }

    QByteArray m_svg;
    IconTone m_tone;
};

} // namespace

QIcon icon(const QString& name, IconTone tone)
{
    return QIcon(new SvgIconEngine(svgOf(name), tone));
}

QIcon applicationIcon()
{
    loadIconResources();
    return QIcon(QStringLiteral(":/hk/icons/application.svg"));
}

} // namespace hk::ui
