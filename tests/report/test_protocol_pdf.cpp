#include "report/protocol_pdf.h"

#include "support/catch.h"
#include "workspace/disposal_words.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace hk;
using namespace hk::report;

namespace {

workspace::Protocol protocolOf(int kinds)
{
    workspace::Protocol protocol;
    protocol.title = QStringLiteral("Gallringsprotokoll");
    protocol.facts = {{QStringLiteral("Fil"), QStringLiteral("Händelser (h.gpkg)")}};
    workspace::Protocol::Table table{QStringLiteral("Det som gallrades"),
                                     {QStringLiteral("Kategori"), QStringLiteral("Händelser")},
                                     {}};
    for (int i = 1; i <= kinds; ++i)
        table.rows.append({QStringLiteral("Slag %1").arg(i), QString::number(1000 + i)});
    protocol.tables.append(table);
    protocol.remarks.append(QStringLiteral("Filen byggdes om efteråt."));
    return protocol;
}

} // namespace

TEST_CASE("the protocol of a disposal can be read as text, however many pages it takes", "[report]")
{
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (tool.isEmpty()) {
        WARN("SKIPPED: pdftotext (poppler-utils) is not installed");
        return;
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.pdf"));
    REQUIRE(writeProtocol(protocolOf(200), path));
    QProcess process;
    process.start(tool, {QStringLiteral("-layout"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), path, QStringLiteral("-")});
    REQUIRE(process.waitForFinished());
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    for (const char* words : {"Gallringsprotokoll", "Händelser (h.gpkg)", "Slag 1 ", "1001", "Slag 200", "1200", "byggdes om efteråt"})
        CHECK(text.contains(QString::fromUtf8(words)));
    CHECK(text.count(u'\f') > 1);             // more than a page
    CHECK(text.count(QStringLiteral("Kategori")) > 1); // with the head of the table on each
}

TEST_CASE("a protocol that cannot be written is told", "[report]")
{
    const auto written = writeProtocol(protocolOf(1), QStringLiteral("/no/such/folder/p.pdf"));
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::FileNotWritable);
}
