#pragma once

#include "report/product.h"
#include "ui/latest_job.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSettings;
class QSpinBox;
class QToolButton;

namespace hk::ui {

class FormField;

/// What each page of a series is about: hotspots, areas of the filter or of a file, stops or schools with a distance, months.
class SeriesBox : public QWidget {
    Q_OBJECT
public:
    /// Remembers its choices in `settings`, which must outlive the box.
    explicit SeriesBox(QSettings& settings, QWidget* parent = nullptr);
    /// Puts its choices into the options; the areas only where a file was chosen.
    void fill(report::ProductOptions& options) const;
    void remember();
    /// Reads the areas of a file on a worker, in place of those of the filter.
    void readAreas(const QString& path);

Q_SIGNALS:
    void changed();

private:
    report::SeriesOf of() const;
    void showChosen();
    void showRadius();
    void chooseAreas();

    QSettings& m_settings;
    QComboBox* m_of;
    QSpinBox* m_radius;
    QComboBox* m_order;
    QCheckBox* m_empty;
    QToolButton* m_file;
    FormField* m_radiusField;
    FormField* m_orderField;
    FormField* m_areasField;
    std::shared_ptr<const ZoneSet> m_areas; ///< of a file; null: those of the filter
    LatestJob<Result<std::shared_ptr<const ZoneSet>>> m_reading;
};

} // namespace hk::ui
