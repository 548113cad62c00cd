#pragma once

#include <QFrame>

class QLabel;
class QTimer;
class QToolButton;

namespace hk::ui {

/// What has just been done, with "Undo", for some seconds at the foot of the map.
class ReceiptBar : public QFrame {
    Q_OBJECT
public:
    explicit ReceiptBar(QWidget* parent = nullptr);
    void showReceipt(const QString& text, bool undoable);
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
};

} // namespace hk::ui
