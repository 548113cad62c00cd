#pragma once

#include <QString>
#include <vector>

namespace hk {

enum class PersonalDataKind { PersonalNumber, CoordinationNumber, Phone, Email, VehicleRegistration };

struct PersonalDataMatch {
    PersonalDataKind kind;
    qsizetype position; ///< in the text, UTF-16 units
    qsizetype length;
    QString text;
};

QString toName(PersonalDataKind kind);

/// Finds personal identity numbers (personnummer and samordningsnummer, verified by date and the Luhn
/// checksum of Skatteverket's SKV 704), Swedish phone numbers, e-mail addresses and Swedish vehicle
/// registrations in free text. Thread-safe.
std::vector<PersonalDataMatch> findPersonalData(const QString& text);

} // namespace hk
