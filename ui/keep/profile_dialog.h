#pragma once

#include "store/incident_store.h"

#include <QDialog>

class QLineEdit;
class QSettings;

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

/// The stored profile; where there is none, the name by which the user is logged in, at this machine.
store::Actor storedProfile(const QSettings& settings);
void storeProfile(QSettings& settings, const store::Actor& profile);
/// Nobody has said yet who works here.
bool profileIsMissing(const QSettings& settings);

} // namespace hk::ui
