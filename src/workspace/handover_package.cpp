#include "workspace/handover_package.h"

#include "exchange/export_columns.h"
#include "exchange/package_file.h"
#include "seal/sealed_file.h"
#include "text/cover_page.h"
#include "text/export_words.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hk::workspace {
namespace {

constexpr int manifestVersion = 1;
constexpr qint64 mostData = 8LL << 30;     // bytes unpacked
constexpr qint64 mostManifest = 1LL << 20; // and of the other files
const QString formatName = QStringLiteral("hkpaket");
const QString dataName = QStringLiteral("incidents.geojson");
const QString coverName = QStringLiteral("cover.html");
const QString manifestName = QStringLiteral("manifest.json");
const QString checksumName = QStringLiteral("manifest.sha256");

tl::unexpected<Error> altered(const QString& path, const QString& detail)
{
    return fail(ErrorCode::FileDamaged, {path, -1, seal::alteredField}, {}, detail);
}

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path}, {}, file.errorString());
    if (file.write(bytes) != bytes.size() || !file.flush())
        return fail(ErrorCode::DiskFull, {path}, {}, file.errorString());
    return {};
}

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {path}, {}, file.errorString());
    return file.readAll();
}

QString dayText(const QDate& date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

Result<QJsonObject> fileEntry(const QTemporaryDir& folder, const QString& name)
{
    const Result<QByteArray> hash = exchange::fileHash(folder.filePath(name));
    if (!hash)
        return tl::unexpected(hash.error());
    return QJsonObject{{QStringLiteral("name"), name},
                       {QStringLiteral("bytes"), QFileInfo(folder.filePath(name)).size()},
                       {QStringLiteral("sha256"), QString::fromLatin1(*hash)}};
}

QJsonObject manifestOf(const HandoverFacts& facts, const QJsonArray& files)
{
    return {{QStringLiteral("format"), formatName},
            {QStringLiteral("version"), manifestVersion},
            {QStringLiteral("id"), facts.id.toString(QUuid::WithoutBraces)},
            {QStringLiteral("created"), facts.created.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("sender"), facts.sender},
            {QStringLiteral("recipient"), facts.recipient},
            {QStringLiteral("profile"), toName(facts.profile)},
            {QStringLiteral("fields"), QJsonArray::fromStringList(facts.fields)},
            {QStringLiteral("filter"), facts.filter},
            {QStringLiteral("from"), dayText(facts.from)},
            {QStringLiteral("to"), dayText(facts.to)},
            {QStringLiteral("incidents"), facts.incidents},
            {QStringLiteral("files"), files}};
}

std::optional<HandoverFacts> factsOf(const QJsonObject& manifest)
{
    const auto text = [&manifest](const char* key) { return manifest.value(QLatin1String(key)).toString(); };
    const auto profile = exportProfileFromName(text("profile"));
    HandoverFacts facts;
    facts.id = QUuid::fromString(text("id"));
    facts.created = QDateTime::fromString(text("created"), Qt::ISODate).toUTC();
    facts.sender = text("sender");
    facts.recipient = text("recipient");
    facts.filter = text("filter");
    facts.from = QDate::fromString(text("from"), Qt::ISODate);
    facts.to = QDate::fromString(text("to"), Qt::ISODate);
    for (const QJsonValue& name : manifest.value(QLatin1String("fields")).toArray())
        facts.fields.append(name.toString());
    facts.incidents = manifest.value(QLatin1String("incidents")).toInteger(-1);
    if (!profile || *profile == ExportProfile::Public || facts.id.isNull() || !facts.created.isValid() ||
        facts.sender.trimmed().isEmpty() || facts.incidents < 0)
        return std::nullopt;
    facts.profile = *profile;
    return facts;
}

/// Unpacks what the manifest names, and compares.
Result<void> unpackListed(const QString& path, const QJsonArray& files, const QTemporaryDir& folder)
{
    for (const QString& name : {dataName, coverName}) {
        QJsonObject listed;
        for (const QJsonValue& file : files)
            if (file.toObject().value(QLatin1String("name")).toString() == name)
                listed = file.toObject();
        const Result<QByteArray> hash = exchange::unpack(path, name, folder.filePath(name),
                                                         name == dataName ? mostData : mostManifest);
        if (!hash)
            return tl::unexpected(hash.error());
        if (QString::fromLatin1(*hash) != listed.value(QLatin1String("sha256")).toString() ||
            QFileInfo(folder.filePath(name)).size() != listed.value(QLatin1String("bytes")).toInteger(-1))
            return altered(path, name);
    }
    return {};
}

Result<OpenedPackage> openPlain(const QString& path, const QString& shownPath)
{
    // The errors tell of the file that the person chose.
    const auto told = [&](Error error) {
        error.place.file = shownPath;
        return tl::unexpected(std::move(error));
    };
    Result<QStringList> names = exchange::packageNames(path);
    if (!names)
        return told(names.error());
    if (!names->contains(manifestName))
        return names->contains(dataName) || names->contains(coverName) ? Result<OpenedPackage>(altered(shownPath, manifestName))
                                                                       : fail(ErrorCode::FileNotOurs, {shownPath});
    names->sort();
    QStringList expected{dataName, coverName, manifestName, checksumName};
    expected.sort();
    if (*names != expected)
        return altered(shownPath, names->join(u' '));

    OpenedPackage package;
    package.folder = std::make_unique<QTemporaryDir>();
    const QString manifestPath = package.folder->filePath(manifestName);
    const QString checksumPath = package.folder->filePath(checksumName);
    const Result<QByteArray> manifestHash = exchange::unpack(path, manifestName, manifestPath, mostManifest);
    if (!manifestHash)
        return told(manifestHash.error());
    if (const auto unpacked = exchange::unpack(path, checksumName, checksumPath, mostManifest); !unpacked)
        return told(unpacked.error());
    const Result<QByteArray> checksum = readFile(checksumPath);
    const Result<QByteArray> text = readFile(manifestPath);
    if (!checksum || !text)
        return told(checksum ? text.error() : checksum.error());
    if (checksum->left(checksum->indexOf(' ')) != *manifestHash)
        return altered(shownPath, manifestName);
    const QJsonObject manifest = QJsonDocument::fromJson(*text).object();
    if (manifest.value(QLatin1String("format")).toString() != formatName)
        return fail(ErrorCode::FileNotOurs, {shownPath});
    if (manifest.value(QLatin1String("version")).toInt() > manifestVersion)
        return fail(ErrorCode::FileNewer, {shownPath});
    std::optional<HandoverFacts> facts = factsOf(manifest);
    if (!facts)
        return altered(shownPath, manifestName);
    if (const Result<void> unpacked = unpackListed(path, manifest.value(QLatin1String("files")).toArray(), *package.folder);
        !unpacked)
        return told(unpacked.error());
    package.facts = std::move(*facts);
    package.dataPath = package.folder->filePath(dataName);
    return package;
}

} // namespace

const QString packageSuffix = formatName;

Result<HandoverFacts> writePackage(const ExportContent& content, HandoverFacts facts, const QString& path,
                                   const seal::Passphrase& passphrase, const std::function<void(qint64, qint64)>& progress,
                                   const std::stop_token& stop)
{
    if (content.profile == ExportProfile::Public)
        return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("counts for everybody are exported, not handed over")});
    if (facts.sender.trimmed().isEmpty())
        return fail(ErrorCode::ValueMissing, {{}, -1, QStringLiteral("sender")});
    if (!passphrase.isEmpty())
        if (const Result<void> enough = passphrase.isEnough(); !enough)
            return tl::unexpected(enough.error());
    facts.id = QUuid::createUuid();
    facts.sender = facts.sender.simplified();
    facts.recipient = content.summary.partner;
    facts.profile = content.profile;
    facts.fields = content.fields;
    facts.fields.removeAll(exchange::areaShapeField); // GeoJSON has shapes
    facts.incidents = content.summary.rows;

    const QTemporaryDir folder;
    if (const auto written = writeExport(content, folder.filePath(dataName), progress, stop); !written)
        return tl::unexpected(written.error());
    const QString cover = text::coverPage(facts, text::exportSentences(content.summary));
    if (const auto written = writeFile(folder.filePath(coverName), cover.toUtf8()); !written)
        return tl::unexpected(written.error());
    QJsonArray files;
    for (const QString& name : {dataName, coverName}) {
        const Result<QJsonObject> entry = fileEntry(folder, name);
        if (!entry)
            return tl::unexpected(entry.error());
        files.append(*entry);
    }
    if (const auto written
        = writeFile(folder.filePath(manifestName), QJsonDocument(manifestOf(facts, files)).toJson(QJsonDocument::Indented));
        !written)
        return tl::unexpected(written.error());
    const Result<QByteArray> hash = exchange::fileHash(folder.filePath(manifestName));
    if (!hash)
        return tl::unexpected(hash.error());
    if (const auto written = writeFile(folder.filePath(checksumName), *hash + "  " + manifestName.toUtf8() + '\n'); !written)
        return tl::unexpected(written.error());

    std::vector<exchange::PackageEntry> entries;
    for (const QString& name : {coverName, manifestName, checksumName, dataName})
        entries.push_back({name, folder.filePath(name)});
    const bool sealed = !passphrase.isEmpty();
    const QString made = sealed ? folder.filePath(QStringLiteral("package.zip")) : path;
    if (const auto written = exchange::writePackage(made, entries); !written)
        return tl::unexpected(written.error());
    if (sealed)
        if (const auto done = seal::sealFile(made, path, passphrase, {}, {}, stop); !done)
            return tl::unexpected(done.error());
    return facts;
}

Result<OpenedPackage> openPackage(const QString& path, const seal::Passphrase& passphrase)
{
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::FileNotFound, {path});
    // A copy of its own: what has been checked cannot be changed under way.
    const QTemporaryDir folder;
    const QString opened = folder.filePath(QStringLiteral("package.zip"));
    if (seal::isSealed(path)) {
        if (const auto done = seal::openSealed(path, opened, passphrase); !done)
            return tl::unexpected(done.error());
    } else {
        QFile file(path);
        if (!file.copy(opened))
            return fail(file.error() == QFile::OpenError || file.error() == QFile::ReadError ? ErrorCode::FileNotReadable
                                                                                            : ErrorCode::DiskFull,
                        {path}, {}, file.errorString());
    }
    return openPlain(opened, path);
}

} // namespace hk::workspace
