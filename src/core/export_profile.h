#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <optional>

namespace hk {

/// To whom an export goes, and so what may be in it.
enum class ExportProfile : std::uint8_t {
    Public,  ///< everybody: counts only, none of which gives away a small one
    Partner, ///< one partner: what the agreement with it names
    Internal ///< the own organisation: everything
};
QString toName(ExportProfile value); ///< "public", "partner", "internal"
std::optional<ExportProfile> exportProfileFromName(const QString& name);

/// The ground that counts for everybody are made over.
enum class CountGround : std::uint8_t { Grid, Areas, Streets };
QString toName(CountGround value); ///< "grid", "areas", "streets"
std::optional<CountGround> countGroundFromName(const QString& name);

/// What one partner may be given: agreed in writing, kept at the workstation.
struct PartnerAgreement {
    QString partner;
    QStringList fields;     ///< of an export, beside those that are always there (see partnerFields)
    QStringList categories; ///< codes; no others are given
    double gridMetres = 100.0; ///< incidents marked for partners lie at the midpoint of a cell of this size; 0: where they are
    QDate validFrom;        ///< null: from the beginning
    QDate validUntil;       ///< the last day; null: until further notice
    friend bool operator==(const PartnerAgreement&, const PartnerAgreement&) = default;
};

/// What became of the incidents that were selected for an export.
struct ExportSummary {
    ExportProfile profile = ExportProfile::Public;
    QString partner;
    qint64 selected = 0;
    qint64 rows = 0; ///< in the file: incidents, or areas
    // partner
    qint64 leftOutInternal = 0;   ///< marked internal
    qint64 leftOutCategories = 0; ///< of a category that the agreement does not name
    qint64 textsLeftOut = 0;      ///< incidents whose free text may not be given
    qint64 coarsened = 0;         ///< incidents at the midpoint of a cell
    // public
    int threshold = 0;
    qint64 cells = 0;       ///< counts of an area and category, and totals, above zero
    qint64 cellsSmall = 0;  ///< not told: below the threshold
    qint64 cellsProtecting = 0; ///< not told: the small ones could be worked out otherwise
    qint64 notPlaced = 0;   ///< incidents in no area, or whose place is not known exactly enough
    friend bool operator==(const ExportSummary&, const ExportSummary&) = default;
};

} // namespace hk
