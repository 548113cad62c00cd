#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace hk::ui {

enum class ThemeMode { System, Light, Dark };

/// The colours of one look. Red stands for errors only; the accent is the one quiet blue.
struct ThemeColours {
    QColor window;
    QColor panel;
    QColor base;
    QColor alternate;
    QColor text;
    QColor muted;
    QColor border;  ///< between parts; quiet
    QColor control; ///< edge of what is typed in, and handles: told from the ground (WCAG 1.4.11)
    QColor accent;
    QColor accentText;
    QColor accentSoft;
    QColor hover;
    QColor pressed;
    QColor error;
    QColor errorBack;
};
ThemeColours themeColours(bool dark);

/// Whether a palette is a dark one: how a widget that paints itself knows.
bool isDark(const QPalette& palette);

/// Palette, fonts (13 px body at `textScale` 1) and the one style sheet. Call on the window's thread.
void applyTheme(QApplication& application, bool dark, double textScale = 1.0);

} // namespace hk::ui
