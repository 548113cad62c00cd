#include "exchange/analysis_error.h"

#include "analysis/kde.h"

namespace hk::exchange {

Error errorOf(const analysis::Failure& failure, double cell, double bandwidth)
{
    using analysis::Fault;
    Error error;
    switch (failure.fault) {
    case Fault::BandwidthBelowCell:
        error.code = ErrorCode::BandwidthTooSmall;
        error.arguments = {QString::number(bandwidth), QString::number(cell)};
        break;
    case Fault::GridTooLarge:
        error.code = ErrorCode::GridTooLarge;
        error.arguments = {QString::number(failure.value, 'f', 0), QString::number(analysis::maximumCells)};
        break;
    case Fault::CellSizeNotPositive:
        error.code = ErrorCode::ValueOutOfRange;
        error.place.field = QStringLiteral("cell");
        error.arguments = {QString::number(cell), QStringLiteral("1"), QStringLiteral("10000")};
        break;
    case Fault::BandwidthNotPositive:
        error.code = ErrorCode::ValueOutOfRange;
        error.place.field = QStringLiteral("bandwidth");
        error.arguments = {QString::number(bandwidth), QStringLiteral("1"), QStringLiteral("100000")};
        break;
    case Fault::Cancelled:
        error.code = ErrorCode::Cancelled;
        break;
    case Fault::NoPoints:
        error.code = ErrorCode::NoIncidents;
        break;
    case Fault::NotFinite:
        error.code = ErrorCode::Internal;
        error.detail = QStringLiteral("position of row %1 is not a number").arg(failure.value);
        break;
    }
    return error;
}

} // namespace hk::exchange
