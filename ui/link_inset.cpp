#include "ui/link_inset.h"

#include <QWidget>

namespace hk::ui {

int linkInset(const QWidget& widget)
{
    constexpr int paddingAndBorder = 6; // as the style sheet has them; a space is the style's own
    return paddingAndBorder + widget.fontMetrics().horizontalAdvance(QLatin1Char(' '));
}

} // namespace hk::ui
