#include "cli/signature.h"

#include "workspace/workstation_profile.h"

#include <QSettings>

namespace hk::cli {

namespace {

const QString personName = QStringLiteral("person");
const QString organisationName = QStringLiteral("on-behalf-of");

} // namespace

void addSignatureOptions(Arguments& given)
{
    given.option(personName, QStringLiteral("NAME"),
                 QStringLiteral("Who signs in the log; without it who works at this workstation."));
    given.option(organisationName, QStringLiteral("ORGANISATION"), QStringLiteral("The organisation that signs in the log."));
}

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

} // namespace hk::cli
