#pragma once

#include <QByteArray>

#include <random>

namespace hk::test {

/// A damaged copy of good bytes, the same for the same state of `random`: bits turned, bytes overwritten (also by numbers that
/// programs stumble over), pieces cut out, doubled, taken from `other`, or the end cut off.
QByteArray damaged(const QByteArray& good, const QByteArray& other, std::mt19937& random);

} // namespace hk::test
