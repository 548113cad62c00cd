#include "cli/signature.h"

#include "workspace/workstation_profile.h"

#include <QSettings>

namespace hk::cli {

namespace {

const QString personName = QStringLiteral("person");
const QString organisationName = QStringLiteral("on-behalf-of");

} // namespace

store::Actor signature(const Arguments& given)
{
    const QSettings settings(QStringLiteral("Handelsekartan"), QStringLiteral("handelsekartan"));
    store::Actor actor = workspace::storedProfile(settings);
    if (given.has(personName))
        actor = {given.value(personName), {}};
    if (given.has(organisationName))
        actor.organisation = given.value(organisationName);
    return actor;
}

Result<void> logOutput(const Arguments& given, workspace::Output what, const IncidentFilter& filter, qint64 incidents,
                       const QStringList& targets)
{
    store::OpenOptions options;
    options.checkIntegrity = false; // the incidents have just been read from it
    Result<store::IncidentStore> store = store::IncidentStore::open(given.at(0), options);
    if (!store)
        return tl::unexpected(store.error());
    store->setActor(signature(given));
    for (const QString& target : targets)
        if (!target.isEmpty())
            if (Result<void> logged = workspace::logOutput(*store, what, filter, target, incidents); !logged)
                return logged;
    return {};
}

} // namespace hk::cli
