#include "pdf_fixture.h"

#include "paper/lettering.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <qpdf/QPDF.hh>

namespace hk::test {

QByteArray paintedPdf(int pages, const QString& words)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(1200);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF());
        QPainter painter(&writer);
        QImage picture(40, 30, QImage::Format_ARGB32);
        picture.fill(QColor(200, 40, 40, 120));
        const paper::Lettering lettering(1.0);
        for (int page = 0; page < pages; ++page) {
            if (page > 0)
                writer.newPage();
            painter.save();
            painter.scale(1200 / 25.4, 1200 / 25.4);
            painter.fillRect(QRectF(20, 40, 100, 50), QColor(20, 90, 160, 128));
            painter.drawImage(QRectF(60, 60, 80, 60), picture);
            painter.scale(1 / paper::Lettering::unitsPerMillimetre, 1 / paper::Lettering::unitsPerMillimetre);
            painter.setFont(lettering.font(paper::Type::Body));
            painter.drawText(QPointF(2000, 2000), words);
            painter.restore();
        }
    }
    return buffer.data();
}

report::PdfFacts factsOf(int pages)
{
    report::PdfFacts facts;
    facts.title = QStringLiteral("Händelser kring Mölndals bro");
    facts.created = QDateTime(QDate(2026, 11, 23), QTime(8, 5), Qt::UTC);
    facts.paper.assign(static_cast<std::size_t>(pages), QSizeF(210, 297));
    return facts;
}

std::shared_ptr<QPDF> treeOf(const QByteArray& pdf)
{
    auto tree = std::make_shared<QPDF>();
    tree->setSuppressWarnings(true);
    tree->setAttemptRecovery(false);
    tree->processMemoryFile("pdf", pdf.constData(), static_cast<std::size_t>(pdf.size()));
    return tree;
}

std::optional<QByteArray> outputOf(const QString& program, const QStringList& arguments, const QByteArray& pdf)
{
    const QString tool = QStandardPaths::findExecutable(program);
    if (tool.isEmpty())
        return {};
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.pdf"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QStringList filled;
    for (const QString& argument : arguments)
        filled.append(QString(argument).replace(QLatin1String("%1"), path));
    QProcess process;
    process.start(tool, filled);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

} // namespace hk::test
