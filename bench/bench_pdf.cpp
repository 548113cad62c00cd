// What a PDF of the sample's map costs, A4 at 1:5 000: painting by Qt, and the finish. Prints milliseconds (median of seven)
// and sizes: bin/hk_bench_pdf
#include "map/basemap.h"
#include "report/map_sheet.h"
#include "report/page.h"
#include "report/pdf_file.h"
#include "report/pdf_finish.h"
#include "workspace/sample.h"

#include <QGuiApplication>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace hk;

namespace {

report::MapPage samplePage()
{
    const auto basemap = map::Basemap::embedded();
    workspace::SampleOptions sample;
    sample.end = QDate(2026, 11, 20);
    workspace::Snapshot base;
    base.table = std::make_shared<const analysis::IncidentTable>();
    base.categories = CategoryList::standard();
    const auto snapshot = workspace::withChanges(base, workspace::sampleIncidents(sample), {}, {});
    const auto analysis = workspace::analyse(snapshot, {}, {}, map::PlaceSearch(*basemap));
    report::PageOptions options;
    options.centre = workspace::hub();
    options.printedAt = QDateTime(QDate(2026, 11, 23), QTime(8, 5), Qt::UTC);
    return report::pageOf(**analysis, options, map::groundOf(*basemap), *basemap);
}

void time(const char* what, const std::function<qsizetype()>& work)
{
    std::vector<double> times;
    qsizetype bytes = 0;
    for (int i = 0; i < 7; ++i) {
        const auto start = std::chrono::steady_clock::now();
        bytes = work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    std::printf("%-28s %8.1f ms %10lld bytes\n", what, times[3], static_cast<long long>(bytes));
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const report::MapPage page = samplePage();
    const paper::Document document = report::meetingMap(page, *paper::embeddedTemplate(QStringLiteral("motes")));
    const report::PaintedPdf painted = report::paintedPdf(document);
    report::PdfFacts facts = report::factsOf(document, painted);
    time("paint", [&] { return report::paintedPdf(document).bytes.size(); });
    time("finish", [&] { return report::finishedPdf(painted.bytes, facts)->size(); });
    facts.archival = true;
    time("finish for an archive", [&] { return report::finishedPdf(painted.bytes, facts)->size(); });
}
