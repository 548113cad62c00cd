#include "ui/hotspot_panel.h"

#include "ui/smoothing_slider.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QEvent>
#include <QFontInfo>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace hk::ui {
namespace {

using models::HotspotModel;

constexpr int badge = 24;
constexpr int gap = 10;

/// Rank in a circle; name; the facts; the leading categories and hours.
class HotspotDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int lines = index.data(HotspotModel::HoursRole).toString().isEmpty() ? 2 : 3;
        const QFontMetrics small(smallFont(option.font));
        return {160, option.fontMetrics.height() + lines * (small.height() + 2) + 18};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ThemeColours colours = themeColours(isDark(option.palette));
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected)
            painter->fillRect(option.rect, colours.accentSoft);
        else if ((option.state & QStyle::State_MouseOver) != 0)
            painter->fillRect(option.rect, colours.hover);
        if (selected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours.accent);
        painter->fillRect(
            QRect(option.rect.left() + 12 + badge + gap, option.rect.bottom(), option.rect.width(), 1),
            colours.border);

        QRect rect = option.rect.adjusted(12, 8, -10, -8);
        paintRank(*painter, option, index, rect, colours);
        rect.setLeft(rect.left() + badge + gap);

        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        const auto line = [&](const QFont& font, const QColor& colour, const QString& text) {
            if (text.isEmpty())
                return;
            const QFontMetrics metrics(font);
            painter->setFont(font);
            painter->setPen(colour);
            painter->drawText(QRect(rect.left(), rect.top(), rect.width(), metrics.height()),
                              Qt::AlignLeft | Qt::AlignVCenter,
                              metrics.elidedText(text, Qt::ElideRight, rect.width()));
            rect.setTop(rect.top() + metrics.height() + 2);
        };
        line(bold, colours.text, index.data(HotspotModel::NameRole).toString());
        const QFont small = smallFont(option.font);
        line(small, colours.text, index.data(HotspotModel::FactsRole).toString());
        line(small, colours.muted, index.data(HotspotModel::HoursRole).toString());
        line(small, colours.muted, index.data(HotspotModel::CategoriesRole).toString());
        painter->restore();
    }

private:
    static QFont smallFont(const QFont& font)
    {
        QFont small = font;
        small.setPixelSize(qRound(QFontInfo(font).pixelSize() * 11.5 / 13.0));
        return small;
    }

    static void paintRank(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                          const QRect& rect, const ThemeColours& colours)
    {
        const QRect circle(rect.left(), rect.top(), badge, badge);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.text);
        painter.drawEllipse(circle);
        QFont font = option.font;
        font.setPixelSize(12);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(colours.base);
        painter.drawText(circle, Qt::AlignCenter,
                         QString::number(index.data(HotspotModel::RankRole).toInt()));
    }
};

} // namespace

HotspotPanel::HotspotPanel(QWidget* parent)
    : QWidget(parent)
    , m_smoothing(new SmoothingSlider(this))
    , m_caption(label("caption", this))
    , m_list(new QListView(this))
    , m_empty(label("muted", this))
    , m_pages(new QStackedWidget(this))
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    m_list->setObjectName(QStringLiteral("hotspotList"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HotspotDelegate(m_list));
    m_list->setProperty("panelList", true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_caption->setWordWrap(true);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    tight(column, 6);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->addWidget(m_caption);
    column->addLayout(head);
    auto* smoothing = new QHBoxLayout;
    smoothing->setContentsMargins(12, 0, 12, 0);
    smoothing->addWidget(m_smoothing);
    column->addLayout(smoothing);
    auto* emptyPage = new QWidget(this);
    auto* emptyRow = new QHBoxLayout(emptyPage);
    emptyRow->setContentsMargins(12, 0, 12, 0);
    emptyRow->addWidget(m_empty);
    m_pages->addWidget(m_list);
    m_pages->addWidget(emptyPage);
    column->addWidget(m_pages, 1);
    connect(m_list, &QListView::clicked, this, &HotspotPanel::choose);
    connect(m_list, &QListView::activated, this, &HotspotPanel::choose);
    setRows({});
    setFileOpen(false);
    retranslate();
}

void HotspotPanel::setFileOpen(bool open)
{
    m_empty->setVisible(open);
    m_smoothing->setVisible(open);
}

void HotspotPanel::setRows(std::vector<workspace::HotspotRow> rows)
{
    // Another selection ranks anew: what was chosen stays so only under its own name.
    const QString name = m_list->currentIndex().data(HotspotModel::NameRole).toString();
    m_model.setRows(std::move(rows));
    m_pages->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    const auto same = std::find_if(m_model.rows().begin(), m_model.rows().end(),
                                   [&name](const workspace::HotspotRow& row) { return row.name == name; });
    setCurrentRank(same == m_model.rows().end() || name.isEmpty() ? 0 : same->rank);
}

void HotspotPanel::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
}

void HotspotPanel::setCurrentRank(int rank)
{
    const int row = m_model.rowOfRank(rank);
    const QSignalBlocker block(m_list);
    if (row < 0) {
        m_list->clearSelection();
        m_list->setCurrentIndex({});
        return;
    }
    m_list->setCurrentIndex(m_model.index(row));
    m_list->scrollTo(m_model.index(row));
}

int HotspotPanel::currentRank() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? index.data(HotspotModel::RankRole).toInt() : 0;
}

void HotspotPanel::choose(const QModelIndex& index)
{
    Q_EMIT rankChosen(index.data(HotspotModel::RankRole).toInt());
}

void HotspotPanel::retranslate()
{
    m_list->setAccessibleName(tr("Hotspots"));
    m_empty->setText(
        tr("No hotspots. There are too few incidents with an exact place in the selection: choose a "
           "longer period or more categories."));
}

void HotspotPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace hk::ui
