#pragma once

#include "core/incident.h"

#include <QStringList>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace hk::exchange {

/// Where a place name lies on the map, and how well it is known by that.
struct FoundPlace {
    Sweref99 position;
    Precision precision = Precision::Place;
    double radius = 150.0; ///< metres
    bool close = false;    ///< the map has the name only nearly so
};

/// Looks place names up. Asked from the thread that reads.
struct PlaceFinder {
    /// Where the map has the name; nothing where it has none like it.
    std::function<std::optional<FoundPlace>(const QString& name)> find;
    /// Up to three names of the map that may be meant by one that it does not have, the likeliest first.
    std::function<QStringList(const QString& name)> like;

    PlaceFinder() = default;
    template <class Find>
        requires std::is_invocable_r_v<std::optional<FoundPlace>, Find, const QString&>
    PlaceFinder(Find finder) // NOLINT(google-explicit-constructor): a finder may do without the other
        : find(std::move(finder))
    {
    }
    explicit operator bool() const { return static_cast<bool>(find); }
    std::optional<FoundPlace> operator()(const QString& name) const { return find(name); }
};

} // namespace hk::exchange
