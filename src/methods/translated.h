#pragma once

#include <QCoreApplication>

namespace hk::methods {

/// tr() of this part: context "hk::methods", English source strings.
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(hk::methods)
};

} // namespace hk::methods
