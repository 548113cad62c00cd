#include "stored_file.h"

#include "map/ground.h"
#include "page_fixture.h"
#include "store/incident_store.h"
#include "support/catch.h"
#include "workspace/sample.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <stdexcept>

namespace hk::test {

namespace {

/// What a program prints; nothing where it is not installed.
std::optional<QByteArray> outputOf(const QString& program, const QStringList& arguments)
{
    const QString tool = QStandardPaths::findExecutable(program);
    if (tool.isEmpty()) {
        WARN("SKIPPED: " << program.toStdString() << " is not installed");
        return std::nullopt;
    }
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TZ"), QStringLiteral("Europe/Stockholm"));
    process.setProcessEnvironment(environment);
    process.start(tool, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        throw std::runtime_error(process.readAllStandardError().toStdString());
    return process.readAllStandardOutput();
}

/// A little-endian double of the geometry at this byte, counted from 1.
QString doubleSql(int first)
{
    constexpr int bytes = 8;
    QStringList parts;
    for (int i = bytes - 1; i >= 0; --i)
        parts.append(QStringLiteral("substr(i.geom, %1, 1)").arg(first + i));
    return QStringLiteral("ieee754_from_blob(CAST(%1 AS BLOB))").arg(parts.join(QStringLiteral(" || ")));
}

QString written(const QTemporaryDir& folder, const paper::Document& document)
{
    const QString path = folder.filePath(QStringLiteral("document.pdf"));
    if (!report::writePdf(document, path))
        throw std::runtime_error("the PDF cannot be written");
    return path;
}

std::optional<QString> textOf(const paper::Document& document, const QString& order)
{
    const QTemporaryDir folder;
    const auto output =
        outputOf(QStringLiteral("pdftotext"), {order, QStringLiteral("-enc"), QStringLiteral("UTF-8"),
                                               written(folder, document), QStringLiteral("-")});
    if (!output)
        return std::nullopt;
    QString text = QString::fromUtf8(*output);
    text.replace(QChar::Nbsp, u' ');
    return text;
}

} // namespace

StoredFile::StoredFile(const std::vector<Incident>& incidents, const CategoryList& categories)
    : m_path(m_folder.filePath(QStringLiteral("file.gpkg")))
{
    store::CreateOptions options;
    options.title = QStringLiteral("Invented file");
    options.sample = true;
    options.categories = categories;
    auto store = store::IncidentStore::create(m_path, options);
    if (!store || (!incidents.empty() && !store->insert(incidents)))
        throw std::runtime_error("the file cannot be made");
    auto snapshot = workspace::loadSnapshot(*store);
    if (!snapshot)
        throw std::runtime_error("the file cannot be read");
    m_snapshot = *snapshot;
}

workspace::MapAnalysisPtr StoredFile::analysis(const IncidentFilter& filter) const
{
    auto made = workspace::analyse(m_snapshot, filter, {}, map::PlaceSearch(basemap()));
    if (!made)
        throw std::runtime_error("the file cannot be analysed");
    return *made;
}

std::optional<QStringList> StoredFile::ask(const QString& sql) const
{
    const auto output = outputOf(QStringLiteral("sqlite3"), {QStringLiteral("-readonly"), m_path, sql});
    if (!output)
        return std::nullopt;
    return QString::fromUtf8(*output).split(u'\n', Qt::SkipEmptyParts);
}

QString StoredFile::eastingSql()
{
    return doubleSql(14); // after the header of 8 bytes, and byte order and type of the point
}

QString StoredFile::northingSql()
{
    return doubleSql(22);
}

std::vector<Incident> sampleOfTwoYears()
{
    workspace::SampleOptions options;
    options.end = QDate(2026, 11, 20);
    return workspace::sampleIncidents(options);
}

Incident incidentAt(const QDateTime& utc, const QString& category, double metres)
{
    Incident incident;
    incident.category = category;
    incident.occurredFrom = utc;
    incident.occurredTo = utc;
    incident.position = workspace::hub();
    incident.position.easting += metres;
    incident.organisation = QStringLiteral("Invented organisation");
    return incident;
}

report::ProductOptions optionsOf(report::Product product)
{
    report::ProductOptions options;
    options.product = product;
    options.page.printedAt = QDateTime(QDate(2026, 11, 23), QTime(8, 5), Qt::UTC);
    return options;
}

Result<paper::Document> documentOf(const workspace::MapAnalysisPtr& analysis,
                                   const report::ProductOptions& options)
{
    return report::makeDocument({analysis, map::groundOf(basemap()), basemap()}, options);
}

std::optional<QString> pageText(const paper::Document& document)
{
    return textOf(document, QStringLiteral("-layout"));
}

std::optional<QString> paintedText(const paper::Document& document)
{
    const auto text = textOf(document, QStringLiteral("-raw"));
    return text ? std::optional(text->simplified()) : std::nullopt;
}

std::optional<QByteArray> plainPdf(const paper::Document& document)
{
    const QTemporaryDir folder;
    return outputOf(QStringLiteral("qpdf"),
                    {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"),
                     QStringLiteral("--stream-data=uncompress"), written(folder, document),
                     QStringLiteral("-")});
}

QStringList lineOf(const QString& text, const QString& words)
{
    static const QRegularExpression gap(QStringLiteral(" {2,}"));
    for (const QString& line : text.split(u'\n'))
        if (const QString trimmed = line.trimmed(); trimmed.startsWith(words))
            return trimmed.split(gap);
    return {};
}

} // namespace hk::test
