#pragma once

#include "ui/search_model.h"
#include "ui/suggest_edit.h"

namespace hk::ui {

/// The search field of the toolbar (Ctrl+K): streets, addresses, places, areas, coordinates, incidents and commands.
class SearchBox : public SuggestEdit {
    Q_OBJECT
public:
    /// `places` must outlive the box.
    explicit SearchBox(const map::PlaceSearch& places, QWidget* parent = nullptr);
    SearchModel& found() { return *m_found; }
    void setNear(const Sweref99& near);

Q_SIGNALS:
    void placeChosen(const hk::Sweref99& position, double radius);
    void incidentChosen(const QUuid& id);
    void areaFilterChosen(const hk::ui::AreaSource& area);
    void searchBegins(); ///< the field is about to be used: what can be found may be made ready
    void placeLeft(); ///< Esc: a place that was chosen is no longer of interest

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void take(int row);

    SearchModel* m_found;
    Sweref99 m_near;
};

} // namespace hk::ui
