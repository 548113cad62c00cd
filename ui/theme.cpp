#include "ui/theme.h"

#include <QApplication>
#include <QFont>
#include <QHash>
#include <QStyle>

namespace hk::ui {
namespace {

// Tokens between @…@ are replaced by the colours and sizes of the look.
constexpr const char* sheet = R"(
QWidget { font-size: @body@px; }
QMainWindow, QDialog { background: @window@; }
QMainWindow::separator { background: @border@; width: 3px; height: 3px; }
QMainWindow::separator:hover { background: @accent@; }
QMenuBar { background: @window@; border-bottom: 1px solid @border@; padding: 0 4px; }
QMenuBar::item { padding: 5px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover@; }
QMenu { background: @base@; border: 1px solid @border@; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 26px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft@; color: @text@; }
QMenu::item:disabled { color: @muted@; }
QMenu::separator { height: 1px; background: @border@; margin: 4px 8px; }
QMenu::icon { left: 6px; }
QMenu::indicator { left: 8px; width: 13px; height: 13px; }
QToolBar { background: @window@; border: none; border-bottom: 1px solid @border@; spacing: 4px; padding: 6px 8px; }
QToolBar::separator { background: @border@; width: 1px; margin: 4px 6px; }
QToolButton { padding: 5px 9px; border: 1px solid transparent; border-radius: 5px; background: transparent; color: @text@; }
QToolButton:hover { background: @hover@; }
QToolButton:pressed { background: @pressed@; }
QToolButton:checked { background: @accentSoft@; border-color: @accent@; }
QToolButton:focus { border-color: @accent@; }
QToolButton:disabled { color: @muted@; }
QToolButton[popupMode="2"] { padding-right: 20px; }
QToolButton[popupMode="1"] { padding-right: 22px; }
QToolButton::menu-button { border: none; width: 18px; }
QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }
QToolButton[bordered="true"] { border: 1px solid @border@; background: @base@; }
QToolButton[bordered="true"]:hover { background: @hover@; }
QToolButton[bordered="true"]:focus { border-color: @accent@; }
QToolButton[flatLink="true"] { padding: 1px 5px; color: @accent@; }
QPushButton { padding: 5px 14px; border: 1px solid @border@; border-radius: 5px; background: @base@; color: @text@; min-height: 18px; }
QPushButton:hover { background: @hover@; }
QPushButton:pressed { background: @pressed@; }
QPushButton:focus { border: 2px solid @accent@; padding: 4px 13px; }
QPushButton:disabled { color: @muted@; background: @window@; }
QPushButton[primary="true"] { background: @accent@; border-color: @accent@; color: @accentText@; font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover@; }
QPushButton[primary="true"]:focus { border: 2px solid @text@; padding: 4px 13px; }
QPushButton[primary="true"]:disabled { background: @pressed@; border-color: @pressed@; color: @muted@; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox, QDoubleSpinBox {
  background: @base@; border: 1px solid @control@; border-radius: 5px; padding: 4px 7px; color: @text@;
  selection-background-color: @accent@; selection-color: @accentText@; }
QLineEdit, QComboBox, QDateEdit, QSpinBox, QDoubleSpinBox { min-height: 18px; }
QPlainTextEdit { padding: 3px 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus { border-color: @accent@; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QPlainTextEdit:disabled { color: @muted@; background: @window@; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"], QComboBox[fault="true"], QSpinBox[fault="true"] { border: 1px solid @error@; background: @errorBack@; }
QCheckBox { spacing: 7px; }
QCheckBox::indicator, QListView::indicator { width: @indicator@px; height: @indicator@px; border: 1px solid @muted@; border-radius: 3px; background: @base@; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: @accent@; border-color: @accent@; image: url(@check@); }
QCheckBox::indicator:disabled { border-color: @border@; background: @window@; }
QCheckBox::indicator:checked:disabled { background: @muted@; border-color: @muted@; }
QCheckBox:focus { color: @accent@; text-decoration: underline; }
QCheckBox:disabled { color: @muted@; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 20px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(@chevron@); width: 12px; height: 12px; }
QSpinBox, QDoubleSpinBox { padding-right: 20px; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; border: none; width: 20px; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; border: none; width: 20px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(@chevronUp@); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(@chevron@); width: 10px; height: 10px; }
QHeaderView::down-arrow { image: url(@chevron@); subcontrol-origin: padding; subcontrol-position: center right; right: 4px; width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url(@chevronUp@); subcontrol-origin: padding; subcontrol-position: center right; right: 4px; width: 12px; height: 12px; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: url(@chevron@); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @base@; border: 1px solid @border@; selection-background-color: @accentSoft@; selection-color: @text@; outline: 0; }
QAbstractItemView { outline: 0; }
QListView, QTableView, QTreeView { background: @base@; border: 1px solid transparent; selection-background-color: @accentSoft@; selection-color: @text@; alternate-background-color: @alternate@; gridline-color: @border@; }
QListView:focus, QTableView:focus, QTreeView:focus { border-color: @accent@; }
QListView[panelList="true"] { background: @panel@; }
QListView[suggestions="true"] { border: 1px solid @border@; border-radius: 5px; padding: 3px; }
QTableView::item { padding: 0 6px; border: none; }
QTreeView::item { padding: 4px 6px; border: none; }
QTreeView::item:selected { background: @accentSoft@; color: @text@; }
QTableView::item:selected { background: @accentSoft@; color: @text@; }
QHeaderView { background: @window@; }
QHeaderView::section { background: @window@; border: none; border-right: 1px solid @border@; border-bottom: 1px solid @border@; padding: 4px 8px; color: @muted@; }
QTableCornerButton::section { background: @window@; border: none; }
QDockWidget { color: @text@; titlebar-close-icon: url(@close@); }
QDockWidget::close-button { border: none; padding: 2px; right: 6px; }
QDockWidget::close-button:hover { background: @hover@; border-radius: 4px; }
QDockWidget::title { background: @panel@; text-align: left; padding: 7px 10px 5px 12px; }
QDockWidget > QWidget { background: @panel@; }
QWidget[panel="true"] { background: @panel@; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @control@; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @muted@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QStatusBar { background: @window@; border-top: 1px solid @border@; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted@; padding: 0 4px; }
QLabel[role="muted"] { color: @muted@; }
QLabel[role="caption"] { color: @muted@; font-size: @caption@px; }
QLabel[role="section"] { font-weight: 600; }
QLabel[role="title"] { font-size: @title@px; font-weight: 600; }
QLabel[role="big"] { font-size: @big@px; font-weight: 600; }
QLabel[role="fault"] { color: @error@; }
QFrame[card="true"] { background: @base@; border: 1px solid @border@; border-radius: 8px; }
QFrame[banner="true"] { background: @errorBack@; border: 1px solid @error@; border-radius: 6px; }
QFrame[receipt="true"] { background: @text@; border-radius: 6px; }
QFrame[receipt="true"] QLabel { color: @window@; background: transparent; }
QFrame[receipt="true"] QToolButton { color: @receiptLink@; font-weight: 600; padding: 2px 8px; }
QFrame[receipt="true"] QToolButton:hover { background: @muted@; color: @window@; }
QFrame[line="true"] { background: @border@; border: none; max-height: 1px; min-height: 1px; }
QProgressBar { border: none; border-radius: 3px; background: @pressed@; max-height: 6px; min-height: 6px; color: transparent; }
QProgressBar::chunk { background: @accent@; border-radius: 3px; }
QToolTip { background: @text@; color: @window@; border: none; padding: 4px 6px; }
)";

QPalette paletteOf(const ThemeColours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.panel);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.accentText);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.text);
    palette.setColor(QPalette::ToolTipText, c.window);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Midlight, c.hover);
    palette.setColor(QPalette::Light, c.base);
    palette.setColor(QPalette::Dark, c.border.darker(130));
    palette.setColor(QPalette::BrightText, c.error);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    return palette;
}

} // namespace

ThemeColours themeColours(bool dark)
{
    if (dark)
        return {.window = QColor(0x22, 0x25, 0x29),
                .panel = QColor(0x1e, 0x21, 0x24),
                .base = QColor(0x18, 0x1a, 0x1d),
                .alternate = QColor(0x1c, 0x1f, 0x22),
                .text = QColor(0xe6, 0xe7, 0xe8),
                .muted = QColor(0xa0, 0xa7, 0xae),
                .border = QColor(0x38, 0x3d, 0x43),
                .control = QColor(0x72, 0x7a, 0x83),
                .accent = QColor(0x7f, 0xb2, 0xda),
                .accentText = QColor(0x0f, 0x18, 0x20),
                .accentSoft = QColor(0x2a, 0x3a, 0x48),
                .hover = QColor(0x2c, 0x31, 0x36),
                .pressed = QColor(0x36, 0x3c, 0x43),
                .error = QColor(0xff, 0x8f, 0x85),
                .errorBack = QColor(0x3a, 0x25, 0x25)};
    return {.window = QColor(0xf5, 0xf5, 0xf3),
            .panel = QColor(0xfb, 0xfb, 0xfa),
            .base = QColor(0xff, 0xff, 0xff),
            .alternate = QColor(0xf8, 0xf8, 0xf6),
            .text = QColor(0x23, 0x27, 0x2b),
            .muted = QColor(0x5d, 0x66, 0x6e),
            .border = QColor(0xdc, 0xdd, 0xda),
            .control = QColor(0x86, 0x8d, 0x94),
            .accent = QColor(0x2f, 0x66, 0x90),
            .accentText = QColor(0xff, 0xff, 0xff),
            .accentSoft = QColor(0xdf, 0xe9, 0xf1),
            .hover = QColor(0xec, 0xed, 0xeb),
            .pressed = QColor(0xe0, 0xe2, 0xe1),
            .error = QColor(0xb3, 0x26, 0x1e),
            .errorBack = QColor(0xfd, 0xf1, 0xf0)};
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

void applyTheme(QApplication& application, bool dark, double textScale)
{
    const ThemeColours c = themeColours(dark);
    const auto pixels = [textScale](double size) { return QString::number(qRound(size * textScale)); };
    const QHash<QString, QString> tokens{
        {QStringLiteral("window"), c.window.name()},
        {QStringLiteral("panel"), c.panel.name()},
        {QStringLiteral("base"), c.base.name()},
        {QStringLiteral("alternate"), c.alternate.name()},
        {QStringLiteral("text"), c.text.name()},
        {QStringLiteral("muted"), c.muted.name()},
        {QStringLiteral("border"), c.border.name()},
        {QStringLiteral("control"), c.control.name()},
        {QStringLiteral("accent"), c.accent.name()},
        {QStringLiteral("accentText"), c.accentText.name()},
        {QStringLiteral("accentSoft"), c.accentSoft.name()},
        {QStringLiteral("accentHover"), dark ? c.accent.lighter(110).name() : c.accent.darker(112).name()},
        {QStringLiteral("hover"), c.hover.name()},
        {QStringLiteral("pressed"), c.pressed.name()},
        {QStringLiteral("error"), c.error.name()},
        {QStringLiteral("errorBack"), c.errorBack.name()},
        {QStringLiteral("receiptLink"), themeColours(!dark).accent.name()},
        {QStringLiteral("chevron"), dark ? QStringLiteral(":/hk/icons/chevron-on-dark.svg")
                                         : QStringLiteral(":/hk/icons/chevron-on-light.svg")},
        {QStringLiteral("chevronUp"), dark ? QStringLiteral(":/hk/icons/chevron-up-on-dark.svg")
                                           : QStringLiteral(":/hk/icons/chevron-up-on-light.svg")},
        {QStringLiteral("check"), dark ? QStringLiteral(":/hk/icons/check-on-dark.svg")
                                       : QStringLiteral(":/hk/icons/check-on-light.svg")},
        {QStringLiteral("indicator"), pixels(14)},
        {QStringLiteral("close"), dark ? QStringLiteral(":/hk/icons/close-on-dark.svg")
                                       : QStringLiteral(":/hk/icons/close-on-light.svg")},
        {QStringLiteral("body"), pixels(13)},
        {QStringLiteral("caption"), pixels(11)},
        {QStringLiteral("title"), pixels(15)},
        {QStringLiteral("big"), pixels(20)}};
    QString text = QString::fromLatin1(sheet);
    for (auto token = tokens.begin(); token != tokens.end(); ++token)
        text.replace(QStringLiteral("@%1@").arg(token.key()), token.value());

    QFont font = QApplication::font();
    font.setPixelSize(qRound(13 * textScale));
    QApplication::setFont(font);
    QApplication::setPalette(paletteOf(c));
    application.setStyleSheet(text);
}

} // namespace hk::ui
