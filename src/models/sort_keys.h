#pragma once

#include <QString>
#include <QStringView>
#include <cstdint>

namespace hk::models {

/// The first letters of a text folded so that whole numbers compare as the texts do in Swedish: å ä ö after
/// z, other accents left out, case ignored, empty last.
struct TextKey {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    friend auto operator<=>(const TextKey&, const TextKey&) = default;
};

TextKey textKey(QStringView text);

/// The order of whole texts by the rule of the keys, to the last letter: below, above or 0. Texts of
/// different keys come in the order of their keys.
int compareTexts(QStringView left, QStringView right);

} // namespace hk::models
