#pragma once

#include "core/place_filter.h"
#include "core/result.h"
#include "ui/latest_job.h"
#include "ui/place_source_button.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;

namespace hk::ui {

/// "Within 100 m of a stop" as a filter: a file of points or lines, read on a worker, and how near.
class NearBox : public QWidget {
    Q_OBJECT
public:
    explicit NearBox(QWidget* parent = nullptr);

    void setFilter(const NearFilter& filter); ///< shows it, says nothing
    NearFilter filter() const;
    void setSources(const QList<PlaceSource>& sources) { m_choose->setSources(sources); }
    void setRecent(const QStringList& paths) { m_choose->setRecent(paths); }
    void readFile(const QString& path);

Q_SIGNALS:
    void filterChanged(); ///< by the user
    void fileUsed(const QString& path);
    void failed(const hk::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void show();

    std::shared_ptr<const NearSet> m_set;
    LatestJob<Result<std::shared_ptr<const NearSet>>> m_reading;
    PlaceSourceButton* m_choose;
    QWidget* m_content;
    QLabel* m_withinWords;
    QDoubleSpinBox* m_metres;
    QLabel* m_count;
};

} // namespace hk::ui
