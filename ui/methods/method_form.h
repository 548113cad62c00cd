#pragma once

#include "core/incident_filter.h"
#include "methods/method.h"
#include "ui/methods/period_pair_box.h"
#include "ui/place_source_button.h"
#include "workspace/map_analysis.h"

#include <QVariant>
#include <QWidget>
#include <functional>
#include <memory>
#include <span>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSettings;
class QSpinBox;
class QDoubleSpinBox;

namespace hk::ui {

class AreaBox;
class AreaFileBox;
class PointsFileBox;

/// What a form must know of the file and the selection.
struct FormFacts {
    QDate firstDay; ///< of the file's incidents; null: none
    QDate lastDay;
    SwerefRing filterArea; ///< empty: none
    QList<PlaceSource> areaSources; ///< layers of one's own with areas
    workspace::MapSettings map; ///< of the heatmap: the method begins with the same
};

/// The parameters of one method in words. Made anew when the language changes, so its words are set once. Every field has
/// a key under which its value is remembered.
class MethodForm : public QWidget {
    Q_OBJECT
public:
    explicit MethodForm(QWidget* parent = nullptr);

    virtual methods::MethodRequest request() const = 0;
    /// What must be chosen before the method can run, as a sentence that says what to do; empty: nothing.
    virtual QString missing() const { return {}; }

    /// The boundary file that the method counts by; empty: none.
    virtual QString areaPath() const { return {}; }

    /// The areas drawn so far, to be seen on the map while there is no result; null: none.
    std::shared_ptr<const map::StudyLayer> drawnAreas() const;

    void setFacts(const FormFacts& facts);
    void restore(QSettings& settings); ///< from the present group
    void save(QSettings& settings) const;

Q_SIGNALS:
    void changed(); ///< by the user
    void drawWanted(hk::ui::AreaBox* area);
    void failed(const hk::Error& error);

protected:
    QDoubleSpinBox* metres(const char* key, const QString& name, double value, double least, double most, double step);
    QSpinBox* count(const char* key, const QString& name, int value, int least, int most, int step = 1);
    QComboBox* choice(const char* key, const QString& name, const QStringList& words, int value = 0);
    QCheckBox* check(const char* key, const QString& words, bool value);
    QLineEdit* words(const char* key, const QString& name, const QString& value);
    PeriodPairBox* periods(const char* key, const QList<PeriodPairBox::Preset>& presets, const QString& first,
                           const QString& second);
    AreaBox* area(const char* key, const QString& name, const QString& drawWords);
    AreaFileBox* areaFile(const char* key);
    PointsFileBox* pointsFile(const char* key);
    void note(const QString& words); ///< a quiet line between the fields
    QFormLayout* layoutOfFields() const { return m_layout; }

private:
    struct Field {
        QString key;
        std::function<QVariant()> value; ///< invalid: as delivered
        std::function<void(const QVariant&)> set;
    };
    void add(QWidget* editor, const QString& name);
    template <class Box>
    void remember(const char* key, Box* box);

    QFormLayout* m_layout;
    std::vector<Field> m_fields;
    std::vector<PeriodPairBox*> m_periods;
    std::vector<std::pair<QString, AreaBox*>> m_areas; ///< by name
};

/// The form of a method.
std::unique_ptr<MethodForm> makeMethodForm(methods::Method method, const FormFacts& facts, QWidget* parent);

/// Place of a value among those offered; the first where it is none of them.
int indexOf(std::span<const double> offered, double value);
/// "500 m of Mölndals bro", for 0 "Everywhere".
QStringList hubDistances(std::span<const double> metres);

} // namespace hk::ui
