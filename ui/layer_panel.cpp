#include "ui/layer_panel.h"

#include "text/sentences.h"
#include "ui/caption.h"
#include "ui/icons.h"
#include "ui/widgets.h"
#include "workspace/map_legend.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

/// Title over a small remark, beside the mark and the symbol.
class LayerDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        const int lines = option.fontMetrics.height() + QFontMetrics(captionFont(option.font)).height();
        return {size.width(), lines + 12};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const bool usable = index.data(models::LayerModel::UsableRole).toBool();
        const QString title = option.text;
        option.text.clear();
        const QWidget* widget = option.widget;
        QStyle* style = widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &option, painter, widget);
        const QRect picture = style->subElementRect(QStyle::SE_ItemViewItemDecoration, &option, widget);
        const int left = picture.isValid() && !picture.isEmpty()
                             ? picture.right() + 8
                             : style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, widget).right() + 8;
        const QFontMetrics caption(captionFont(option.font));
        const int height = option.fontMetrics.height() + caption.height();
        QRect line(left, option.rect.top() + (option.rect.height() - height) / 2, option.rect.right() - left - 6,
                   option.fontMetrics.height());
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const QColor muted = mixed(text, option.palette.color(selected ? QPalette::Highlight : QPalette::Base), 0.35);
        painter->save();
        painter->setFont(option.font);
        painter->setPen(usable ? text : muted);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(title, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
        painter->setFont(captionFont(option.font));
        painter->setPen(muted);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          caption.elidedText(index.data(models::LayerModel::RemarkRole).toString(), Qt::ElideRight, line.width()));
        painter->restore();
    }
};

} // namespace

LayerPanel::LayerPanel(workspace::Layers& layers, QWidget* parent)
    : QWidget(parent)
    , m_layers(layers)
    , m_model(new models::LayerModel(layers, this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QListView(m_pages))
    , m_keys(new QWidget(this))
    , m_keyRows(new QVBoxLayout(m_keys))
    , m_emptyTitle(label("title", m_pages))
    , m_emptyAdvice(label("muted", m_pages))
    , m_emptyAdd(new QPushButton(m_pages))
    , m_add(tool("plus"))
    , m_wfs(linkButton(this))
    , m_style(tool("edit"))
    , m_goTo(tool("zoom-in"))
    , m_remove(tool("trash"))
    , m_mend(linkButton(this))
{
    setObjectName(QStringLiteral("layerPanel"));
    m_list->setObjectName(QStringLiteral("layerList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LayerDelegate(m_list));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setIconSize({20, 20});
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);

    auto* empty = new QWidget(m_pages);
    auto* emptyColumn = new QVBoxLayout(empty);
    emptyColumn->setContentsMargins(16, 24, 16, 16);
    m_emptyAdvice->setWordWrap(true);
    emptyColumn->addWidget(m_emptyTitle);
    emptyColumn->addWidget(m_emptyAdvice);
    emptyColumn->addSpacing(4);
    emptyColumn->addWidget(m_emptyAdd, 0, Qt::AlignLeft);
    emptyColumn->addStretch();
    m_pages->addWidget(empty);
    m_pages->addWidget(m_list);

    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(8, 4, 8, 4);
    tools->setSpacing(2);
    tools->addWidget(m_add);
    tools->addWidget(m_wfs);
    tools->addStretch();
    for (QToolButton* button : {m_style, m_goTo, m_remove})
        tools->addWidget(button);
    m_keyRows->setContentsMargins(16, 4, 12, 10);
    m_keyRows->setSpacing(3);
    auto* column = new QVBoxLayout(this);
    tight(column, 0);
    column->addLayout(tools);
    column->addWidget(m_pages, 1);
    column->addWidget(m_mend, 0, Qt::AlignHCenter);
    column->addWidget(m_keys);

    connect(m_add, &QToolButton::clicked, this, &LayerPanel::addWanted);
    connect(m_emptyAdd, &QPushButton::clicked, this, &LayerPanel::addWanted);
    connect(m_wfs, &QToolButton::clicked, this, &LayerPanel::wfsWanted);
    connect(m_style, &QToolButton::clicked, this, [this] { Q_EMIT styleWanted(current()); });
    connect(m_goTo, &QToolButton::clicked, this, [this] { Q_EMIT goToWanted(current()); });
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeWanted(current()); });
    connect(m_mend, &QToolButton::clicked, this, [this] { Q_EMIT mendWanted(current()); });
    connect(m_list, &QListView::doubleClicked, this, [this] { Q_EMIT styleWanted(current()); });
    connect(m_list, &QListView::customContextMenuRequested, this, &LayerPanel::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &LayerPanel::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LayerPanel::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &LayerPanel::showState);
    retranslate();
}

QToolButton* LayerPanel::tool(const char* iconName)
{
    auto* button = new QToolButton(this);
    button->setIcon(icon(QString::fromLatin1(iconName)));
    button->setAutoRaise(true);
    return button;
}

void LayerPanel::setDark(bool dark)
{
    m_dark = dark;
    m_model->setDark(dark);
    showState();
}

QUuid LayerPanel::current() const { return m_model->idAt(m_list->currentIndex()); }

void LayerPanel::setCurrent(const QUuid& id) { m_list->setCurrentIndex(m_model->indexOf(id)); }

void LayerPanel::showState()
{
    const bool any = m_model->rowCount() > 0;
    m_pages->setCurrentIndex(any ? 1 : 0);
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    const workspace::MapLayer* layer = m_layers.find(current());
    const workspace::LayerState state = m_layers.state(current());
    const bool ready = layer && state.step == workspace::LayerState::Step::Ready;
    m_style->setEnabled(ready);
    m_goTo->setEnabled(ready && layer->kind != workspace::MapLayer::Kind::Picture);
    m_remove->setEnabled(layer != nullptr);
    QString mend;
    if (layer && state.step == workspace::LayerState::Step::CrsWanted)
        mend = tr("Choose coordinate system…");
    else if (layer && layer->kind == workspace::MapLayer::Kind::Wfs)
        mend = tr("Fetch anew…");
    else if (layer && state.step == workspace::LayerState::Step::Missing)
        mend = tr("Point out the file again…");
    m_mend->setText(mend);
    m_mend->setVisible(!mend.isEmpty());
    showKeys();
}

/// What the colours of the marked layer stand for.
void LayerPanel::showKeys()
{
    while (QLayoutItem* item = m_keyRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const workspace::MapLayer* layer = m_layers.find(current());
    const bool classed = layer && layer->visible && layer->kind != workspace::MapLayer::Kind::Picture
                         && layer->style.colouring != map::LayerStyle::Colouring::Single;
    m_keys->setVisible(classed);
    if (!classed)
        return;
    m_keyRows->addWidget(label("section", m_keys));
    static_cast<QLabel*>(m_keyRows->itemAt(0)->widget())->setText(layer->style.field);
    for (const map::LayerKey& key : map::keysOf(layer->style)) {
        map::LayerStyle one = layer->style;
        one.colouring = map::LayerStyle::Colouring::Single;
        one.colour = key.colour;
        auto* row = new QWidget(m_keys);
        auto* line = new QHBoxLayout(row);
        tight(line);
        auto* swatch = new QLabel(row);
        QPixmap pixmap = QPixmap::fromImage(models::layerSwatch(one, m_layers.state(layer->id).prepared.geometry, m_dark, 32));
        pixmap.setDevicePixelRatio(2);
        swatch->setPixmap(pixmap);
        auto* words = new QLabel(row);
        words->setTextFormat(Qt::PlainText);
        words->setText(workspace::keyWords(key));
        line->addWidget(swatch);
        line->addWidget(words, 1);
        m_keyRows->addWidget(row);
    }
}

void LayerPanel::moveCurrent(int by)
{
    const QUuid id = current();
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid())
        return;
    m_layers.move(id, m_model->rowCount() - 1 - index.row() + by);
    setCurrent(id);
}

void LayerPanel::showMenu(const QPoint& at)
{
    const QUuid id = current();
    const workspace::MapLayer* found = m_layers.find(id);
    if (!found)
        return;
    const workspace::MapLayer layer = *found;
    const bool ready = m_style->isEnabled();
    QMenu menu(this);
    QAction* style = menu.addAction(tr("Appearance and source…"), this, [&] { Q_EMIT styleWanted(id); });
    QAction* labels = menu.addAction(tr("Labels"), this, [&] {
        workspace::MapLayer changed = layer;
        changed.style.labels = !layer.style.labels;
        m_layers.change(changed, tr("Labels of the layer %1").arg(layer.title));
    });
    labels->setCheckable(true);
    labels->setChecked(layer.style.labels);
    labels->setEnabled(ready && !layer.style.labelField.isEmpty());
    QAction* goTo = menu.addAction(tr("Zoom to the layer"), this, [&] { Q_EMIT goToWanted(id); });
    style->setEnabled(ready);
    goTo->setEnabled(m_goTo->isEnabled());
    menu.addSeparator();
    menu.addAction(tr("Move up"), QKeySequence(Qt::CTRL | Qt::Key_Up), this, [&] { moveCurrent(1); });
    menu.addAction(tr("Move down"), QKeySequence(Qt::CTRL | Qt::Key_Down), this, [&] { moveCurrent(-1); });
    menu.addAction(tr("Rename"), this, [&] { m_list->edit(m_list->currentIndex()); });
    menu.addSeparator();
    menu.addAction(tr("Remove"), this, [&] { Q_EMIT removeWanted(id); });
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

bool LayerPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->modifiers() & Qt::ControlModifier) != 0 && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveCurrent(key->key() == Qt::Key_Up ? 1 : -1);
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            Q_EMIT removeWanted(current());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LayerPanel::retranslate()
{
    m_emptyTitle->setText(tr("No layers yet"));
    m_emptyAdvice->setText(tr("Drop a file on the map: areas, routes, stops, a drawing or a picture. It is shown over the "
                              "background and under the incidents."));
    m_emptyAdd->setText(tr("Add layer…"));
    m_wfs->setText(tr("Connect WFS…"));
    m_list->setAccessibleName(tr("Layers"));
    const auto name = [](QToolButton* button, const QString& words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    name(m_add, tr("Add layer"));
    name(m_style, tr("Appearance and source of the layer"));
    name(m_goTo, tr("Zoom to the layer"));
    name(m_remove, tr("Remove the layer"));
    showState();
}

void LayerPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace hk::ui
