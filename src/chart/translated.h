#pragma once

#include <QCoreApplication>

namespace hk::chart {

/// tr() of this part: context "hk::chart", English source strings.
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(hk::chart)
};

} // namespace hk::chart
