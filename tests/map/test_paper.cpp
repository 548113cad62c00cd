#include "map/scene_renderer.h"
#include "map/small_town.h"
#include "support/catch.h"

#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace hk;
using namespace hk::map;

namespace {

constexpr int dotsPerInch = 1200;

/// The small town at 1:4 000 on A4, painted into a PDF.
void writePage(const QString& path, const MapScene& scene)
{
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(dotsPerInch);
    QPainter painter(&writer);
    const double millimetre = dotsPerInch / 25.4;
    MapViewport view;
    view.plane = Plane::Sweref99Tm;
    view.centre = {322110, 6394230};
    view.target = QRectF(10 * millimetre, 10 * millimetre, 190 * millimetre, 270 * millimetre);
    view.unitsPerMetre = dotsPerInch / 0.0254 / 4000;
    view.stylePixel = dotsPerInch / 96.0;
    RenderOptions options;
    options.searchableLabels = true;
    paintScene(painter, scene, view, options);
}

QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished());
    return QString::fromUtf8(process.readAllStandardOutput());
}

bool isMissing(const QString& program)
{
    if (!QStandardPaths::findExecutable(program).isEmpty())
        return false;
    WARN("SKIPPED: " << program.toStdString() << " is not installed");
    return true;
}

} // namespace

TEST_CASE("a search in the PDF finds a street's whole name and a place's")
{
    if (isMissing(QStringLiteral("pdftotext")))
        return;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.pdf"));
    writePage(path, {groundOf(test::smallTown()), test::lightStyle()});
    const QString text = outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
    CHECK(text.contains(QStringLiteral("Göteborgsvägen")));
    CHECK(text.contains(QStringLiteral("Stortorget")));
    CHECK(text.contains(QStringLiteral("Småstads station")));
}

TEST_CASE("the PDF's labels are text in an embedded font, not outlines or pictures")
{
    if (isMissing(QStringLiteral("pdffonts")) || isMissing(QStringLiteral("pdfimages")))
        return;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.pdf"));
    writePage(path, {groundOf(test::smallTown()), test::lightStyle()});
    const QStringList fonts = outputOf(QStringLiteral("pdffonts"), {path}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    CHECK(fonts.size() > 2);
    const QStringList images =
        outputOf(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    CHECK(images.size() == 2); // the table's head alone
}

TEST_CASE("the heatmap on paper is one image without loss, at 200 dpi or more")
{
    if (isMissing(QStringLiteral("pdfimages")))
        return;
    auto grid = std::make_shared<analysis::Grid>();
    grid->spec = {321900, 6394000, 25, 20, 20};
    for (int i = 0; i < 400; ++i)
        grid->values.push_back(i);
    HeatmapLayer heatmap;
    heatmap.density = grid;
    heatmap.scale = ColourScale::forMaximum(400);
    MapScene scene{groundOf(test::smallTown()), test::lightStyle()};
    scene.heatmap = std::make_shared<HeatmapLayer>(heatmap);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.pdf"));
    writePage(path, scene);
    const QStringList rows =
        outputOf(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    REQUIRE(rows.size() == 4); // head, picture and its opacity
    for (const QString& row : rows.mid(2)) {
        const QStringList columns = row.simplified().split(QLatin1Char(' '));
        REQUIRE(columns.size() >= 14);
        CHECK(columns[8] == QStringLiteral("image")); // not jpeg
        CHECK(columns[12].toInt() >= 200);
    }
}
