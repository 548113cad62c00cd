#pragma once

#include <QIcon>
#include <QLineEdit>
#include <QPointer>
#include <functional>

class QAbstractItemModel;
class QListView;

namespace hk::ui {

/// A line edit with a list of suggestions under it. The first suggestion is marked: Enter takes it, arrows
/// choose another, Esc puts the list away. The list lives in the same window and never takes the focus.
class SuggestEdit : public QLineEdit {
    Q_OBJECT
public:
    /// `model` must outlive the edit; its display role is the text, `detailRole` a muted word to the right.
    explicit SuggestEdit(QAbstractItemModel* model, int detailRole = -1, QWidget* parent = nullptr);
    ~SuggestEdit() override;

    /// The sign before a suggestion; none by default.
    using IconSource = std::function<QIcon(const QModelIndex&)>;
    void setIconSource(IconSource source);
    QIcon iconOf(const QModelIndex& index) const;

    QAbstractItemModel* model() const { return m_model; }
    bool isListShown() const;
    void hideList();
    /// Shows the list if the model has rows and the edit has the focus; hides it if not.
    void updateList();
    /// More rows have come at the end: the marked row stays.
    void growList();
    /// The rows have been replaced by better ones for the same text: the row's number stays marked.
    void refreshList();

Q_SIGNALS:
    void searchWanted(const QString& text); ///< typed: fill the model, then call updateList
    void chosen(int row);
    void submitted(); ///< Enter with no suggestion to take
    void left();      ///< the focus has gone

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void placeList();
    void take(int row);
    bool moveInList(int key);

    IconSource m_icons;
    QAbstractItemModel* m_model;
    int m_rowBefore = 0; ///< marked before the rows were replaced
    QPointer<QListView> m_list; ///< a child of the window while shown
};

} // namespace hk::ui
