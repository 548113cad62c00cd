#pragma once

#include "core/place_filter.h"
#include "core/result.h"
#include "models/zone_model.h"
#include "ui/latest_job.h"
#include "ui/place_source_button.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace hk::ui {

class CheckList;

/// Areas of a boundary file as a filter: the file, which field gives the names, and the names to tick, found by typing.
/// The file is read on a worker.
class ZoneBox : public QWidget {
    Q_OBJECT
public:
    explicit ZoneBox(QWidget* parent = nullptr);

    void setFilter(const ZoneFilter& filter); ///< shows it, says nothing; one that chooses nothing keeps the file shown
    ZoneFilter filter() const { return {m_model.zones(), m_model.chosen()}; }
    /// The areas shown, chosen or not; null: no file.
    std::shared_ptr<const ZoneSet> zones() const { return m_model.zones(); }
    void setCounts(const std::vector<qint64>& counts); ///< by place in zones()
    void setSources(const QList<PlaceSource>& sources) { m_choose->setSources(sources); }
    void setRecent(const QStringList& paths) { m_choose->setRecent(paths); }
    void readFile(const QString& path, const QString& nameField = {});
    /// Chooses this area alone, as by the user; reads the file where another one is shown.
    void chooseArea(const QString& path, const QString& nameField, const QString& name);

Q_SIGNALS:
    void filterChanged(); ///< by the user
    void zonesChanged();  ///< another file is shown, whose areas want to be counted
    void fileUsed(const QString& path);
    void failed(const hk::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void show();
    void take(std::shared_ptr<const ZoneSet> zones);
    void chooseOnly(const QString& name);
    void read(const QString& path, const QString& nameField, const QString& name);

    models::ZoneModel m_model;
    QSortFilterProxyModel m_found;
    LatestJob<Result<std::shared_ptr<const ZoneSet>>> m_reading;
    PlaceSourceButton* m_choose;
    QWidget* m_content;
    QLabel* m_fieldWords;
    QComboBox* m_fields;
    QLineEdit* m_search;
    CheckList* m_list;
};

} // namespace hk::ui
