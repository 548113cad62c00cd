#include "house/house_rules.h"
#include "support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace hk::house;

namespace {

Surroundings installedQt()
{
    QDir dir(QStringLiteral(HK_QTWIDGETS_DIR));
    const QStringList widgets = dir.entryList(QDir::Files);
    Surroundings surroundings;
    for (const QString& name : widgets) {
        // Some headers moved to QtGui with Qt 6 and are forwarded by QtWidgets.
        const bool alsoInGui = QFile::exists(dir.filePath(QStringLiteral("../QtGui/") + name));
        if (!alsoInGui && !name.startsWith(QLatin1String("qtwidgets")))
            surroundings.widgetHeaders.insert(name);
    }
    return surroundings;
}

std::vector<SourceFile> filesOfTheProject()
{
    const QDir root(QStringLiteral(HK_SOURCE_DIR));
    std::vector<SourceFile> files;
    for (const QString& folder : {QStringLiteral("src"), QStringLiteral("ui")}) {
        QDirIterator it(root.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                files.push_back({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return files;
}

QStringList brokenBy(const char* path, const char* text)
{
    return brokenRules({QString::fromLatin1(path), QString::fromLatin1(text)}, installedQt());
}

} // namespace

TEST_CASE("no file of the project breaks the rules of the house")
{
    const std::vector<SourceFile> files = filesOfTheProject();
    REQUIRE(files.size() > 10);
    Surroundings surroundings = installedQt();
    for (const SourceFile& file : files)
        if (file.path.endsWith(QLatin1String(".h")))
            surroundings.headers.insert(file.path);
    for (const SourceFile& file : files)
        for (const QString& broken : brokenRules(file, surroundings))
            FAIL_CHECK(broken.toStdString());
}

TEST_CASE("an include that points up or sideways is caught")
{
    CHECK(brokenBy("src/core/a.cpp", "#include \"store/incident_store.h\"\n").size() == 1);
    CHECK(brokenBy("src/map/a.cpp", "#include \"store/incident_store.h\"\n").size() == 1);
    CHECK(brokenBy("src/analysis/a.cpp", "  #  include \"core/coordinates.h\"\n").size() == 1);
    CHECK(brokenBy("src/sqlite/a.cpp", "#include \"core/result.h\"\n").size() == 1);
    CHECK(brokenBy("ui/main_window.cpp", "#include \"sqlite/database.h\"\n").size() == 1);
    CHECK(brokenBy("src/report/a.cpp", "#include \"ui/map_view.h\"\n").size() == 1);
    CHECK(brokenBy("src/app/main.cpp", "#include \"cli/commands.h\"\n").size() == 1);
    CHECK(
        brokenBy("src/cli/main.cpp", "#include \"app/services.h\"\n#include \"ui/main_window.h\"\n").size() ==
        2);
    CHECK(brokenBy("src/core/a.cpp", "#include \"../store/incident_store.h\"\n").size() == 1);
    CHECK(brokenBy("src/core/a.cpp", "#include \"incident.h\"\n").size() == 1);
}

TEST_CASE("an include that points down is let through")
{
    CHECK(brokenBy("src/core/a.cpp", "#include \"core/incident.h\"\n#include <vector>\n").isEmpty());
    CHECK(brokenBy("src/store/a.cpp", "#include \"core/incident.h\"\n#include \"sqlite/database.h\"\n")
              .isEmpty());
    CHECK(
        brokenBy("ui/a.cpp", "#include \"ui/a.h\"\n#include \"workspace/workspace.h\"\n#include \"ui_a.h\"\n")
            .isEmpty());
    CHECK(brokenBy("src/app/main.cpp", "#include \"ui/main_window.h\"\n").isEmpty());
    CHECK(brokenBy("src/core/a.cpp", "// #include \"store/incident_store.h\"\n").isEmpty());
}

TEST_CASE("headers of other libraries are kept to their parts and out of headers")
{
    CHECK(brokenBy("src/store/a.cpp", "#include <gdal_priv.h>\n").size() == 1);
    CHECK(brokenBy("src/exchange/a.cpp", "#include <ogrsf_frmts.h>\n#include <cpl_conv.h>\n").isEmpty());
    CHECK(brokenBy("src/exchange/a.h", "#pragma once\n#include <gdal.h>\n").size() == 1);
    CHECK(brokenBy("src/store/a.cpp", "#include <sqlite3.h>\n").size() == 1);
    CHECK(brokenBy("src/sqlite/a.cpp", "#include <sqlite3.h>\n").isEmpty());
    CHECK(brokenBy("src/map/a.cpp", "#include <proj.h>\n").size() == 1);
    CHECK(brokenBy("src/geo/a.cpp", "#include <proj.h>\n").isEmpty());
}

TEST_CASE("a source file includes its own header first")
{
    const Surroundings surroundings{{}, {QStringLiteral("src/core/a.h"), QStringLiteral("ui/b.h")}};
    const auto broken = [&](const char* path, const char* text) {
        return brokenRules({QString::fromLatin1(path), QString::fromLatin1(text)}, surroundings).size();
    };
    CHECK(broken("src/core/a.cpp", "#include <vector>\n#include \"core/a.h\"\n") == 1);
    CHECK(broken("src/core/a.cpp", "// why\n#include \"core/a.h\"\n#include <vector>\n") == 0);
    CHECK(broken("ui/b.cpp", "#include \"ui/b.h\"\n") == 0);
    CHECK(broken("src/core/c.cpp", "#include <vector>\n") == 0);
}

TEST_CASE("widgets are kept to ui and app")
{
    CHECK(brokenBy("src/map/a.cpp", "#include <QWidget>\n").size() == 1);
    CHECK(brokenBy("src/models/a.cpp", "#include <QtWidgets/QTableView>\n").size() == 1);
    CHECK(brokenBy("src/workspace/a.cpp", "#include <qdockwidget.h>\n").size() == 1);
    CHECK(brokenBy("src/cli/main.cpp", "#include <QApplication>\n").size() == 1);
    CHECK(brokenBy("src/app/main.cpp", "#include <QApplication>\n").isEmpty());
    CHECK(brokenBy("ui/a.cpp", "#include <QMainWindow>\n").isEmpty());
    CHECK(brokenBy("src/models/a.cpp", "#include <QAbstractTableModel>\n#include <QUndoStack>\n").isEmpty());
    CHECK(brokenBy("src/map/a.cpp", "#include <QImage>\n#include <QPainter>\n").isEmpty());
}

TEST_CASE("the analysis is free of Qt")
{
    CHECK(brokenBy("src/analysis/a.cpp", "#include <QString>\n").size() == 1);
    CHECK(brokenBy("src/analysis/a.cpp", "#include <QtConcurrent>\n").size() == 1);
    CHECK(brokenBy("src/analysis/a.cpp", "#include <queue>\n").isEmpty());
}

TEST_CASE("a header has a guard and opens no namespace for others")
{
    CHECK(brokenBy("src/core/a.h", "#include <vector>\n").size() == 1);
    CHECK(brokenBy("src/core/a.h", "#pragma once\nusing namespace std;\n").size() == 1);
    CHECK(brokenBy("src/core/a.cpp", "using namespace std;\n").isEmpty());
}

TEST_CASE("text for people is kept out of the parts below")
{
    CHECK(brokenBy("src/core/a.cpp", "const auto text = tr(\"Hello\");\n").size() == 1);
    CHECK(brokenBy("src/store/a.cpp", "QCoreApplication::translate(\"a\", \"b\");\n").size() == 1);
    CHECK(brokenBy("src/text/a.cpp", "const auto text = tr(\"Hello\");\n").isEmpty());
}

TEST_CASE("no part may reach itself by the parts it may include")
{
    const QStringList parts =
        QStringLiteral(
            "core geo sqlite analysis text store exchange map workspace methods report models ui i18n cli app")
            .split(u' ');
    for (const QString& part : parts)
        for (const QString& below : allowedParts(part)) {
            CAPTURE(part.toStdString(), below.toStdString());
            CHECK(parts.indexOf(below) < parts.indexOf(part));
        }
}
