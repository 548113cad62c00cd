#pragma once

#include <QDateTime>
#include <QFrame>

class QLabel;
class QPushButton;

namespace hk::ui {

/// "You have a form begun at 14:02": at the head of the map after opening a file, until it is gone on with or thrown away.
class DraftOffer : public QFrame {
    Q_OBJECT
public:
    explicit DraftOffer(QWidget* parent = nullptr);
    void offer(const QDateTime& startedAt, const QDateTime& now);
    QString text() const;

Q_SIGNALS:
    void goOnWanted();
    void throwAwayWanted();
    void resized();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QDateTime m_startedAt;
    QDateTime m_now;
    QLabel* m_text;
    QPushButton* m_goOn;
    QPushButton* m_throwAway;
};

} // namespace hk::ui
