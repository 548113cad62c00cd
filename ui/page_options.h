#pragma once

#include "report/page.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSettings;
class QSpinBox;

namespace hk::ui {

class FormField;

/// The scale of the three offered that is nearest to 1:n, in proportion.
double nearestPageScale(double scale);

/// What is chosen for a page. Paper, orientation and mark are remembered; the scale follows the map on screen, and the
/// title belongs to one map.
class PageOptionsPanel : public QWidget {
    Q_OBJECT
public:
    PageOptionsPanel(const Sweref99& centre, double scale, QSettings& settings, QWidget* parent = nullptr);

    report::PageOptions options() const;
    /// The title that the page has where none is typed.
    void setOwnTitle(const QString& title);

Q_SIGNALS:
    void changed();

private:
    FormField* addField(QWidget* editor, const QString& name);
    void addPaper();
    void addScale(double scale);
    void addWords();
    void remember();
    void recall();

    Sweref99 m_centre;
    QSettings& m_settings;
    QComboBox* m_paper;
    QComboBox* m_orientation;
    QComboBox* m_middle;
    QComboBox* m_scale;
    QSpinBox* m_freeScale;
    QLineEdit* m_title;
    QComboBox* m_mark;
};

} // namespace hk::ui
