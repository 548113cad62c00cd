#pragma once

#include <QString>
#include <QStringView>
#include <cstdint>

namespace hk::models {

/// The first letters of a text folded so that whole numbers compare as the texts do in Swedish: å ä ö after z, other
/// accents left out, case ignored, empty last.
struct TextKey {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    friend auto operator<=>(const TextKey&, const TextKey&) = default;
};

TextKey textKey(QStringView text);

} // namespace hk::models
