#include "page_fixture.h"

#include "map/basemap.h"
#include "report/legend.h"
#include "support/catch.h"
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

paper::PageTemplate meetingLook()
{
    auto read = paper::embeddedTemplate(QStringLiteral("motes"));
    if (!read)
        throw std::runtime_error("the template of the meeting map cannot be read");
    return *read;
}

paper::Document documentOf(const report::MapPage& page)
{
    return report::meetingMap(page, meetingLook());
}

QRectF mapFrame(const report::MapPage& page)
{
    return report::mapFrame(page, meetingLook().sheets.at(QStringLiteral("map")));
}

QRectF mapGround(const report::MapPage& page)
{
    return report::groundOf(page, mapFrame(page));
}

QRectF frameOf(const report::MapPage& page, const QString& id)
{
    const auto place = paper::find(documentOf(page), id);
    return place ? place->rect : QRectF();
}

std::vector<std::pair<report::Paper, report::Orientation>> allPapers()
{
    using enum report::Paper;
    using enum report::Orientation;
    return {{A4, Landscape}, {A4, Portrait}, {A3, Landscape}, {A3, Portrait}};
}

void checkFrames(const paper::Document& document)
{
    constexpr double hair = 1e-6;
    for (const paper::Sheet& sheet : document.sheets) {
        const QRectF content = QRectF(QPointF(), sheet.size).adjusted(9.9, 9.9, -9.9, -9.9);
        const auto& frames = sheet.frames;
        for (std::size_t i = 0; i < frames.size(); ++i) {
            CAPTURE(frames[i].id.toStdString());
            CHECK(content.contains(frames[i].rect));
            for (std::size_t j = i + 1; j < frames.size(); ++j) {
                CAPTURE(frames[j].id.toStdString());
                CHECK_FALSE(frames[i].rect.adjusted(hair, hair, -hair, -hair).intersects(frames[j].rect));
            }
        }
    }
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    file.open(QIODevice::ReadOnly);
    return file.readAll();
}

} // namespace hk::test
