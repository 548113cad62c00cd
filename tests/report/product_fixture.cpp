#include "product_fixture.h"

#include "core/local_time.h"
#include "map/basemap.h"
#include "store/incident_store.h"
#include "support/catch.h"
#include "workspace/snapshot.h"

#include <QProcess>
#include <QStandardPaths>

namespace hk::test {

namespace {

QString toolOrWarning(const QString& name, const QString& package)
{
    const QString tool = QStandardPaths::findExecutable(name);
    if (tool.isEmpty())
        WARN("SKIPPED: " << name.toStdString() << " (" << package.toStdString() << ") is not installed");
    return tool;
}

} // namespace

ProductFile::ProductFile(std::vector<Incident> incidents, CategoryList categories)
{
    const QString path = m_folder.filePath(QStringLiteral("incidents.gpkg"));
    {
        store::CreateOptions options;
        options.title = QStringLiteral("Invented file");
        options.categories = std::move(categories);
        auto created = store::IncidentStore::create(path, options);
        REQUIRE(created);
        if (!incidents.empty())
            REQUIRE(created->insert(std::move(incidents)));
    }
    read(path);
}

ProductFile::ProductFile(const QString& existing)
{
    read(existing);
}

void ProductFile::read(const QString& path)
{
    m_path = path;
    auto opened = store::IncidentStore::open(path, store::Access::ReadOnly);
    REQUIRE(opened);
    auto loaded = workspace::loadSnapshot(*opened);
    REQUIRE(loaded);
    m_snapshot = *loaded;
}

report::ProductInput ProductFile::input(const IncidentFilter& filter, const workspace::MapSettings& settings) const
{
    auto analysed = workspace::analyse(m_snapshot, filter, settings, map::PlaceSearch(basemap()));
    REQUIRE(analysed);
    return {*analysed, map::groundOf(basemap()), basemap()};
}

std::optional<QList<QStringList>> ProductFile::sql(const QString& query) const
{
    const QString tool = toolOrWarning(QStringLiteral("sqlite3"), QStringLiteral("sqlite3"));
    if (tool.isEmpty())
        return {};
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TZ"), QStringLiteral("Europe/Stockholm"));
    process.setProcessEnvironment(environment);
    process.start(tool, {QStringLiteral("-readonly"), QStringLiteral("-separator"), QStringLiteral("\t"), m_path, query});
    REQUIRE(process.waitForFinished());
    const QString error = QString::fromUtf8(process.readAllStandardError());
    INFO(error.toStdString());
    REQUIRE(process.exitCode() == 0);
    QList<QStringList> rows;
    for (const QString& line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts))
        rows.append(line.split(u'\t'));
    return rows;
}

std::optional<qint64> ProductFile::number(const QString& query) const
{
    const auto rows = sql(query);
    if (!rows)
        return {};
    REQUIRE(rows->size() == 1);
    return rows->front().front().toLongLong();
}

Incident incidentAt(const char* category, const QDate& date, const QTime& time, double east, double north, int minutes)
{
    Incident incident;
    incident.id = QUuid::createUuid();
    incident.category = QString::fromUtf8(category);
    incident.occurredFrom = fromLocal(date, time)->utc;
    incident.occurredTo = incident.occurredFrom.addSecs(60 * minutes);
    incident.position = {workspace::hub().easting + east, workspace::hub().northing + north};
    incident.organisation = QStringLiteral("Invented organisation");
    return incident;
}

std::optional<QStringList> textOf(const paper::Document& document)
{
    const QString tool = toolOrWarning(QStringLiteral("pdftotext"), QStringLiteral("poppler-utils"));
    if (tool.isEmpty())
        return {};
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.pdf"));
    REQUIRE(report::writePdf(document, path));
    QStringList pages;
    for (const QString& order : {QStringLiteral("-layout"), QStringLiteral("-nopgbrk")}) {
        const bool lines = order == QLatin1String("-layout");
        for (int page = 0; page < static_cast<int>(document.sheets.size()); ++page) {
            QProcess process;
            const QString number = QString::number(page + 1);
            process.start(tool, {order, QStringLiteral("-f"), number, QStringLiteral("-l"), number, QStringLiteral("-enc"),
                                 QStringLiteral("UTF-8"), path, QStringLiteral("-")});
            REQUIRE(process.waitForFinished());
            QString text = QString::fromUtf8(process.readAllStandardOutput());
            text.replace(QChar::Nbsp, u' ').remove(u'\f');
            if (lines)
                pages.append(text);
            else
                pages[page] += u'\n' + text;
        }
    }
    return pages;
}

QByteArray bytesOf(const paper::Document& document)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.pdf"));
    REQUIRE(report::writePdf(document, path));
    return contentOf(path);
}

report::ProductOptions optionsOf(report::Product product, report::Paper paper, report::Orientation orientation)
{
    report::ProductOptions options;
    options.product = product;
    options.page.paper = paper;
    options.page.orientation = orientation;
    options.page.centre = workspace::hub();
    options.page.printedAt = QDateTime(QDate(2026, 11, 23), QTime(8, 5), Qt::UTC);
    return options;
}

paper::Document made(const report::ProductInput& input, const report::ProductOptions& options)
{
    auto document = report::makeDocument(input, options);
    if (!document)
        FAIL(codeName(document.error().code).toStdString() << ": " << document.error().detail.toStdString());
    return std::move(*document);
}

} // namespace hk::test
