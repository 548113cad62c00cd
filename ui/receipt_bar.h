#pragma once

#include <QFrame>

class QLabel;
class QTimer;
class QToolButton;
class QUndoStack;

namespace hk::ui {

/// What has just been done, with "Undo", for some seconds at the foot of the map.
class ReceiptBar : public QFrame {
    Q_OBJECT
public:
    explicit ReceiptBar(QWidget* parent = nullptr);
    /// "Undo" belongs to the step that is the stack's last when the receipt is shown; when the stack moves on, by whatever
    /// hand, the receipt goes, so that it never undoes another step.
    void follow(const QUndoStack& stack);
    void showReceipt(const QString& text, bool undoable);
    /// That something waits, for as long as it does: until `endWaiting` or the next receipt.
    void showWaiting(const QString& text);
    void endWaiting();
    QString text() const;

Q_SIGNALS:
    void undoWanted();
    void resized();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* m_text;
    QToolButton* m_undo;
    QTimer* m_timer;
    const QUndoStack* m_stack = nullptr;
    bool m_waiting = false;
    int m_step = -1; ///< of the receipt's "Undo"; -1: not undoable
};

} // namespace hk::ui
