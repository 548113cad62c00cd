#pragma once

#include <QCoreApplication>

namespace hk::text {

/// tr() of this part: context "hk::text", English source strings.
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(hk::text)
};

} // namespace hk::text
