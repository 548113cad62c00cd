#include "workspace/handover_import.h"

#include "core/incident_draft.h"
#include "exchange/package_file.h"
#include "seal/sealed_file.h"
#include "workspace/sample.h"
#include "workspace_support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <numeric>
#include <random>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

const QDateTime now = utc(2026, 2, 1);

ExportContent internalContent(const std::vector<Incident>& incidents)
{
    const SnapshotPtr snapshot = snapshotOf(incidents);
    std::vector<std::uint32_t> rows(snapshot->size());
    std::iota(rows.begin(), rows.end(), 0U);
    ExportRequest request;
    request.profile = ExportProfile::Internal;
    return makeExport(*snapshot, rows, request).value();
}

HandoverFacts factsFrom(const char* sender)
{
    HandoverFacts facts;
    facts.created = utc(2026, 1, 15);
    facts.sender = u(sender);
    facts.filter = u("Alla händelser");
    return facts;
}

QString packed(const Folder& folder, const std::vector<Incident>& incidents, const char* name = "a.hkpaket",
               const char* sender = "Västtrafik")
{
    const Result<HandoverFacts> written = writePackage(internalContent(incidents), factsFrom(sender), folder.path(name));
    REQUIRE(written.has_value());
    return folder.path(name);
}

HandoverReport received(store::IncidentStore& store, const QString& path, const HandoverOptions& options = {})
{
    const Result<OpenedPackage> package = openPackage(path);
    REQUIRE(package.has_value());
    Result<HandoverReport> report = importHandover(store, *package, options, now);
    REQUIRE(report.has_value());
    return *report;
}

std::vector<Incident> all(const store::IncidentStore& store)
{
    std::vector<Incident> incidents;
    REQUIRE(store.forEach([&](const Incident& one) {
        incidents.push_back(one);
        return true;
    }).has_value());
    return incidents;
}

/// The package again with one of its files replaced by other bytes; everything else as it was.
QString forged(const Folder& folder, const QString& package, const QString& changedName, const QByteArray& bytes)
{
    std::vector<exchange::PackageEntry> entries;
    QStringList names = exchange::packageNames(package).value();
    if (!names.contains(changedName))
        names.append(changedName);
    for (const QString& name : names) {
        const QString path = folder.dir.filePath(u("forge-") + QString(name).replace(u'/', u'_'));
        if (name == changedName) {
            QFile file(path);
            REQUIRE(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        } else {
            REQUIRE(exchange::unpack(package, name, path, 1 << 24).has_value());
        }
        entries.push_back({name, path});
    }
    const QString path = folder.dir.filePath(u("forged-") + QString::number(qHash(changedName) ^ qHash(bytes)) + u(".hkpaket"));
    REQUIRE(exchange::writePackage(path, entries).has_value());
    return path;
}

QByteArray content(const Folder& folder, const QString& package, const QString& name)
{
    const QString path = folder.dir.filePath(u("content"));
    REQUIRE(exchange::unpack(package, name, path, 1 << 24).has_value());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("a package says on its cover page and in its manifest what it is")
{
    const Folder folder;
    HandoverFacts facts = factsFrom("Mölndals stad <BRÅ>");
    facts.from = QDate(2025, 1, 1);
    const QString path = folder.path("a.hkpaket");
    const Incident one = incident("N1", utc(2025, 5, 1));
    REQUIRE(writePackage(internalContent({one}), facts, path).has_value());
    CHECK(exchange::packageNames(path).value().size() == 4);
    const QString cover = QString::fromUtf8(content(folder, path, u("cover.html")));
    CHECK(cover.contains(u("Mölndals stad &lt;BRÅ&gt;")));
    CHECK(cover.contains(u("Alla händelser")));
    const QJsonObject manifest = QJsonDocument::fromJson(content(folder, path, u("manifest.json"))).object();
    CHECK(manifest.value(u("incidents")).toInt() == 1);
    CHECK(manifest.value(u("profile")).toString() == u("internal"));
    CHECK(manifest.value(u("files")).toArray().size() == 2);
    const Result<OpenedPackage> package = openPackage(path);
    REQUIRE(package.has_value());
    CHECK(package->facts.sender == u("Mölndals stad <BRÅ>"));
    CHECK(package->facts.from == QDate(2025, 1, 1));
    CHECK_FALSE(package->facts.to.isValid());
}

TEST_CASE("what is received keeps its sender, and nothing of it is lost")
{
    const Folder folder;
    const std::vector<Incident> sent = sampleIncidents({200, 5, QDate(2025, 6, 1)});
    const QString path = packed(folder, sent);
    store::IncidentStore store = newStore(folder.path("b.gpkg"));
    const HandoverReport report = received(store, path);
    CHECK(report.read == 200);
    CHECK(report.inserted == 200);
    CHECK(report.rejected == 0);
    QHash<QString, Incident> bySource;
    for (const Incident& one : all(store))
        bySource.insert(one.externalId, one);
    for (const Incident& one : sent) {
        REQUIRE(bySource.contains(receivedId(u("Västtrafik"), one.id)));
        const Incident here = bySource.value(receivedId(u("Västtrafik"), one.id));
        CHECK(here.id != one.id);
        CHECK(here.sourceType == SourceType::Partner);
        CHECK(here.category == one.category);
        CHECK(here.occurredFrom == one.occurredFrom);
        CHECK(here.occurredTo == one.occurredTo);
        CHECK(here.precision == one.precision);
        CHECK(here.area.size() == one.area.size());
        CHECK(here.description == one.description);
        CHECK(here.organisation == one.organisation);
        if (one.area.empty()) // of a polygon the position is any point inside
            CHECK(std::abs(here.position.easting - one.position.easting) < 0.01);
    }
}

TEST_CASE("the same package again changes nothing, and a later one changes what the sender changed")
{
    const Folder folder;
    std::vector<Incident> sent{incident("N1", utc(2025, 5, 1)), incident("S1", utc(2025, 5, 2), 900)};
    store::IncidentStore store = newStore(folder.path("b.gpkg"));
    CHECK(received(store, packed(folder, sent)).inserted == 2);
    const HandoverReport again = received(store, folder.path("a.hkpaket"));
    CHECK(again.unchanged == 2);
    CHECK(again.inserted == 0);
    sent[1].severity = 3;
    sent.push_back(incident("O1", utc(2025, 5, 3), -900));
    const HandoverReport later = received(store, packed(folder, sent, "c.hkpaket"));
    CHECK(later.unchanged == 1);
    CHECK(later.updated == 1);
    CHECK(later.inserted == 1);
    CHECK(all(store).size() == 3);
}

TEST_CASE("two senders with the same incident stay two sources, and the second is marked as likely the same")
{
    const Folder folder;
    const Incident one = incident("N1", utc(2025, 5, 1));
    Incident other = incident("N1", utc(2025, 5, 1), 60.0, 60.0);
    store::IncidentStore store = newStore(folder.path("b.gpkg"));
    received(store, packed(folder, {one}));
    const HandoverReport report = received(store, packed(folder, {other}, "c.hkpaket", "Väktare"));
    CHECK(report.inserted == 1);
    REQUIRE(report.duplicates.size() == 1);
    CHECK(report.duplicates[0].received == other.id);
    CHECK(report.duplicates[0].metres > 84.0);
    CHECK(report.duplicates[0].metres < 85.5);
    CHECK(all(store).size() == 2);
    // The same from two senders under one id: still two.
    const HandoverReport same = received(store, packed(folder, {one}, "d.hkpaket", "Fastighetsägare"));
    CHECK(same.inserted == 1);
    CHECK(all(store).size() == 3);
}

TEST_CASE("a likely duplicate is of the same category, within 100 m, at an overlapping time")
{
    const Folder folder;
    Incident here = incident("N1", utc(2025, 5, 1, 12));
    here.occurredTo = utc(2025, 5, 1, 14);
    store::IncidentStore store = newStore(folder.path("b.gpkg"), {here});
    const auto duplicates = [&](const Incident& sent) {
        return received(store, packed(folder, {sent}, "c.hkpaket"), {true, false}).duplicates.size();
    };
    CHECK(duplicates(incident("N1", utc(2025, 5, 1, 13), 100.0)) == 1);
    CHECK(duplicates(incident("N1", utc(2025, 5, 1, 13), 101.0)) == 0);
    CHECK(duplicates(incident("N1", utc(2025, 5, 1, 14))) == 1);
    CHECK(duplicates(incident("N1", utc(2025, 5, 1, 14, 1))) == 0);
    CHECK(duplicates(incident("S1", utc(2025, 5, 1, 13))) == 0);
    const HandoverReport skipped
        = received(store, packed(folder, {incident("N1", utc(2025, 5, 1, 13))}, "c.hkpaket"), {false, true});
    CHECK(skipped.skipped == 1);
    CHECK(all(store).size() == 1);
}

TEST_CASE("a dry run says what would happen and changes nothing")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("b.gpkg"));
    const QString path = packed(folder, {incident("N1", utc(2025, 5, 1))});
    const HandoverReport report = received(store, path, {true, false});
    CHECK(report.inserted == 1);
    CHECK(report.dryRun);
    CHECK(all(store).empty());
}

TEST_CASE("an incident of the file itself that comes back in a package is left as it is")
{
    const Folder folder;
    Incident mine = incident("N1", utc(2025, 5, 1));
    store::IncidentStore store = newStore(folder.path("b.gpkg"), {mine});
    const Incident before = all(store)[0];
    mine.severity = 3;
    const HandoverReport report = received(store, packed(folder, {mine}));
    CHECK(report.own == 1);
    CHECK(report.inserted == 0);
    CHECK(all(store)[0] == before);
}

TEST_CASE("what was added here to a received incident stays when the sender does not share that field")
{
    const Folder folder;
    Incident sent = incident("N1", utc(2025, 5, 1));
    sent.confidentiality = Confidentiality::Public;
    PartnerAgreement agreement;
    agreement.partner = u("Mölndals stad");
    agreement.categories = {u("N1")};
    agreement.fields = {field::severity};
    const auto pack = [&](const char* name) {
        const SnapshotPtr snapshot = snapshotOf({sent});
        ExportRequest request;
        request.profile = ExportProfile::Partner;
        request.agreement = agreement;
        REQUIRE(writePackage(makeExport(*snapshot, {0}, request).value(), factsFrom("Väktare"), folder.path(name)).has_value());
        return folder.path(name);
    };
    store::IncidentStore store = newStore(folder.path("b.gpkg"));
    received(store, pack("a.hkpaket"));
    Incident here = all(store)[0];
    CHECK(here.organisation == u("Väktare"));
    CHECK(here.confidentiality == Confidentiality::Internal);
    here.description = u("tillagt här");
    here.confidentiality = Confidentiality::Partner;
    REQUIRE(store.update({here}).has_value());
    sent.severity = 3;
    CHECK(received(store, pack("c.hkpaket")).updated == 1);
    CHECK(all(store)[0].description == u("tillagt här"));
    CHECK(all(store)[0].confidentiality == Confidentiality::Partner);
    CHECK(all(store)[0].severity == 3);
}

TEST_CASE("a package with another byte, another file or a file too many is refused in plain words")
{
    const Folder folder;
    const QString path = packed(folder, {incident("N1", utc(2025, 5, 1))});
    const auto isAltered = [](const QString& package) {
        const Result<OpenedPackage> opened = openPackage(package);
        return !opened && opened.error().code == ErrorCode::FileDamaged && opened.error().place.field == seal::alteredField
               && opened.error().place.file == package;
    };
    QByteArray data = content(folder, path, u("incidents.geojson"));
    CHECK(openPackage(forged(folder, path, u("incidents.geojson"), data)).has_value()); // packed anew, the same bytes
    data.replace("\"N1\"", "\"V1\"");
    CHECK(isAltered(forged(folder, path, u("incidents.geojson"), data)));
    CHECK(isAltered(forged(folder, path, u("cover.html"), "<p>annat</p>")));
    QByteArray manifest = content(folder, path, u("manifest.json"));
    manifest.replace("Västtrafik", "Annan part");
    CHECK(isAltered(forged(folder, path, u("manifest.json"), manifest)));
    CHECK(isAltered(forged(folder, path, u("manifest.sha256"), "00  manifest.json\n")));
    CHECK(isAltered(forged(folder, path, u("mer.txt"), "mer")));
}

TEST_CASE("a damaged package is refused, wherever it is damaged")
{
    const Folder folder;
    const QString path = packed(folder, sampleIncidents({30, 5, QDate(2025, 6, 1)}));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const OpenedPackage whole = openPackage(path).value();
    std::mt19937 random(8);
    int refused = 0;
    for (int i = 0; i < 200; ++i) {
        QByteArray changed = bytes;
        if (i % 4 == 0)
            changed.truncate(static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size())));
        else
            changed[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] ^= static_cast<char>(1 + random() % 255);
        const QString damaged = folder.dir.filePath(u("d%1.hkpaket").arg(i));
        QFile out(damaged);
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write(changed);
        out.close();
        const Result<OpenedPackage> opened = openPackage(damaged);
        INFO(i);
        if (opened) { // a byte that nothing depends on, such as a time stamp of the archive
            CHECK(opened->facts == whole.facts);
            CHECK(exchange::fileHash(opened->dataPath).value() == exchange::fileHash(whole.dataPath).value());
        } else {
            ++refused;
            const ErrorCode code = opened.error().code;
            CHECK((code == ErrorCode::FileDamaged || code == ErrorCode::FileNotOurs));
        }
    }
    CHECK(refused > 150);
}

TEST_CASE("a sealed package opens with its passphrase only")
{
    const Folder folder;
    const QString path = folder.path("a.hkpaket");
    const seal::Passphrase passphrase(u("fyra ord utan ordning"));
    Incident secret = incident("N1", utc(2025, 5, 1));
    secret.description = u("omisskännlig text");
    REQUIRE(writePackage(internalContent({secret}), factsFrom("Västtrafik"), path, passphrase).has_value());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(seal::isSealed(path));
    CHECK_FALSE(file.readAll().contains("manifest"));
    CHECK(openPackage(path, passphrase).has_value());
    CHECK(openPackage(path).error().code == ErrorCode::ValueMissing);
    CHECK(openPackage(path, seal::Passphrase(u("en annan fras helt"))).error().code == ErrorCode::AccessDenied);
    CHECK(writePackage(internalContent({secret}), factsFrom("Västtrafik"), folder.path("b.hkpaket"),
                       seal::Passphrase(u("kort")))
              .error()
              .code == ErrorCode::ValueOutOfRange);
    CHECK_FALSE(QFile::exists(folder.path("b.hkpaket")));
}

TEST_CASE("counts are not handed over, a sender is needed, and other files are no packages")
{
    const Folder folder;
    const Incident one = incident("N1", utc(2025, 5, 1));
    const SnapshotPtr snapshot = snapshotOf({one});
    CHECK(writePackage(makeExport(*snapshot, {0}, {}).value(), factsFrom("A"), folder.path("a.hkpaket")).error().code ==
          ErrorCode::WrongUsage);
    CHECK(writePackage(internalContent({one}), factsFrom(" "), folder.path("a.hkpaket")).error().code ==
          ErrorCode::ValueMissing);
    CHECK(openPackage(folder.write("b.hkpaket", "inget arkiv")).error().code == ErrorCode::FileNotOurs);
    CHECK(openPackage(folder.path("c.hkpaket")).error().code == ErrorCode::FileNotFound);
}
