#pragma once

#include <QCoreApplication>

namespace hk::report {

/// tr() of this part: context "hk::report", English source strings.
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(hk::report)
};

} // namespace hk::report
