#pragma once

#include <QList>
#include <QPushButton>
#include <QString>
#include <QStringList>

class QMenu;

namespace hk::ui {

/// A layer or file that places can be taken from, as it is called on screen.
struct PlaceSource {
    QString title;
    QString path;
    friend bool operator==(const PlaceSource&, const PlaceSource&) = default;
};

/// A button whose menu offers where areas or points come from: the layers of one's own, the files used before, and any
/// file.
class PlaceSourceButton : public QPushButton {
    Q_OBJECT
public:
    explicit PlaceSourceButton(QWidget* parent = nullptr);

    /// What the dialog that asks for a file is called and offers ("Areas (*.gpkg …)").
    void setDialog(const QString& title, const QString& kinds);
    void setSources(const QList<PlaceSource>& sources);
    void setRecent(const QStringList& paths); ///< newest first; those that are not there any more are not offered

Q_SIGNALS:
    void chosen(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void ask();

    QMenu* m_menu;
    QString m_title;
    QString m_kinds;
    QList<PlaceSource> m_sources;
    QStringList m_recent;
};

/// The path put first in a list of the newest few.
QStringList withRecent(QStringList paths, const QString& path);

} // namespace hk::ui
