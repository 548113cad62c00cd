#pragma once

#include "core/incident_filter.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace hk::ui {

/// What to do where there is nothing to see: in an empty file, or in an empty selection.
class EmptyCard : public QFrame {
    Q_OBJECT
public:
    explicit EmptyCard(QWidget* parent = nullptr);
    /// Shows itself where nothing is selected. `total` incidents are in the file.
    void showFor(qint64 selected, qint64 total, const IncidentFilter& filter, bool readOnly);

Q_SIGNALS:
    void newIncidentWanted();
    void importWanted();
    void clearFilterWanted();
    void resized();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QString adviceFor(const IncidentFilter& filter) const;

    qint64 m_total = 0;
    bool m_readOnly = false;
    IncidentFilter m_filter;
    QLabel* m_title;
    QLabel* m_advice;
    QPushButton* m_new;
    QPushButton* m_import;
    QPushButton* m_clear;
};

} // namespace hk::ui
