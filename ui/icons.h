#pragma once

#include <QIcon>
#include <QString>

namespace hk::ui {

/// Which colour of the palette an icon takes.
enum class IconTone { Normal, OnAccent, Accent, Error };

/// An icon of the program's own set (resources/icons), drawn in the palette's colours, so that it serves
/// light and dark.
QIcon icon(const QString& name, IconTone tone = IconTone::Normal);
QIcon applicationIcon();

} // namespace hk::ui
