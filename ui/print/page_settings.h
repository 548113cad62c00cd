#pragma once

#include "report/house_style.h"

#include <QSettings>
#include <QString>

namespace hk::ui {

/// How pages are those of the municipality, as kept in the program's settings on this computer.
struct PageSettings {
    QString organisation;
    QString footer;
    QString logotype; ///< path of a picture; empty: none
    QColor accent;    ///< not valid: black
    QString templates; ///< folder of own page templates; empty: none

    static PageSettings read(const QSettings& settings);
    void write(QSettings& settings) const;
    /// Where own templates are if no other folder has been chosen: in the program's data folder of this user.
    static QString usualTemplates();
    /// With the logotype read; a picture that cannot be read is left out.
    report::HouseStyle houseStyle() const;
};

} // namespace hk::ui
