#pragma once

#include "methods/method.h"

#include <QListWidget>

namespace hk::ui {

/// The methods to choose from: the name of each, and in a line what it answers.
class MethodList : public QListWidget {
    Q_OBJECT
public:
    explicit MethodList(QWidget* parent = nullptr);
    void retranslate();

Q_SIGNALS:
    void methodChosen(hk::methods::Method method);

protected:
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace hk::ui
