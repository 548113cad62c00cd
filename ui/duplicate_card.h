#pragma once

#include "workspace/likely_duplicates.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace hk::ui {

/// The incident that is logged already and is most like the one being typed: to be linked as one more source of it instead.
class DuplicateCard : public QFrame {
    Q_OBJECT
public:
    explicit DuplicateCard(QWidget* parent = nullptr);
    /// Shows the first of them, and how many more there are; hides itself for none.
    void show(const workspace::Snapshot& snapshot, const std::vector<workspace::Duplicate>& duplicates, const QDateTime& now);
    QUuid incident() const { return m_incident; }
    QString text() const;

Q_SIGNALS:
    void linkWanted(const QUuid& incident);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QUuid m_incident;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_link;
};

} // namespace hk::ui
