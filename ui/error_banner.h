#pragma once

#include "core/result.h"

#include <QFrame>
#include <vector>

class QLabel;
class QToolButton;

namespace hk::ui {

/// What went wrong, over the map and never in the way: one sentence of what happened and one of what to do,
/// technical words folded. Stays until it is put away.
class ErrorBanner : public QFrame {
    Q_OBJECT
public:
    explicit ErrorBanner(QWidget* parent = nullptr);
    void showError(const Error& error);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

Q_SIGNALS:
    void resized(); ///< shown, folded, unfolded or put away: it wants another place

private:
    void retranslate();

    Error m_error;
    QLabel* m_text;
    QLabel* m_details;
    QToolButton* m_more;
    QToolButton* m_close;
};

} // namespace hk::ui
