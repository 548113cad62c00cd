#pragma once

#include <QString>
#include <vector>

namespace hk {

struct TextSpan {
    qsizetype position = 0; ///< UTF-16 units
    qsizetype length = 0;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// What in a Swedish text may be the name of a person, in the order of the text: a first name of a short list, alone or with what
/// follows it; a surname of another, or one that ends with -sson; in any case where both stand together. Names that are words
/// too ("Sten", "Bo", "Berg") count only beside another name. Passed over: names of streets, squares, schools, shops and saints
/// ("Gustav Adolfs torg", "Nils Ericsonsgatan", "S:t Sigfrids plan", "Larssons bageri"). The lists are the program's own, of names
/// that are frequent in Sweden. Thread-safe.
std::vector<TextSpan> findPersonNames(const QString& text);

} // namespace hk
