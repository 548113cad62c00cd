#pragma once

class QWidget;

namespace hk::ui {

/// How far the words of a linkButton stand inside its left edge: what its row is moved by where they are to stand at the edge of
/// what is above them.
int linkInset(const QWidget& widget);

} // namespace hk::ui
