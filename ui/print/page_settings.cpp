#include "ui/print/page_settings.h"

#include <QImageReader>
#include <QStandardPaths>

namespace hk::ui {
namespace {

const QString organisationKey = QStringLiteral("page/organisation");
const QString footerKey = QStringLiteral("page/footer");
const QString logotypeKey = QStringLiteral("page/logotype");
const QString accentKey = QStringLiteral("page/accent");
const QString templatesKey = QStringLiteral("page/templates");

} // namespace

PageSettings PageSettings::read(const QSettings& settings)
{
    const QString accent = settings.value(accentKey).toString();
    return {settings.value(organisationKey).toString(), settings.value(footerKey).toString(),
            settings.value(logotypeKey).toString(), accent.isEmpty() ? QColor() : QColor(accent),
            settings.value(templatesKey).toString()};
}

void PageSettings::write(QSettings& settings) const
{
    settings.setValue(organisationKey, organisation);
    settings.setValue(footerKey, footer);
    settings.setValue(logotypeKey, logotype);
    settings.setValue(accentKey, accent.isValid() ? accent.name() : QString());
    settings.setValue(templatesKey, templates);
}

QString PageSettings::usualTemplates()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/sidmallar");
}

report::HouseStyle PageSettings::houseStyle() const
{
    report::HouseStyle house;
    house.organisation = organisation;
    house.footer = footer;
    house.accent = accent;
    if (!logotype.isEmpty())
        house.logotype = QImageReader(logotype).read();
    return house;
}

} // namespace hk::ui
