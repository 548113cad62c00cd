#pragma once

#include <QString>
#include <vector>

namespace hk {

enum class PersonalDataKind { PersonalNumber, CoordinationNumber, Phone, Email, VehicleRegistration, BankCard, PersonName };

/// What a match means for the one who writes.
enum class PersonalDataSeverity {
    Stop,    ///< known for what it is by its form or checksum: does not get into an incident
    Question ///< may be something else, as a name may: asked about, and up to the one who writes
};

struct PersonalDataMatch {
    PersonalDataKind kind;
    qsizetype position; ///< in the text, UTF-16 units
    qsizetype length;
    QString text;
};

QString toName(PersonalDataKind kind);
PersonalDataSeverity severityOf(PersonalDataKind kind);

/// Finds personal data in free text, in the order of the text, no two overlapping; some microseconds for each hundred characters.
/// Thread-safe. By kind:
///   personal identity numbers and coordination numbers of ten or twelve digits in any grouping, verified by date and by the
///     checksum of Skatteverket's SKV 704 and SKV 707;
///   bank cards of 14 to 16 digits by the ranges of their issuers and the checksum of ISO/IEC 7812-1, annex B (Luhn);
///   Swedish phone numbers [PTS, the Swedish numbering plan], foreign ones by their plus sign;
///   e-mail addresses;
///   Swedish vehicle registrations of the old and the new form [Transportstyrelsen: three letters but I, Q, V, Å, Ä, Ö, two
///     figures, a figure or one of those letters but O]: in capitals, or in any case after words such as "reg.nr";
///   names of persons by core/person_names.h: a question.
std::vector<PersonalDataMatch> findPersonalData(const QString& text);

} // namespace hk
