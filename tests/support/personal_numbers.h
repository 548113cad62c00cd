#pragma once

#include <QString>

namespace hk::test {

/// A personal identity number with a valid checksum, put together at run time so that none stands in a file.
/// `birthDate` is YYMMDD or YYYYMMDD (60 added to the day for a coordination number); `serial` has three
/// figures.
struct NumberParts {
    QString birthDate;
    QString serial = QStringLiteral("238");
    QString separator = QStringLiteral("-");
};

inline int checkDigit(const QString& nineDigits)
{
    int sum = 0;
    for (qsizetype i = 0; i < nineDigits.size(); ++i) {
        const int product = nineDigits[i].digitValue() * (i % 2 == 0 ? 2 : 1);
        sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
}

/// `fault` is added to the check digit: 0 gives a valid number, 1–9 one that is not.
inline QString personalNumber(const NumberParts& parts, int fault = 0)
{
    const int digit = (checkDigit(parts.birthDate.right(6) + parts.serial) + fault) % 10;
    return parts.birthDate + parts.separator + parts.serial + QString::number(digit);
}

} // namespace hk::test
