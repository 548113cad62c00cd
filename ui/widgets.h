#pragma once

#include <QScrollArea>
#include <QString>
#include <QWidget>
#include <initializer_list>

class QAbstractItemView;
class QBoxLayout;
class QHBoxLayout;
class QHeaderView;
class QLabel;
class QLayout;
class QToolButton;
class QVBoxLayout;

namespace hk::ui {

/// A label of one of the roles that the style sheet knows: "muted", "caption", "section", "title", "big",
/// "fault".
QLabel* label(const char* role, QWidget* parent = nullptr);
/// A flat button that looks like a link.
QToolButton* linkButton(QWidget* parent = nullptr);
/// Sets a property that the style sheet asks for, and restyles the widget.
void setStyleProperty(QWidget* widget, const char* name, bool value);
/// A hair line between parts of a panel.
QWidget* hairLine(QWidget* parent = nullptr);
/// Makes these columns as wide as their cells and their headings need; Qt's own hint leaves out the room that the style sheet
/// gives a heading.
void fitColumns(const QAbstractItemView& view, QHeaderView& header, std::initializer_list<int> columns);
/// Lays out without margins, with the house's spacing (a grid of 8 px).
void tight(QLayout* layout, int spacing = 8);

/// Lets Tab go through the controls of a widget in the order of its layouts, for what was not made in that order. A stack's
/// pages follow each other.
void tabByLayout(QWidget* root);

/// Scrolls a panel up and down only: never narrower than what it holds. The wheel over a combo or spin box of
/// the panel scrolls too, unless that box has the focus. What has the focus is in view, however it got it.
class PanelScroll : public QScrollArea {
    Q_OBJECT
public:
    explicit PanelScroll(QWidget* content, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;
    /// For editors that come into the panel later.
    void guard(QWidget* part);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showFocus();
};

/// A part of a panel: a title that folds it, links at the right, and the content.
class Section : public QWidget {
    Q_OBJECT
public:
    explicit Section(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// A mark beside the title where the part chooses something.
    void setActive(bool active);
    void addLink(QToolButton* link);
    QVBoxLayout* content() const { return m_content; }
    QToolButton* titleButton() const { return m_title; } ///< folds; for the order of the focus
    bool isFolded() const;
    void setFolded(bool folded);

Q_SIGNALS:
    void foldedChanged(bool folded);

private:
    void updateTitle();

    QString m_text;
    bool m_active = false;
    QToolButton* m_title;
    QHBoxLayout* m_head;
    QWidget* m_body;
    QVBoxLayout* m_content;
};

} // namespace hk::ui
