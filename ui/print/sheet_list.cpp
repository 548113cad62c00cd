#include "ui/print/sheet_list.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace hk::ui {
namespace {

constexpr int pictureSide = 132;
constexpr int paintedRole = Qt::UserRole;

QImage small(const paper::Sheet& sheet, double ratio)
{
    const QSizeF size = sheet.size.scaled(pictureSide, pictureSide, Qt::KeepAspectRatio);
    QImage picture((size * ratio).toSize(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    {
        QPainter painter(&picture);
        paper::paintSheet(painter, sheet, picture.width() / sheet.size.width());
        painter.setPen(QColor(0xb8, 0xbc, 0xc0));
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1));
    }
    picture.setDevicePixelRatio(ratio);
    return picture;
}

/// White paper before it is painted.
QIcon blank(const paper::Sheet& sheet)
{
    QPixmap picture(sheet.size.scaled(pictureSide, pictureSide, Qt::KeepAspectRatio).toSize());
    picture.fill(Qt::white);
    return picture;
}

/// As high as its picture.
QSize roomOf(const paper::Sheet& sheet)
{
    constexpr int around = 10;
    return {pictureSide, sheet.size.scaled(pictureSide, pictureSide, Qt::KeepAspectRatio).toSize().height() + around};
}

} // namespace

SheetList::SheetList(QWidget* parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("sheets"));
    setAccessibleName(tr("Sheets"));
    setIconSize({pictureSide, pictureSide});
    setSpacing(4);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFixedWidth(pictureSide + 4 * fontMetrics().horizontalAdvance(QLatin1Char('0')) + 40);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT sheetChosen(row);
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_job.isRunning())
            paintNext();
    });
}

void SheetList::setDocument(const std::shared_ptr<const paper::Document>& document)
{
    m_document = document;
    const int current = std::max(0, currentRow());
    const auto sheets = static_cast<int>(document->sheets.size());
    {
        const QSignalBlocker blocker(this);
        while (count() > sheets)
            delete takeItem(count() - 1);
        for (int i = 0; i < sheets; ++i) {
            const paper::Sheet& sheet = document->sheets[static_cast<std::size_t>(i)];
            if (i >= count())
                addItem(new QListWidgetItem(blank(sheet), QString()));
            // Its picture of before stands until the new one is there.
            QListWidgetItem* row = item(i);
            row->setData(paintedRole, false);
            row->setSizeHint(roomOf(sheet));
            row->setText(QString::number(i + 1));
            row->setToolTip(sheet.title);
            row->setData(Qt::AccessibleTextRole, tr("Sheet %1: %2").arg(i + 1).arg(sheet.title));
        }
        setCurrentRow(std::min(current, sheets - 1));
    }
    if (currentRow() != current && currentRow() >= 0)
        Q_EMIT sheetChosen(currentRow());
    paintNext();
}

int SheetList::nextWithoutPicture() const
{
    for (int i = 0; i < count(); ++i)
        if (!item(i)->data(paintedRole).toBool() && visualItemRect(item(i)).intersects(viewport()->rect()))
            return i;
    return -1;
}

/// Of those that are in view: a series may have a hundred.
void SheetList::paintNext()
{
    const int next = isHidden() ? -1 : nextWithoutPicture();
    if (next < 0) {
        m_job.cancel();
        return;
    }
    m_job.run([document = m_document, next, ratio = devicePixelRatioF()](
                  std::stop_token) { return small(document->sheets[static_cast<std::size_t>(next)], ratio); },
              [this, next](const QImage& picture) {
                  if (QListWidgetItem* row = item(next)) {
                      QIcon icon(QPixmap::fromImage(picture));
                      icon.addPixmap(QPixmap::fromImage(picture), QIcon::Selected); // not tinted: the frame tells
                      row->setIcon(icon);
                      row->setData(paintedRole, true);
                      viewport()->update(); // a picture of another shape stood there
                  }
                  paintNext();
              });
}

void SheetList::resizeEvent(QResizeEvent* event)
{
    QListWidget::resizeEvent(event);
    if (m_document && !m_job.isRunning())
        paintNext();
}

} // namespace hk::ui
