#include "support/catch.h"
#include "ui/print/page_preview.h"
#include "report/map_part.h"
#include "ui/print/page_settings_dialog.h"
#include "ui/form_field.h"
#include "ui/print/print_dialog.h"
#include "ui/print/series_box.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QToolButton>
#include <atomic>

using namespace hk;
using namespace hk::ui;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

constexpr int patience = 60'000; // milliseconds; a signal ends the wait

workspace::MapAnalysisPtr analysisOf(const std::shared_ptr<const map::Basemap>& basemap, int incidents)
{
    const QTemporaryDir folder;
    auto store = store::IncidentStore::create(folder.filePath(u("a.gpkg"))).value();
    std::vector<Incident> all;
    for (int i = 0; i < incidents; ++i) {
        Incident one;
        one.category = i % 3 == 0 ? u("S2") : u("N1");
        one.occurredFrom = QDateTime(QDate(2024, 5, 1 + i % 20), QTime(20, 0), Qt::UTC);
        one.occurredTo = one.occurredFrom;
        one.position = {322123.0 + 7.0 * (i % 11), 6394280.0 + 9.0 * (i % 7)};
        all.push_back(one);
    }
    if (!all.empty())
        REQUIRE(store.insert(all).has_value());
    const auto snapshot = workspace::loadSnapshot(store).value();
    return workspace::analyse(snapshot, {}, {}, map::PlaceSearch(basemap)).value();
}

struct Desk {
    QTemporaryDir folder;
    std::shared_ptr<const map::Basemap> basemap = map::Basemap::embedded().value();
    QSettings settings{folder.filePath(u("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<PrintDialog> dialog;

    std::shared_ptr<const map::Ground> ground = map::groundOf(basemap);

    explicit Desk(int incidents = 40, double viewScale = 5200.0) { open(incidents, viewScale); }
    explicit Desk(std::shared_ptr<map::TileSource> tiles)
    {
        auto pictures = std::make_shared<map::Ground>();
        pictures->sheets.push_back({.title = u("Flygfoto"), .tiles = std::move(tiles)});
        ground = pictures;
        open(10);
    }

    void open(int incidents = 40, double viewScale = 5200.0)
    {
        dialog = std::make_unique<PrintDialog>(report::ProductInput{analysisOf(basemap, incidents), ground, basemap}, workspace::hub(), viewScale,
                                               settings, PrintDialog::Aim::Export);
        dialog->resize(900, 560);
        dialog->show();
    }
    QImage picture() const
    {
        REQUIRE(QTest::qWaitFor(
            [this] { return dialog->isMade() && dialog->preview()->isUpToDate() && !dialog->preview()->picture().isNull(); }, patience));
        return dialog->preview()->picture();
    }
    QComboBox* box(const char* name) const { return dialog->findChild<QComboBox*>(u(name)); }
    void choose(const char* name, const char* text) const { box(name)->setCurrentText(u(text)); }
};

/// Pictures of a server: red, or an error, or nothing until it is stopped.
class Server : public map::TileSource {
public:
    enum class Answer { Red, Error, Never };
    explicit Server(Answer given) : answer(given) {}
    Description description() const override
    {
        Description said;
        said.title = u("Flygfoto");
        said.remote = true;
        return said;
    }
    Result<QImage> tile(const geo::TileId&, double, std::stop_token stop) override
    {
        ++asked;
        if (answer == Answer::Error)
            return fail(ErrorCode::NetworkFailed, {}, {u("karta.example")});
        while (answer == Answer::Never && !stop.stop_requested())
            QThread::msleep(1);
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::red);
        return image;
    }
    std::atomic<Answer> answer;
    std::atomic<int> asked = 0;
};

int coloursOf(const QImage& picture)
{
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 3)
        for (int x = 0; x < picture.width(); x += 3)
            colours.insert(picture.pixel(x, y));
    return static_cast<int>(colours.size());
}

} // namespace

TEST_CASE("a series of stops or schools asks how near, and one of areas for their file")
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u("settings.ini")), QSettings::IniFormat);
    const auto chosen = [](const SeriesBox& box) {
        report::ProductOptions options;
        box.fill(options);
        return options;
    };
    {
        SeriesBox box(settings);
        box.show();
        auto* of = box.findChild<QComboBox*>(u("seriesOf"));
        auto* radius = box.findChild<QSpinBox*>(u("seriesRadius"));
        auto* file = box.findChild<QToolButton*>(u("seriesAreas"));
        QSignalSpy changed(&box, &SeriesBox::changed);
        CHECK_FALSE(radius->isVisible());
        of->setCurrentIndex(of->findData(static_cast<int>(report::SeriesOf::Schools)));
        CHECK(radius->isVisible());
        CHECK(chosen(box).places.radius == 200.0);
        of->setCurrentIndex(of->findData(static_cast<int>(report::SeriesOf::Stops)));
        CHECK(chosen(box).places.radius == 100.0);
        radius->setValue(150);
        CHECK(changed.count() == 3);
        box.remember();
        of->setCurrentIndex(of->findData(static_cast<int>(report::SeriesOf::Areas)));
        CHECK_FALSE(radius->isVisible());
        CHECK(file->isVisible());
        CHECK_FALSE(chosen(box).areas.set);
        QFile areas(folder.filePath(u("areas.geojson")));
        REQUIRE(areas.open(QIODevice::WriteOnly));
        areas.write(R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"West"},"geometry":{"type":"Polygon",
            "coordinates":[[[12.0,57.6],[12.1,57.6],[12.1,57.7],[12.0,57.6]]]}}]})");
        areas.close();
        changed.clear();
        box.readAreas(areas.fileName());
        REQUIRE(QTest::qWaitFor([&] { return changed.count() == 1; }, patience));
        REQUIRE(chosen(box).areas.set);
        CHECK(chosen(box).areas.set->zones.size() == 1);
        CHECK(chosen(box).areas.names.isEmpty());
        box.readAreas(folder.filePath(u("nowhere.geojson")));
        const auto fault = [&] {
            const auto fields = box.findChildren<FormField*>();
            return std::any_of(fields.begin(), fields.end(), [](const FormField* field) { return !field->fault().isEmpty(); });
        };
        CHECK(QTest::qWaitFor(fault, patience));
        CHECK(chosen(box).areas.set); // those of before
    }
    const SeriesBox again(settings);
    CHECK(chosen(again).series == report::SeriesOf::Stops);
    CHECK(chosen(again).places.radius == 150.0);
}

TEST_CASE("the preview is the page, at the shape of its paper")
{
    Desk desk;
    const QImage landscape = desk.picture();
    CHECK(coloursOf(landscape) > 50);
    CHECK_THAT(double(landscape.width()) / landscape.height(), WithinAbs(297.0 / 210.0, 0.01));
    desk.choose("orientation", "Portrait");
    const QImage portrait = desk.picture();
    CHECK_THAT(double(portrait.width()) / portrait.height(), WithinAbs(210.0 / 297.0, 0.01));
    CHECK(coloursOf(portrait) > 50);
}

TEST_CASE("the preview follows paper, scale, title and mark")
{
    Desk desk;
    QImage before = desk.picture();
    const auto changes = [&] {
        const QImage after = desk.picture();
        const bool different = after != before;
        before = after;
        return different;
    };
    desk.choose("paper", "A3");
    CHECK(changes());
    desk.box("scale")->setCurrentIndex(0);
    CHECK(changes());
    desk.dialog->findChild<QLineEdit*>(u("title"))->setText(u("Lägesbild"));
    CHECK(changes());
    desk.choose("mark", "Public");
    CHECK(changes());
}

TEST_CASE("the scale offered first is the nearest to the screen's, and any other can be given")
{
    CHECK(nearestPageScale(1200) == 2000.0);
    CHECK(nearestPageScale(3000) == 2000.0);
    CHECK(nearestPageScale(3300) == 5000.0);
    CHECK(nearestPageScale(90000) == 10000.0);
    Desk desk(40, 9000.0);
    CHECK(desk.dialog->options().page.scale == 10000.0);
    desk.box("scale")->setCurrentIndex(desk.box("scale")->count() - 1);
    auto* free = desk.dialog->findChild<QSpinBox*>(u("freeScale"));
    CHECK(free->isVisible());
    free->setValue(7500);
    CHECK(desk.dialog->options().page.scale == 7500.0);
}

TEST_CASE("the page is written as a PDF and as a picture, with a receipt")
{
    Desk desk(10);
    const QString path = desk.folder.filePath(u("karta.pdf"));
    QSignalSpy written(desk.dialog.get(), &PrintDialog::written);
    desk.dialog->exportTo(path);
    CHECK(!desk.dialog->findChild<QPushButton*>(u("exportPdf"))->isEnabled());
    REQUIRE(written.wait(patience));
    QFile pdf(path);
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == "%PDF-");
    auto* receipt = desk.dialog->findChild<QLabel*>(u("receiptWords"));
    CHECK(receipt->isVisible());
    CHECK(receipt->text().contains(u("karta.pdf")));
    CHECK(desk.dialog->findChild<QPushButton*>(u("exportPdf"))->isEnabled());

    desk.dialog->savePictureTo(desk.folder.filePath(u("karta.png")));
    REQUIRE(written.wait(patience));
    CHECK(QImage(desk.folder.filePath(u("karta.png"))).width() > 1700);
}

TEST_CASE("a page that cannot be written says why and where, and can be tried again")
{
    Desk desk(10);
    QSignalSpy failed(desk.dialog.get(), &PrintDialog::failed);
    desk.dialog->exportTo(desk.folder.filePath(u("no/such/folder/karta.pdf")));
    REQUIRE(failed.wait(patience));
    auto* banner = desk.dialog->findChild<QWidget*>(u("errorBanner"));
    REQUIRE(banner != nullptr);
    CHECK(banner->isVisible());
    CHECK(desk.dialog->findChild<QPushButton*>(u("exportPdf"))->isEnabled());
}

TEST_CASE("paper, orientation and mark are remembered; the first mark is the careful one")
{
    Desk desk;
    CHECK(desk.dialog->options().page.confidentiality == u("Internal"));
    desk.choose("paper", "A3");
    desk.choose("orientation", "Portrait");
    desk.choose("mark", "Partner");
    desk.dialog->close();
    desk.open();
    const report::PageOptions options = desk.dialog->options().page;
    CHECK(options.paper == report::Paper::A3);
    CHECK(options.orientation == report::Orientation::Portrait);
    CHECK(options.confidentiality == u("Partner"));
}

TEST_CASE("dragging the page moves the map by as much on the ground")
{
    Desk desk;
    desk.picture();
    PagePreview* preview = desk.dialog->preview();
    const Sweref99 before = desk.dialog->options().page.centre;
    const QPoint middle = preview->rect().center();
    QTest::mousePress(preview, Qt::LeftButton, {}, middle);
    QTest::mouseMove(preview, middle + QPoint(-60, 30));
    QTest::mouseRelease(preview, Qt::LeftButton, {}, middle + QPoint(-60, 30));
    const Sweref99 after = desk.dialog->options().page.centre;
    const double metresPerPixel = 297.0 / preview->picture().deviceIndependentSize().width() * 5.0;
    CHECK_THAT(after.easting - before.easting, WithinAbs(60 * metresPerPixel, 1.0));
    CHECK_THAT(after.northing - before.northing, WithinAbs(30 * metresPerPixel, 1.0));
}

TEST_CASE("a page without incidents is a page all the same")
{
    Desk desk(0);
    CHECK(coloursOf(desk.picture()) > 20);
}

TEST_CASE("without its pictures a page has the built-in map, says so, and they can be tried for again")
{
    const auto server = std::make_shared<Server>(Server::Answer::Error);
    Desk desk(server);
    auto* note = desk.dialog->findChild<QLabel*>(u("groundNote"));
    REQUIRE(note);
    REQUIRE(QTest::qWaitFor([&] { return note->isVisible(); }, patience));
    CHECK(note->text().contains(u("karta.example")));
    CHECK(note->text().contains(u("built-in map")));
    CHECK(report::mapsOf(desk.dialog->document()).front()->scene.ground->sheets.front().features == desk.basemap);
    // What is written is what is shown, without asking anew.
    const int asked = server->asked;
    QSignalSpy written(desk.dialog.get(), &PrintDialog::written);
    desk.dialog->exportTo(desk.folder.filePath(u("karta.pdf")));
    REQUIRE(written.wait(patience));
    CHECK(server->asked == asked);
    server->answer = Server::Answer::Red;
    desk.dialog->findChild<QToolButton*>(u("fetchAnew"))->click();
    REQUIRE(QTest::qWaitFor([&] { return report::mapsOf(desk.dialog->document()).front()->scene.ground->sheets.front().picture != nullptr; }, patience));
    CHECK_FALSE(note->isVisible());
}

TEST_CASE("pictures that take their time can be cancelled, in the preview and while a file is written")
{
    const auto server = std::make_shared<Server>(Server::Answer::Never);
    Desk desk(server);
    auto* cancel = desk.dialog->findChild<QPushButton*>(u("cancelFetching"));
    auto* note = desk.dialog->findChild<QLabel*>(u("groundNote"));
    REQUIRE(QTest::qWaitFor([&] { return cancel->isVisible(); }, patience));
    QSignalSpy failed(desk.dialog.get(), &PrintDialog::failed);
    desk.dialog->exportTo(desk.folder.filePath(u("karta.pdf"))); // before the preview has them
    REQUIRE(QTest::qWaitFor([&] { return cancel->isVisible(); }, patience));
    cancel->click();
    REQUIRE(failed.wait(patience));
    CHECK_FALSE(QFile::exists(desk.folder.filePath(u("karta.pdf"))));
    CHECK(note->isVisible());
    CHECK_FALSE(cancel->isVisible());
    CHECK_FALSE(desk.dialog->findChild<QWidget*>(u("errorBanner"))->isVisible());
    desk.dialog->findChild<QToolButton*>(u("fetchAnew"))->click();
    REQUIRE(QTest::qWaitFor([&] { return cancel->isVisible(); }, patience));
    cancel->click();
    CHECK(note->isVisible());
    CHECK(report::mapsOf(desk.dialog->document()).front()->scene.ground->sheets.front().features == desk.basemap);
}

namespace {

/// The middle of a frame in the preview.
QPoint middleOf(const Desk& desk, const char* frame)
{
    const auto place = paper::find(desk.dialog->document(), u(frame));
    REQUIRE(place);
    return desk.dialog->preview()->inWidget(place->rect).center().toPoint();
}

QRectF placeOf(const Desk& desk, const char* frame)
{
    const auto place = paper::find(desk.dialog->document(), u(frame));
    return place ? place->rect : QRectF();
}

void startEditing(const Desk& desk)
{
    desk.picture();
    desk.dialog->findChild<QToolButton*>(u("editPage"))->click();
    desk.picture();
}

} // namespace

TEST_CASE("A frame of the page is moved by hand, by whole millimetres, and back")
{
    Desk desk;
    startEditing(desk);
    PagePreview* preview = desk.dialog->preview();
    const QRectF before = placeOf(desk, "scale");
    const QPoint from = middleOf(desk, "scale");
    QTest::mousePress(preview, Qt::LeftButton, {}, from);
    QTest::mouseMove(preview, from + QPoint(0, -40));
    QTest::mouseRelease(preview, Qt::LeftButton, {}, from + QPoint(0, -40));
    desk.picture();
    const QRectF after = placeOf(desk, "scale");
    CHECK(after.top() < before.top() - 5);
    CHECK(after.top() == std::round(after.top()));
    QTest::keyClick(preview, Qt::Key_Right);
    desk.picture();
    CHECK(placeOf(desk, "scale").left() == after.left() + 1);
    while (!desk.dialog->edits().empty())
        desk.dialog->findChild<QToolButton*>(u("undoEdit"))->click();
    desk.picture();
    CHECK(placeOf(desk, "scale") == before);
    CHECK(desk.dialog->edits().empty());
}

TEST_CASE("The title is rewritten on the page, and a frame is hidden, by keyboard")
{
    Desk desk;
    startEditing(desk);
    PagePreview* preview = desk.dialog->preview();
    preview->setFocus();
    for (int i = 0; i < 30 && preview->chosenFrame() != u("title"); ++i)
        QTest::keyClick(preview, Qt::Key_Tab);
    REQUIRE(preview->chosenFrame() == u("title"));
    QTest::keyClick(preview, Qt::Key_Escape); // nothing is chosen: Enter presses no button
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QApplication::sendEvent(preview, &enter);
    CHECK(enter.isAccepted());
    while (preview->chosenFrame() != u("title"))
        QTest::keyClick(preview, Qt::Key_Tab);
    QTest::keyClick(preview, Qt::Key_Return);
    auto* words = preview->findChild<QPlainTextEdit*>(u("frameText"));
    REQUIRE(words);
    words->setPlainText(u("Inför mötet"));
    QTest::keyClick(words, Qt::Key_Return);
    desk.picture();
    const auto title = std::find_if(desk.dialog->document().sheets.front().frames.begin(), desk.dialog->document().sheets.front().frames.end(),
                                    [](const paper::Frame& frame) { return frame.id == u("title"); });
    CHECK(title->part->editableText() == u("Inför mötet"));
    while (preview->chosenFrame() != u("north") && !preview->chosenFrame().isEmpty())
        QTest::keyClick(preview, Qt::Key_Tab);
    REQUIRE(preview->chosenFrame() == u("north"));
    QTest::keyClick(preview, Qt::Key_Delete);
    desk.picture();
    CHECK(placeOf(desk, "north").isEmpty());
}

TEST_CASE("A map that is made smaller counts anew what lies outside of it")
{
    Desk desk;
    desk.box("scale")->setCurrentIndex(desk.box("scale")->count() - 1);
    desk.dialog->findChild<QSpinBox*>(u("freeScale"))->setValue(300);
    startEditing(desk);
    PagePreview* preview = desk.dialog->preview();
    preview->setFocus();
    while (preview->chosenFrame() != u("map"))
        QTest::keyClick(preview, Qt::Key_Tab);
    const paper::GeoFrame before = paper::geoFrames(desk.dialog->document().sheets.front()).front();
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(preview, Qt::Key_Left, Qt::ShiftModifier);
    desk.picture();
    const paper::GeoFrame after = paper::geoFrames(desk.dialog->document().sheets.front()).front();
    CHECK(after.frame.width() < before.frame.width() - 40);
    CHECK_THAT(after.ground.width() / after.frame.width(), WithinRel(before.ground.width() / before.frame.width(), 1e-9));
    const auto counted = [&](const paper::GeoFrame& map) {
        qint64 outside = 0;
        const auto& table = *report::mapsOf(desk.dialog->document()).front()->scene.incidents;
        for (const std::uint32_t row : table.rows())
            outside += !map.ground.contains(QPointF(table.table().easting[row], table.table().northing[row]));
        return outside;
    };
    REQUIRE(counted(after) > counted(before));
    const auto& frames = desk.dialog->document().sheets.front().frames;
    const auto remarks = std::find_if(frames.begin(), frames.end(), [](const paper::Frame& frame) { return frame.id == u("remarks"); });
    REQUIRE(remarks != frames.end());
    CHECK(remarks->part->editableText()->contains(QString::number(counted(after))));
}

TEST_CASE("The municipality's name, foot and colour are on the pages, and its own template is used")
{
    Desk desk;
    PageSettings settings;
    settings.organisation = u("Kommunen");
    settings.footer = u("Trygghet i centrum");
    settings.accent = QColor(0x00, 0x40, 0x80);
    settings.templates = desk.folder.path();
    PageSettingsDialog dialog(settings);
    dialog.setTemplates(desk.folder.path());
    const QString path = desk.folder.filePath(u("motes.json"));
    REQUIRE(QFile::exists(path));
    desk.dialog->setPageSettings(dialog.settings());
    desk.picture();
    CHECK(desk.dialog->document().author == u("Kommunen"));
    CHECK(desk.dialog->document().sheets.front().accent == QColor(0x00, 0x40, 0x80));
    const QRectF before = placeOf(desk, "map");
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    QByteArray json = file.readAll();
    json.replace("{\"A4\": 76, \"A3\": 98}", "{\"A4\": 100, \"A3\": 98}");
    file.resize(0);
    file.write(json);
    file.close();
    desk.dialog->setPageSettings(dialog.settings());
    desk.picture();
    CHECK_THAT(placeOf(desk, "map").width(), WithinAbs(before.width() - 24, 1e-6));
    // A fault of the file is told with its place; the pages stay as they were.
    REQUIRE(file.open(QIODevice::ReadWrite));
    json.replace("\"grow\"", "\"gro\"");
    file.resize(0);
    file.write(json);
    file.close();
    QSignalSpy made(desk.dialog.get(), &PrintDialog::made);
    desk.dialog->setPageSettings(dialog.settings());
    REQUIRE(made.wait(patience));
    auto* banner = desk.dialog->findChild<QWidget*>(u("errorBanner"));
    REQUIRE(banner);
    CHECK(banner->isVisible());
    CHECK_FALSE(desk.dialog->document().sheets.empty());
}

TEST_CASE("What was changed by hand is kept with the template for pages to come, and dropped again")
{
    Desk desk;
    PageSettings settings;
    settings.templates = desk.folder.path();
    desk.dialog->setPageSettings(settings);
    startEditing(desk);
    const QRectF original = placeOf(desk, "scale");
    auto* keep = desk.dialog->findChild<QToolButton*>(u("keepEdits"));
    auto* drop = desk.dialog->findChild<QToolButton*>(u("dropKept"));
    REQUIRE(keep);
    CHECK_FALSE(keep->isVisible());
    PagePreview* preview = desk.dialog->preview();
    QTest::mouseClick(preview, Qt::LeftButton, {}, middleOf(desk, "scale"));
    QTest::keyClick(preview, Qt::Key_Up);
    desk.picture();
    const QRectF moved = placeOf(desk, "scale");
    REQUIRE(moved != original);
    REQUIRE(keep->isVisible());
    keep->click();
    desk.picture();
    CHECK(placeOf(desk, "scale") == moved);
    CHECK(desk.dialog->edits().empty());
    CHECK(drop->isVisible());

    desk.open();
    desk.picture();
    CHECK(placeOf(desk, "scale") == moved);
    desk.choose("paper", "A3");
    desk.picture();
    CHECK(desk.dialog->options().edits.empty());
    CHECK_FALSE(desk.dialog->findChild<QToolButton*>(u("dropKept"))->isVisible());
    desk.choose("paper", "A4");
    desk.picture();
    desk.dialog->findChild<QToolButton*>(u("dropKept"))->click();
    desk.picture();
    CHECK(placeOf(desk, "scale") == original);
    desk.dialog->findChild<QToolButton*>(u("undoEdit"))->click();
    desk.picture();
    CHECK(placeOf(desk, "scale") == moved);
}

TEST_CASE("Each product has its changes on each paper; a text goes along from one paper to the other")
{
    Desk desk;
    startEditing(desk);
    PagePreview* preview = desk.dialog->preview();
    const QRectF original = placeOf(desk, "scale");
    QTest::mouseClick(preview, Qt::LeftButton, {}, middleOf(desk, "scale"));
    QTest::keyClick(preview, Qt::Key_Up);
    desk.picture();
    const QRectF moved = placeOf(desk, "scale");
    desk.choose("orientation", "Portrait");
    desk.picture();
    CHECK(desk.dialog->edits().empty());
    desk.choose("orientation", "Landscape");
    desk.picture();
    CHECK(placeOf(desk, "scale") == moved);
    CHECK(moved != original);
    QTest::mouseClick(preview, Qt::LeftButton, {}, middleOf(desk, "north"));
    QTest::keyClick(preview, Qt::Key_Delete);
    desk.picture();
    desk.choose("orientation", "Portrait");
    desk.picture();
    REQUIRE(desk.dialog->edits().size() == 1);
    CHECK(desk.dialog->edits().begin()->second.hidden);
}

TEST_CASE("Esc ends the changing of a page before it closes the window, and what was changed waits for the next")
{
    Desk desk;
    const auto unkept = std::make_shared<PrintDialog::Unkept>();
    desk.dialog->setUnkept(unkept);
    startEditing(desk);
    PagePreview* preview = desk.dialog->preview();
    QTest::mouseClick(preview, Qt::LeftButton, {}, middleOf(desk, "scale"));
    QTest::keyClick(preview, Qt::Key_Up);
    desk.picture();
    const QRectF moved = placeOf(desk, "scale");
    QTest::keyClick(preview, Qt::Key_Escape); // lets go of the frame
    QTest::keyClick(preview, Qt::Key_Escape);
    CHECK(desk.dialog->isVisible());
    CHECK_FALSE(desk.dialog->findChild<QToolButton*>(u("editPage"))->isChecked());
    QTest::keyClick(desk.dialog.get(), Qt::Key_Escape);
    CHECK_FALSE(desk.dialog->isVisible());
    REQUIRE(unkept->of);

    const auto analysis = unkept->of;
    desk.dialog = std::make_unique<PrintDialog>(report::ProductInput{analysis, desk.ground, desk.basemap}, workspace::hub(), 5200.0,
                                                desk.settings, PrintDialog::Aim::Export);
    desk.dialog->setUnkept(unkept);
    desk.dialog->show();
    desk.picture();
    CHECK(placeOf(desk, "scale") == moved);

    desk.open(); // of another analysis
    desk.dialog->setUnkept(unkept);
    desk.picture();
    CHECK(desk.dialog->edits().empty());
}

TEST_CASE("A title that is written into its field goes before one written on the page")
{
    Desk desk;
    startEditing(desk);
    PagePreview* preview = desk.dialog->preview();
    Q_EMIT preview->textChanged(u("title"), u("På sidan"));
    desk.picture();
    REQUIRE(desk.dialog->edits().size() == 1);
    auto* title = desk.dialog->findChild<QLineEdit*>(u("title"));
    QTest::keyClicks(title, u("In the field"));
    desk.picture();
    CHECK(desk.dialog->edits().empty());
    CHECK(desk.dialog->document().title.contains(u("In the field")));
}

TEST_CASE("Pages that could not be made are not written or printed")
{
    Desk desk;
    desk.picture();
    PageSettings settings;
    settings.templates = desk.folder.path();
    QFile file(desk.folder.filePath(u("motes.json")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    QSignalSpy made(desk.dialog.get(), &PrintDialog::made);
    desk.dialog->setPageSettings(settings);
    REQUIRE(made.wait(patience));
    auto* button = desk.dialog->findChild<QPushButton*>(u("exportPdf"));
    CHECK_FALSE(button->isEnabled());
    file.remove();
    desk.dialog->setPageSettings(settings);
    desk.picture();
    CHECK(button->isEnabled());
}

TEST_CASE("Frames that lie over each other are told of")
{
    Desk desk;
    startEditing(desk);
    auto* hint = desk.dialog->findChild<QLabel*>(u("editHint"));
    REQUIRE(hint);
    const QString usual = hint->text();
    CHECK_FALSE(usual.isEmpty());
    Q_EMIT desk.dialog->preview()->frameMoved(u("scale"), placeOf(desk, "hotspots"));
    desk.picture();
    CHECK(hint->text() != usual);
}

TEST_CASE("The sheet is copied as a picture, and saved as SVG")
{
    Desk desk(10);
    desk.picture();
    QGuiApplication::clipboard()->clear();
    desk.dialog->findChild<QToolButton*>(u("copyPicture"))->click();
    REQUIRE(QTest::qWaitFor([] { return !QGuiApplication::clipboard()->image().isNull(); }, patience));
    CHECK(QGuiApplication::clipboard()->image().width() == 1754);
    QSignalSpy written(desk.dialog.get(), &PrintDialog::written);
    desk.dialog->savePictureTo(desk.folder.filePath(u("karta.svg")));
    REQUIRE((written.count() > 0 || written.wait(patience)));
    QFile svg(desk.folder.filePath(u("karta.svg")));
    REQUIRE(svg.open(QIODevice::ReadOnly));
    CHECK(svg.readAll().contains("<svg"));
}

TEST_CASE("A PDF for the archive says that it is prepared for PDF/A-2b")
{
    Desk desk(10);
    desk.picture();
    desk.dialog->findChild<QCheckBox*>(u("archivePdf"))->setChecked(true);
    QSignalSpy written(desk.dialog.get(), &PrintDialog::written);
    desk.dialog->exportTo(desk.folder.filePath(u("karta.pdf")));
    REQUIRE(written.wait(patience));
    QFile pdf(desk.folder.filePath(u("karta.pdf")));
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.readAll().contains("<pdfaid:part>2</pdfaid:part>"));
}
