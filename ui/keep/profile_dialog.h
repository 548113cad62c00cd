#pragma once

#include "store/incident_store.h"

#include <QDialog>

class QLineEdit;

namespace hk::ui {

/// Who works at this workstation: signs each change and each export in the log.
class ProfileDialog : public QDialog {
    Q_OBJECT
public:
    explicit ProfileDialog(const store::Actor& profile, QWidget* parent = nullptr);
    store::Actor profile() const;

private:
    QLineEdit* m_name;
    QLineEdit* m_organisation;
};

} // namespace hk::ui
