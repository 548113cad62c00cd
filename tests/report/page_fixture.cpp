#include "page_fixture.h"

#include "map/basemap.h"
#include "workspace/sample.h"

#include <QFile>
#include <stdexcept>

namespace hk::test {

std::shared_ptr<const map::Basemap> basemap()
{
    static const std::shared_ptr<const map::Basemap> kept = [] {
        auto read = map::Basemap::embedded();
        if (!read)
            throw std::runtime_error("the embedded basemap cannot be read");
        return *read;
    }();
    return kept;
}

workspace::MapAnalysisPtr sampleAnalysis(const IncidentFilter& filter)
{
    static const workspace::SnapshotPtr snapshot = [] {
        workspace::SampleOptions options;
        options.end = QDate(2026, 11, 20);
        workspace::Snapshot base;
        base.table = std::make_shared<const analysis::IncidentTable>();
        base.categories = CategoryList::standard();
        store::StoreInfo info;
        info.title = QStringLiteral("Invented file");
        info.sample = true;
        return workspace::withChanges(base, workspace::sampleIncidents(options), {}, info);
    }();
    auto made = workspace::analyse(snapshot, filter, {}, map::PlaceSearch(basemap()));
    if (!made)
        throw std::runtime_error("the sample cannot be analysed");
    return *made;
}

report::MapPage hubPage(const workspace::MapAnalysis& analysis, report::Paper paper,
                        report::Orientation orientation, double scale)
{
    report::PageOptions options;
    options.paper = paper;
    options.orientation = orientation;
    options.scale = scale;
    options.centre = workspace::hub();
    options.confidentiality = QStringLiteral("Internal");
    options.printedAt = QDateTime(QDate(2026, 11, 23), QTime(8, 5), Qt::UTC);
    return report::pageOf(analysis, options, map::groundOf(basemap()), basemap());
}

report::MapPage barePage(report::Paper paper, report::Orientation orientation, double scale)
{
    report::MapPage page;
    page.paper = paper;
    page.orientation = orientation;
    page.scale = scale;
    page.centre = {322012.34, 6394271.89};
    page.title = QStringLiteral("Invented incidents");
    page.period = QStringLiteral("January");
    page.filter = QStringLiteral("All incidents");
    page.printedAt = QDateTime(QDate(2026, 11, 23), QTime(8, 5), Qt::UTC);
    page.locale = QLocale::c();
    return page;
}

std::vector<std::pair<report::Paper, report::Orientation>> allPapers()
{
    using enum report::Paper;
    using enum report::Orientation;
    return {{A4, Landscape}, {A4, Portrait}, {A3, Landscape}, {A3, Portrait}};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    file.open(QIODevice::ReadOnly);
    return file.readAll();
}

} // namespace hk::test
