#include "workspace/workstation_profile.h"

#include <QSettings>
#include <QSysInfo>

namespace hk::workspace {

namespace {

const QString nameKey = QStringLiteral("profile/name");
const QString organisationKey = QStringLiteral("profile/organisation");

QString loginName()
{
    for (const char* variable : {"USER", "USERNAME", "LOGNAME"})
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    return {};
}

} // namespace

store::Actor storedProfile(const QSettings& settings)
{
    const store::Actor stored{settings.value(nameKey).toString(), settings.value(organisationKey).toString()};
    if (!stored.name.isEmpty())
        return stored;
    const QString login = loginName();
    const QString machine = QSysInfo::machineHostName();
    return {login.isEmpty() ? machine : QStringLiteral("%1@%2").arg(login, machine), stored.organisation};
}

void storeProfile(QSettings& settings, const store::Actor& profile)
{
    settings.setValue(nameKey, profile.name);
    settings.setValue(organisationKey, profile.organisation);
}

} // namespace hk::workspace
