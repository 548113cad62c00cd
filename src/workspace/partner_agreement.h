#pragma once

#include "core/export_profile.h"
#include "core/incident.h"
#include "core/result.h"

#include <optional>
#include <vector>

namespace hk::workspace {

/// The fields that an agreement can name, in the order of an export. Who wrote an incident is not among them.
const QStringList& partnerFields();
/// The fields that every partner gets: what, when, where and how exactly.
const QStringList& partnerBaseFields();

/// Where the workstation keeps its agreements, for the window and the command line alike.
QString agreementsPath();

/// The agreements of the workstation: a JSON file. One that is not there holds none. Errors: FileNotReadable; FileDamaged
/// where it is not understood, with the number of the agreement as its row.
Result<std::vector<PartnerAgreement>> readAgreements(const QString& path);
/// Errors: FileNotWritable, DiskFull.
Result<void> writeAgreements(const QString& path, const std::vector<PartnerAgreement>& agreements);
/// The agreement with that partner, without regard to case. NotFound where there is none or it is not valid on that day.
Result<PartnerAgreement> agreementWith(const QString& partner, const std::vector<PartnerAgreement>& agreements,
                                       const QDate& today);

/// An incident as one partner may see it.
struct PartnerView {
    enum class LeftOut { No, Internal, Category };
    LeftOut leftOut = LeftOut::No;
    Incident incident;       ///< where it is not left out
    bool textLeftOut = false; ///< a description or place name that may not be given
    bool coarsened = false;
};

/// An incident marked internal is left out, and so is a category that the agreement does not name. One marked public lies
/// where it is known to be and keeps its free text, where the agreement names that and no personal data is found in it. One
/// marked for partners lies at the midpoint of a cell of the agreement's grid (EPSG:3006), with a radius that says so,
/// without shape, description or place name. Fields that are not named are for the writer of the file to leave out.
PartnerView viewFor(const PartnerAgreement& agreement, const Incident& incident);

} // namespace hk::workspace
