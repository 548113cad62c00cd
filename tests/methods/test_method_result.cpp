#include "methods/result_files.h"
#include "support/catch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTemporaryDir>

#include <limits>

using namespace hk;
using namespace hk::methods;

namespace {

using Form = ResultColumn::Form;

QString words(const QVariant& value, Form form, int decimals = 0)
{
    QLocale::setDefault(QLocale::c());
    return shown(value, {QStringLiteral("key"), QStringLiteral("Title"), form, decimals});
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

MethodResult square()
{
    auto layer = std::make_shared<map::StudyLayer>();
    layer->classes.push_back({QStringLiteral("Hot"), Qt::red, 0.0});
    map::StudyShape shape;
    shape.parts = {{{322000, 6394000}, {322100, 6394000}, {322100, 6394100}, {322000, 6394100}}};
    shape.classIndex = 0;
    layer->shapes.push_back(shape);
    MethodResult result;
    result.title = QStringLiteral("Square");
    result.layer = layer;
    result.propertyColumns = {{QStringLiteral("z"), QStringLiteral("z"), Form::Number, 2}};
    result.properties = {{2.5}};
    return result;
}

} // namespace

TEST_CASE("a value is shown as its column says")
{
    CHECK(words(3.14159, Form::Number, 2) == QStringLiteral("3.14"));
    CHECK(words(7, Form::Count) == QStringLiteral("7"));
    CHECK(words(QStringLiteral("N1"), Form::Words) == QStringLiteral("N1"));
    CHECK(words(0.0123, Form::Probability) == QStringLiteral("0.012"));
    CHECK(words(0.0001, Form::Probability) == QStringLiteral("< 0.001"));
}

TEST_CASE("what is too little to say or not a number is shown as a dash")
{
    CHECK(words({}, Form::Number, 1) == QStringLiteral("–"));
    CHECK(words(std::numeric_limits<double>::quiet_NaN(), Form::Percent) == QStringLiteral("–"));
}

TEST_CASE("a table is written in full precision, empty where there is no value")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("t.csv"));
    const ResultTable table{QStringLiteral("t"),
                            QStringLiteral("Table"),
                            {{QStringLiteral("name"), QStringLiteral("Name")},
                             {QStringLiteral("ratio"), QStringLiteral("Ratio"), Form::Number, 1}},
                            {{QStringLiteral("a, b"), 1.0 / 3.0}, {QStringLiteral("c"), QVariant()}}};
    REQUIRE(writeTable(path, table).has_value());
    CHECK(contentOf(path) == "name,ratio\r\n\"a, b\",0.33333333333333331\r\nc,\r\n");
}

TEST_CASE("a layer is written as closed polygons in WGS 84 with its properties and class")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("l.geojson"));
    REQUIRE(writeLayer(path, square()).has_value());
    const QJsonObject feature
        = QJsonDocument::fromJson(contentOf(path)).object()[u"features"].toArray().at(0).toObject();
    CHECK(feature[u"properties"].toObject()[u"z"].toDouble() == 2.5);
    CHECK(feature[u"properties"].toObject()[u"class"].toString() == QStringLiteral("Hot"));
    const QJsonArray ring = feature[u"geometry"].toObject()[u"coordinates"].toArray().at(0).toArray();
    REQUIRE(ring.size() == 5);
    CHECK(ring.first() == ring.last());
    CHECK(std::abs(ring.first().toArray().at(0).toDouble() - 12.0167) < 0.001);
    CHECK(std::abs(ring.first().toArray().at(1).toDouble() - 57.6531) < 0.001);
}

TEST_CASE("a result without a table, layer or grid is not written as one")
{
    const QTemporaryDir folder;
    for (const char* name : {"a.csv", "a.geojson", "a.tif"})
        CHECK(writeResult(folder.filePath(QLatin1String(name)), MethodResult{}).error().code == ErrorCode::NotFound);
    CHECK(writeResult(folder.filePath(QStringLiteral("a.doc")), square()).error().code == ErrorCode::FormatNotSupported);
    CHECK(QDir(folder.path()).isEmpty());
}
