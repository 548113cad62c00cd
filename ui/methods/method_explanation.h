#pragma once

#include "methods/method.h"

#include <QStringList>

class QDialog;
class QWidget;

namespace hk::ui {

/// The document that explains a method (docs/metoder), in the window's language where there is one; Markdown. Empty: none.
QString methodDocument(methods::Method method);

/// "What does this mean?": the document, and the parameters in use. Not modal; goes when it is closed.
QDialog* explainMethod(QWidget* parent, methods::Method method, const QStringList& parameters);

} // namespace hk::ui
