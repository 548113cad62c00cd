#pragma once

#include "core/export_profile.h"
#include "core/result.h"
#include "paper/document.h"
#include "paper/page_template.h"
#include "report/house_style.h"
#include "report/page.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace hk::report {

/// What can be printed.
enum class Product { MeetingMap, PatrolSheet, SituationReport, Series, PublicMap };
QList<Product> allProducts();
/// "motes", "patrull", "lagesbild", "serie", "publik": names the template, and the product on the command line.
QString keyOf(Product product);
std::optional<Product> productOf(const QString& key);
/// In the current language: "Möteskarta", and in one line what it is for.
QString titleOf(Product product);
QString purposeOf(Product product);

/// A weekday (1: Monday … 7) and the local hours from its beginning: 18–02 ends on the next day.
struct Shift {
    int weekday = 5;
    int fromHour = 18;
    int hours = 8; ///< 1 to 24
    friend bool operator==(const Shift&, const Shift&) = default;
};
/// "fre 18-02", "fredag 18–02", "Fri 18-02"; not set where it is not understood.
std::optional<Shift> shiftOf(const QString& words);
/// "fredag kl. 18–02" in the current language.
QString wordsOf(const Shift& shift);

/// What each page of a series is about. Stops and schools are those of the map.
enum class SeriesOf { Hotspots, Areas, Months, Stops, Schools };
constexpr bool isOfPlaces(SeriesOf of)
{
    return of == SeriesOf::Stops || of == SeriesOf::Schools;
}

/// How a series of stops or schools counts.
struct SeriesPlaces {
    double radius = 0.0;  ///< metres around a place; 0: usualRadius of its kind
    bool empty = false;   ///< pages also for places without incidents
    bool byName = false;  ///< in the order of their names, else the one with most incidents first
    static constexpr double leastRadius = 10.0;
    static constexpr double mostRadius = 2000.0;
};
/// 100 m around a stop, 200 m around a school.
double usualRadius(SeriesOf of);

/// What pages are made of. All of it is immutable and may be used by any thread.
struct ProductInput {
    workspace::MapAnalysisPtr analysis;        ///< of what is shown: snapshot, filter, settings, hotspots
    std::shared_ptr<const map::Ground> ground; ///< sheets of tiles without pictures: report::withGround fetches them
    std::shared_ptr<const map::Basemap> names; ///< gives places their names
};

/// What the user chooses; everything has a sensible default.
struct ProductOptions {
    Product product = Product::MeetingMap;
    PageOptions page;
    Shift shift;                   ///< of a patrol sheet
    std::optional<Sweref99> start; ///< of a patrol's walk; not set: Mölndals bro
    std::optional<Sweref99> end;   ///< not set: where it started
    int patrolSpots = 4;           ///< three to five
    SeriesOf series = SeriesOf::Hotspots;
    ZoneFilter areas;              ///< of a series of areas, and of counts by area: the file, layer and field that name them
    SeriesPlaces places;           ///< of a series of stops or schools
    CountGround counts = CountGround::Grid; ///< what a public map counts over
    double countCell = 500.0;      ///< metres, of its grid
    HouseStyle house;
    paper::PageEdits edits;        ///< by hand
    QString templates;             ///< folder with the municipality's own templates; empty: none
};

using ProductProgress = std::function<void(double)>;

/// The layout for which a template's changes by hand hold, "A4 landscape"; patrol sheets and situation
/// reports always stand.
QString layoutOf(const ProductOptions& options);

/// Changes by hand that a template may keep: not that what was left out, or where the map is from, is hidden.
paper::PageEdits lastingEdits(const paper::PageEdits& edits);

/// The pages of a product in the current language. Blocks, for workers. Errors: those of the template
/// (FileDamaged with its place), of the analyses, Cancelled; NotFound where there is nothing to make pages of
/// (a series without areas).
Result<paper::Document> makeDocument(const ProductInput& input, const ProductOptions& options,
                                     std::stop_token stop = {}, const ProductProgress& progress = {});

} // namespace hk::report
