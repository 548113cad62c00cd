#include "store/spatial_functions.h"

#include "store/geometry_blob.h"

#include <cstdint>

namespace hk::store {

namespace {

sqlite::Function bound(double Envelope::*member)
{
    return [member](sqlite::FunctionCall& call) {
        const GeometryExtent extent = extentOf(call.blob(0));
        if (extent.envelope)
            call.setResult((*extent.envelope).*member);
    };
}

void isEmpty(sqlite::FunctionCall& call)
{
    const GeometryExtent extent = extentOf(call.blob(0));
    if (extent.isGeometry)
        call.setResult(std::int64_t{extent.envelope ? 0 : 1});
}

} // namespace

sqlite::Result<void> registerSpatialFunctions(sqlite::Database& database)
{
    return database.registerFunction("ST_IsEmpty", 1, isEmpty)
        .and_then([&] { return database.registerFunction("ST_MinX", 1, bound(&Envelope::minX)); })
        .and_then([&] { return database.registerFunction("ST_MaxX", 1, bound(&Envelope::maxX)); })
        .and_then([&] { return database.registerFunction("ST_MinY", 1, bound(&Envelope::minY)); })
        .and_then([&] { return database.registerFunction("ST_MaxY", 1, bound(&Envelope::maxY)); });
}

} // namespace hk::store
