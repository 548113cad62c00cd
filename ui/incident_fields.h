#pragma once

#include "core/incident_draft.h"
#include "ui/place_edit.h"

#include <QHash>
#include <QWidget>
#include <functional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QToolButton;

namespace hk::ui {

class CategoryEdit;
class FormField;
class PersonalDataWatch;
class Section;

/// The editors of one incident: shows a draft, gives it back, and shows faults where they belong. Knows
/// nothing of files.
class IncidentFields : public QWidget {
    Q_OBJECT
public:
    /// `places` must outlive the widget.
    explicit IncidentFields(const map::PlaceSearch& places, QWidget* parent = nullptr);

    /// What "yesterday" is read from while it is typed; the system's time without one.
    void setClock(std::function<QDateTime()> clock);
    void setCategories(const CategoryList& categories);
    void setOrganisations(const QStringList& names);
    void setNear(const Sweref99& near);

    /// What is typed, with the faults of reading it (a time not understood). `now` fills an empty "from".
    std::pair<IncidentDraft, std::vector<Error>> draft(const QDateTime& now);
    void setDraft(const IncidentDraft& draft);
    /// All fields as they were typed, understood or not: kept while another incident is shown.
    struct Typed {
        IncidentDraft draft;
        QString when;
        QString category;
    };
    Typed typed(const QDateTime& now) const;
    void setTyped(const Typed& typed);
    void setPickedPlace(const Sweref99& position);
    /// Drawn on the map, where only the area is known.
    void setDrawnArea(const SwerefRing& ring);
    /// What "same as last" means.
    void setLastPlace(const ChosenPlace& place, const QString& words);
    void useLastPlace();
    /// The latest first; they stand on top of the list.
    void setRecentCategories(const QStringList& codes);
    /// What is known of the incident so far, where it is enough to look for one like it.
    std::optional<Incident> probe(const QDateTime& now) const;
    std::optional<ChosenPlace> chosenPlace() const;

    /// Each at its field; those of no field come back. Unfolds what hides one, and gives the first the focus.
    std::vector<Error> showFaults(const std::vector<Error>& faults);
    void clearFaults();
    void focusFirst();
    void focusTime();
    void focusCategory();
    QString organisation() const;

Q_SIGNALS:
    /// `outline`: of an area, where one was drawn.
    void placeShown(const std::optional<hk::Sweref99>& position, double radius, const hk::SwerefRing& outline);
    void edited(); ///< anything, by hand or not
    void drawAreaWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    std::pair<IncidentDraft, std::vector<Error>> read(const QDateTime& now) const;
    FormField* add(const QString& field, QWidget* editor);
    void buildLayout();
    void connectParts();
    void retranslate();
    void fillChoices();
    void placeTouched();
    void tellPlace();
    void takeChosenPlace(const ChosenPlace& place);
    void setPlace(const ChosenPlace& place, const QString& words);
    void timeTouched();
    double radiusShown() const;
    Precision precisionShown() const;

    const map::PlaceSearch& m_places;
    std::function<QDateTime()> m_clock = &QDateTime::currentDateTimeUtc;
    IncidentDraft m_base; ///< what no editor shows: id, intervention …
    SwerefRing m_area;    ///< of the place that is chosen
    QHash<QString, FormField*> m_fields;
    PlaceEdit* m_place;
    QToolButton* m_samePlace;
    QToolButton* m_drawArea;
    QComboBox* m_precision;
    QSpinBox* m_radius;
    CategoryEdit* m_category;
    QLineEdit* m_when; ///< a point or a span in words; how it is understood stands below
    QPlainTextEdit* m_description;
    PersonalDataWatch* m_watch; ///< of the description
    QComboBox* m_organisation;
    Section* m_more;
    QComboBox* m_severity;
    QSpinBox* m_persons;
    QComboBox* m_police;
    QComboBox* m_surroundings;
    QComboBox* m_status;
    QComboBox* m_confidentiality;
    QComboBox* m_sourceType;
    QLineEdit* m_externalId;
};

} // namespace hk::ui
