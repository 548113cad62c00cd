#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;

namespace hk::ui {

/// A small card beside a symbol: a title and lines of plain text. Lets the mouse through.
class MapCard : public QFrame {
    Q_OBJECT
public:
    explicit MapCard(QWidget* parent);

    /// Beside a place of the parent, inside its rectangle; nothing where there are no words.
    void showAt(const QPointF& place, double reach, const QStringList& words);
    /// Stays until dismissed, not only while the mouse is there.
    void setPinned(bool pinned) { m_pinned = pinned; }
    bool isPinned() const { return m_pinned && isVisible(); }
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();

    QLabel* m_title;
    QLabel* m_lines;
    bool m_pinned = false;
};

} // namespace hk::ui
