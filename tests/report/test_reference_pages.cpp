// Each product as a picture at 150 dpi, held against one that somebody has looked at. Where a page is changed on purpose:
// HK_WRITE_REFERENCES=1 test_report "[reference]" writes the pictures anew; look at them before they are committed.
#include "product_fixture.h"

#include "i18n/languages.h"
#include "paper/lettering.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QFontInfo>
#include <QImage>

using namespace hk;
using namespace hk::report;

namespace {

constexpr int dpi = 150;
constexpr std::size_t mostSheets = 2; ///< of a product
constexpr int tolerance = 40;         ///< grey levels of a point of two pixels: JPEG's own noise is less
constexpr double mostDiffering = 0.002;

QString pathOf(Product product, std::size_t sheet)
{
    return QStringLiteral(HK_SOURCE_DIR "/tests/data/pages/%1-%2.jpg").arg(keyOf(product)).arg(sheet + 1);
}

/// Half the size, so that a letter's edge may be softened in another way.
QImage softened(const QImage& image)
{
    return image.scaled(image.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
}

/// Share of the points that differ by more than the tolerance.
double difference(const QImage& made, const QImage& kept)
{
    const QImage a = softened(made);
    const QImage b = softened(kept);
    if (a.size() != b.size())
        return 1.0;
    qint64 differing = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int most = std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
            differing += most > tolerance ? 1 : 0;
        }
    return static_cast<double>(differing) / (static_cast<double>(a.width()) * a.height());
}

bool hasFont()
{
    if (QFontInfo(paper::Lettering(1.0).font(paper::Type::Body)).family() == QLatin1String("Open Sans"))
        return true;
    WARN("SKIPPED: the font Open Sans (fonts-open-sans) is not installed");
    return false;
}

} // namespace

TEST_CASE("every product looks as it did when it was last looked at", "[report][reference]")
{
    if (!hasFont())
        return;
    i18n::Languages languages;
    languages.use(QStringLiteral("sv"));
    IncidentFilter year;
    year.from = QDate(2025, 11, 1);
    year.to = QDate(2026, 11, 1);
    const ProductInput input{test::sampleAnalysis(year), map::groundOf(test::basemap()), test::basemap()};
    for (const Product product : allProducts()) {
        const bool wide = product == Product::MeetingMap || product == Product::Series;
        const ProductOptions options =
            test::optionsOf(product, Paper::A4, wide ? Orientation::Landscape : Orientation::Portrait);
        const paper::Document document = test::made(input, options);
        for (std::size_t sheet = 0; sheet < std::min(mostSheets, document.sheets.size()); ++sheet) {
            const QString path = pathOf(product, sheet);
            CAPTURE(path.toStdString());
            const auto picture = pictureOf(document, dpi, static_cast<int>(sheet));
            CHECK(picture);
            if (!picture)
                continue;
            if (qEnvironmentVariableIsSet("HK_WRITE_REFERENCES")) {
                REQUIRE(QDir().mkpath(QFileInfo(path).path()));
                CHECK(picture->save(path, "jpg", 82));
                continue;
            }
            const QImage kept(path);
            CHECK_FALSE(kept.isNull());
            const double differing = kept.isNull() ? 1.0 : difference(*picture, kept);
            CHECK(differing < mostDiffering);
            if (differing >= mostDiffering)
                picture->save(QDir::temp().filePath(QFileInfo(path).completeBaseName() + QStringLiteral("-now.png")));
        }
    }
    languages.use(QStringLiteral("en"));
}

TEST_CASE("the comparison of pages sees a title of another size and a colour that is gone", "[report][reference]")
{
    const paper::Document page = test::documentOf(test::hubPage(*test::sampleAnalysis()));
    const QImage kept = *pictureOf(page, dpi);
    MapPage other = test::hubPage(*test::sampleAnalysis());
    CHECK(difference(*pictureOf(test::documentOf(other), dpi), kept) == 0.0);
    other.title = QStringLiteral("Another title altogether");
    CHECK(difference(*pictureOf(test::documentOf(other), dpi), kept) > mostDiffering);
    other = test::hubPage(*test::sampleAnalysis());
    other.scene.heatmap = nullptr;
    CHECK(difference(*pictureOf(test::documentOf(other), dpi), kept) > mostDiffering);
}
