#pragma once

#include <QFrame>
#include <QStringList>

class QHBoxLayout;
class QLabel;

namespace hk::ui {

/// A question over the map that leaves the map usable: a sentence, some answers, and a way to put it away.
class DropCard : public QFrame {
    Q_OBJECT
public:
    explicit DropCard(QWidget* parent);
    /// The first answer is the one that is proposed.
    void ask(const QString& title, const QString& words, const QStringList& answers);

Q_SIGNALS:
    void answered(int answer); ///< -1: put away

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();
    void finish(int answer);

    QLabel* m_title;
    QLabel* m_words;
    QHBoxLayout* m_buttons;
};

} // namespace hk::ui
