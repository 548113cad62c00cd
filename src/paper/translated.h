#pragma once

#include <QCoreApplication>

namespace hk::paper {

/// tr() of this part: context "hk::paper", English source strings.
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(hk::paper)
};

} // namespace hk::paper
