#include "ui/methods/points_file_box.h"
#include "support/catch.h"

#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace hk;
using namespace hk::ui;

namespace {

QString homes(const QTemporaryDir& folder)
{
    const QString path = folder.filePath(QStringLiteral("homes.csv"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("e,n,homes\n322000,6394000,12\n322100,6394000,3\n322200,6394000,none\n");
    return path;
}

} // namespace

TEST_CASE("each row of a file of points counts as one until a column is chosen")
{
    const QTemporaryDir folder;
    PointsFileBox box;
    QSignalSpy changed(&box, &PointsFileBox::changed);
    box.readFile(homes(folder));
    REQUIRE(changed.wait());
    REQUIRE(box.points());
    CHECK(box.points()->rows.size() == 3);
    CHECK(box.points()->weights.empty());

    auto* column = box.findChild<QComboBox*>(QStringLiteral("weightColumn"));
    REQUIRE(column);
    REQUIRE(column->count() == 4);
    column->setCurrentIndex(3);
    Q_EMIT column->activated(3);
    REQUIRE(changed.wait());
    CHECK(box.weightColumn() == QStringLiteral("homes"));
    CHECK(box.points()->weights == std::vector<double>{12.0, 3.0});
    CHECK(box.points()->unusable == 1);
    CHECK(column->currentText() == QStringLiteral("homes"));
}

TEST_CASE("a column that is not there leaves the points as they were")
{
    const QTemporaryDir folder;
    const QString path = homes(folder);
    PointsFileBox box;
    QSignalSpy changed(&box, &PointsFileBox::changed);
    QSignalSpy failed(&box, &PointsFileBox::failed);
    box.readFile(path);
    REQUIRE(changed.wait());
    box.readFile(path, QStringLiteral("flats"));
    REQUIRE(failed.wait());
    CHECK(box.weightColumn().isEmpty());
    CHECK(box.points()->rows.size() == 3);
}
