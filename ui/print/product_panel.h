#pragma once

#include "map/place_search.h"
#include "report/product.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSettings;
class QSpinBox;

namespace hk::ui {

class FormField;
class SeriesBox;
class SuggestEdit;

/// Which product is made, and what only that one asks for.
class ProductPanel : public QWidget {
    Q_OBJECT
public:
    /// Remembers the last product and its choices in `settings`, which must outlive the panel. `middle`: of the window's map.
    ProductPanel(std::shared_ptr<const map::Basemap> names, const Sweref99& middle, QSettings& settings, QWidget* parent = nullptr);

    report::Product product() const;
    void setProduct(report::Product product);
    /// Puts its choices into the options.
    void fill(report::ProductOptions& options) const;
    void remember();

Q_SIGNALS:
    void changed();
    void productChanged();

private:
    void buildPatrol();
    void buildCounts();
    void showProduct();
    FormField* field(QWidget* editor, const QString& name);
    std::optional<Sweref99> placeOf(const QComboBox& box) const;
    QComboBox* placeBox(const QString& objectName);
    void checkPlace(FormField& field, const QComboBox& box);

    map::PlaceSearch m_places;
    Sweref99 m_middle;
    QSettings& m_settings;
    QComboBox* m_product;
    QLabel* m_purpose;
    QWidget* m_patrol;
    SeriesBox* m_series;
    QWidget* m_public;
    QComboBox* m_weekday = nullptr;
    QSpinBox* m_from = nullptr;
    QSpinBox* m_to = nullptr;
    QSpinBox* m_spots = nullptr;
    QComboBox* m_start = nullptr;
    QComboBox* m_end = nullptr;
    QComboBox* m_counts = nullptr;
    QSpinBox* m_cell = nullptr;
    FormField* m_cellField = nullptr;
};

} // namespace hk::ui
