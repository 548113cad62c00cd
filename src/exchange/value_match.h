#pragma once

#include "core/category.h"

namespace hk::exchange {

/// The category that a word of somebody else's list means.
struct CategoryMatch {
    QString code;      ///< empty: none is likely
    bool sure = false; ///< the word is its code or name; else it is to be looked at
    friend bool operator==(const CategoryMatch&, const CategoryMatch&) = default;
};

/// By code, by name, by a code before the name ("N1 Öppen narkotikahandel"), by a name that begins with the word or the other
/// way round, by one of the words between commas and slashes ("Stöld/inbrott"), and by close spelling: one letter wrong in
/// five, two in nine (Damerau 1964: changed, left out, added or swapped with the next). Case is ignored. Thread-safe.
CategoryMatch matchCategory(const QString& value, const CategoryList& categories);

/// Number of letters changed, added, left out or swapped with the next between two words; more than `most`: most + 1.
int spellingDistance(QStringView a, QStringView b, int most);

} // namespace hk::exchange
