#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace hk::test {

/// Controls below `root` that are shown and that a screen reader has no name for, each as "class objectName".
QStringList namelessControls(QWidget* root);

/// Presses Tab from the first control of a window on, until the first comes again. What is not as it should be, each in a
/// sentence: a control that Tab does not reach or does not leave, and a step that goes against the order of reading (up, unless
/// to a column at the right; to the left within a line), from one control of a panel to the next.
QStringList faultsOfFocusOrder(QWidget* window);

/// Buttons and labels below `root` that are shown with less room than their words need.
QStringList clippedWords(QWidget* root);

} // namespace hk::test
