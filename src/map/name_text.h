#pragma once

#include <QString>
#include <QStringList>

namespace hk::map {

/// A name as it is searched for: words of lower-case letters and digits, one space between. å, ä and ö are letters of their
/// own; æ and ø are read as a Swede reads them, ä and ö; of all other letters the accents are dropped (é e, ü u, ß ss). Marks
/// that stand inside a word vanish ("S:t", "O'Learys"), all others part words; a house number and its letter are one word
/// ("12 B" and "12b"). Composed and decomposed text, and any capitals, give the same. Folding twice changes nothing.
QString foldedName(const QString& text);

/// Whether `word` or a beginning of it is `typed` but for at most one letter changed, added, left out or swapped with the
/// next. Both folded.
bool beginsWithOneError(QStringView word, QStringView typed);

/// How a name answers to what was typed, both folded and not empty: 0 not at all; more is better. Words of `typed` may come
/// in any order, each as the beginning of a word.
int matchOfName(const QString& name, const QString& typed);

namespace match {
inline constexpr int whole = 1000;      ///< the very name
inline constexpr int words = 940;       ///< its first words
inline constexpr int beginning = 900;
inline constexpr int laterWords = 820;
inline constexpr int later = 800;       ///< the beginning of a later word
inline constexpr int scattered = 760;   ///< words in another order
inline constexpr int inside = 600;
inline constexpr int oneError = 400;
} // namespace match

} // namespace hk::map
