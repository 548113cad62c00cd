#include "geo/transform.h"
#include "report/pdf_parts.h"

#include <array>

#include <qpdf/QPDF.hh>

namespace hk::report::pdf {

namespace {

using Handle = QPDFObjectHandle;

/// SWEREF 99 TM (EPSG:3006) in the older notation of coordinate systems that readers of geospatial PDF expect.
constexpr const char* swerefWkt =
    "PROJCS[\"SWEREF99_TM\",GEOGCS[\"GCS_SWEREF99\",DATUM[\"D_SWEREF99\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
    "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
    "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",15.0],"
    "PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

constexpr int degreeDigits = 12; // a hundredth of a millimetre on paper is far coarser

Handle coordinateSystem(QPDF& pdf)
{
    Handle system = Handle::parse("<< /Type /PROJCS /EPSG 3006 >>");
    system.replaceKey("/WKT", Handle::newString(swerefWkt));
    return pdf.makeIndirectObject(system);
}

Handle viewportOf(QPDF& pdf, const PdfMap& map, double pageHeight, Handle system)
{
    Handle box = Handle::newArray();
    for (const double value : {map.frame.left() * pointsPerMillimetre, pageHeight - map.frame.bottom() * pointsPerMillimetre,
                               map.frame.right() * pointsPerMillimetre, pageHeight - map.frame.top() * pointsPerMillimetre})
        box.appendItem(Handle::newReal(value, 6));
    // The corners from the upper left against the clock; latitude before longitude. In QRectF the top is the lower northing.
    const std::array<Sweref99, 4> corners{{{map.ground.left(), map.ground.bottom()},
                                           {map.ground.left(), map.ground.top()},
                                           {map.ground.right(), map.ground.top()},
                                           {map.ground.right(), map.ground.bottom()}}};
    const geo::Sweref99Transform transform;
    Handle points = Handle::newArray();
    for (const Sweref99& corner : corners) {
        const LonLat position = transform.toLonLat(corner);
        points.appendItem(Handle::newReal(position.lat, degreeDigits));
        points.appendItem(Handle::newReal(position.lon, degreeDigits));
    }
    Handle measure = Handle::parse("<< /Type /Measure /Subtype /GEO /Bounds [0 1 0 0 1 0 1 1] /LPTS [0 1 0 0 1 0 1 1] >>");
    measure.replaceKey("/GCS", system);
    measure.replaceKey("/GPTS", points);
    Handle viewport = Handle::parse("<< /Type /Viewport >>");
    viewport.replaceKey("/BBox", box);
    viewport.replaceKey("/Name", Handle::newUnicodeString(plainUtf8(map.name)));
    viewport.replaceKey("/Measure", pdf.makeIndirectObject(measure));
    return pdf.makeIndirectObject(viewport);
}

} // namespace

void addMaps(QPDF& pdf, const std::vector<PdfMap>& maps)
{
    if (maps.empty())
        return;
    Handle system = coordinateSystem(pdf);
    for (const PdfMap& map : maps) {
        Handle page = pdf.getAllPages().at(static_cast<std::size_t>(map.page));
        const Handle::Rectangle box = page.getKey("/MediaBox").getArrayAsRectangle();
        if (!page.getKey("/VP").isArray())
            page.replaceKey("/VP", Handle::newArray());
        page.getKey("/VP").appendItem(viewportOf(pdf, map, box.ury - box.lly, system));
    }
}

} // namespace hk::report::pdf
