#pragma once

#include <QStringList>

#include <vector>

namespace hk::exchange {

/// Which field of a boundary file holds the names of its areas: by what it is called and how many different values it
/// has; -1 where there is no field. `values`: by field, one of each area.
qsizetype likeliestNameField(const QStringList& fields, const std::vector<QStringList>& values);

} // namespace hk::exchange
