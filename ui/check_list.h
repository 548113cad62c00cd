#pragma once

#include <QIcon>
#include <QListView>
#include <functional>

namespace hk::ui {

/// A list of choices with check marks, optional symbols and right-aligned counts. A click anywhere on a row
/// toggles it; a double click asks for that row alone.
class CheckList : public QListView {
    Q_OBJECT
public:
    /// `countRole` holds a qint64; `codeRole` (or -1) a short code shown before the name.
    CheckList(QAbstractItemModel* model, int countRole, int codeRole = -1, QWidget* parent = nullptr);
    /// As tall as its rows, but no more than so many.
    void setRowsShown(int most);
    /// The symbol before a row; none by default.
    using IconSource = std::function<QIcon(const QModelIndex&)>;
    void setIconSource(IconSource source);
    QIcon iconOf(const QModelIndex& index) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void onlyWanted(const QModelIndex& index);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void toggle(const QModelIndex& index);
    IconSource m_icons;
    int m_most = 8;
    bool m_ignoreRelease = false;
};

} // namespace hk::ui
