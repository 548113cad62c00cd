#pragma once

#include "core/incident.h"
#include "models/place_completer_model.h"
#include "ui/suggest_edit.h"

#include <optional>

namespace hk::ui {

/// What a person has said about a place.
struct ChosenPlace {
    Sweref99 position;
    Precision precision = Precision::Point;
    double radius = 0.0; ///< metres; 0: that of the precision
    SwerefRing area;     ///< outline of an area, else empty
};

/// The field for a place: a street or place name of the basemap, coordinates, or words for a place picked on
/// the map.
class PlaceEdit : public SuggestEdit {
    Q_OBJECT
public:
    /// `places` must outlive the edit.
    explicit PlaceEdit(const map::PlaceSearch& places, QWidget* parent = nullptr);

    void setNear(const Sweref99& near); ///< looks here first
    const std::optional<ChosenPlace>& place() const { return m_place; }
    /// A place from outside (the map, an incident) and its words; says nothing.
    void setPlace(const std::optional<ChosenPlace>& place, const QString& words);
    /// Takes what is typed if it stands for a place and none is chosen yet: coordinates or the first
    /// suggestion.
    bool resolve();
    /// The place of the incident before: taken by "samma", "samma som sist", "=" or by takeLast.
    void setLast(const ChosenPlace& place, const QString& words);
    bool takeLast();
    /// Whether somebody has typed words here that no suggestion or proposal has put there.
    bool hasTypedWords() const;
    /// Puts typed words back for the place that is chosen; says nothing.
    void keepWords(const QString& words);

Q_SIGNALS:
    void placeChanged();  ///< chosen or taken away by the user
    void placeAccepted(); ///< chosen by Enter or click: on to the next field

private:
    void search(const QString& text);
    void useHit(int row);
    void takeHit(int row);
    bool takeTyped();

    const map::PlaceSearch& m_places;
    models::PlaceCompleterModel* m_model;
    Sweref99 m_near;
    std::optional<ChosenPlace> m_place;
    std::optional<ChosenPlace> m_last;
    QString m_lastWords;
    QString m_given; ///< words last put here by setPlace
    bool m_setting = false;
};

} // namespace hk::ui
