#pragma once

#include "core/incident_filter.h"
#include "core/result.h"
#include "models/category_model.h"
#include "models/facets.h"
#include "models/organisation_model.h"
#include "ui/place_source_button.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;
class QToolButton;

namespace hk::ui {

class CheckList;
class NearBox;
class PeriodBox;
class Section;
class WeekHourGrid;
class ZoneBox;

/// What is chosen to be seen: period, categories, hours, organisations, area and text. Holds no data but the
/// filter it shows.
class FilterPanel : public QWidget {
    Q_OBJECT
public:
    explicit FilterPanel(QWidget* parent = nullptr);

    void setSnapshot(
        const workspace::Snapshot& snapshot); ///< lists of categories and organisations, range of dates
    void setFacets(const models::Facets& facets);
    void setFilter(const IncidentFilter& filter); ///< shows it, says nothing
    const IncidentFilter& filter() const { return m_filter; }
    void setToday(const QDate& today);
    /// Whether the map is waiting for an area to be drawn.
    void setDrawing(bool drawing);
    void focusText();
    /// The areas of a file that are shown, chosen or not, for counting; null: none.
    std::shared_ptr<const ZoneSet> zones() const;
    /// Layers of one's own that areas and near places can be taken from.
    void setPlaceSources(const QList<PlaceSource>& sources);
    ZoneBox& zoneBox() { return *m_zones; }
    NearBox& nearBox() { return *m_near; }

Q_SIGNALS:
    void filterChanged(const hk::IncidentFilter& filter); ///< by the user
    void drawAreaWanted(bool draw);
    void zonesChanged(); ///< other areas are shown and want to be counted
    void failed(const hk::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    void connectParts();
    void retranslate();
    void publish();
    void showMarks();

    IncidentFilter m_filter;
    models::CategoryModel m_categories;
    models::OrganisationModel m_organisations;

    Section* m_periodPart;
    Section* m_categoryPart;
    Section* m_hoursPart;
    Section* m_organisationPart;
    Section* m_areaPart;
    Section* m_textPart;
    PeriodBox* m_period;
    CheckList* m_categoryList;
    QToolButton* m_allCategories;
    QToolButton* m_noCategories;
    WeekHourGrid* m_hours;
    QToolButton* m_clearHours;
    CheckList* m_organisationList;
    QPushButton* m_drawArea;
    QToolButton* m_clearArea;
    ZoneBox* m_zones;
    NearBox* m_near;
    QLineEdit* m_text;
    QTimer* m_textDelay;
    QPushButton* m_clearAll;
    bool m_drawing = false;
};

} // namespace hk::ui
