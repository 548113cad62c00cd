// How the pages of the dialog are handed over.

#include "report/output.h"
#include "report/page_ground.h"
#include "ui/error_banner.h"
#include "ui/print/page_preview.h"
#include "ui/print/print_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QToolButton>

#include <algorithm>

namespace hk::ui {
namespace {

const QString folderKey = QStringLiteral("print/folder");

} // namespace

QString PrintDialog::suggestedPath(const QString& suffix) const
{
    QString name = m_document->title;
    name.replace(QRegularExpression(QStringLiteral(R"([\\/:*?"<>|]+)")), QStringLiteral("-"));
    if (name.trimmed().isEmpty())
        name = tr("Map");
    const QString last = m_settings.value(folderKey).toString();
    const QString folder = last.isEmpty() || !QDir(last).exists()
                               ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                               : last;
    return QDir(folder).filePath(name + suffix);
}

void PrintDialog::askExport()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export PDF"), suggestedPath(QStringLiteral(".pdf")),
                                                      tr("PDF (*.pdf)"));
    if (!path.isEmpty())
        exportTo(path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive) ? path : path + QStringLiteral(".pdf"));
}

void PrintDialog::askPicture()
{
    const QString png = tr("PNG picture (*.png)");
    const QString tiff = tr("TIFF picture with its place on the map (*.tif)");
    const QString svg = tr("SVG drawing (*.svg)");
    QString chosen = png;
    QString path = QFileDialog::getSaveFileName(this, tr("Save picture"), suggestedPath(QStringLiteral(".png")),
                                                QStringList{png, tiff, svg}.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty())
        return;
    const QString ending = QFileInfo(path).suffix().toLower();
    const bool known = QStringList{QStringLiteral("png"), QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("svg")}.contains(ending);
    if (!known)
        path += chosen == tiff ? QStringLiteral(".tif") : chosen == svg ? QStringLiteral(".svg") : QStringLiteral(".png");
    savePictureTo(path);
}

void PrintDialog::askPrinter()
{
    if (m_document->sheets.empty())
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    const QSizeF size = m_document->sheets.front().size;
    const bool landscape = size.width() > size.height();
    printer->setPageSize(QPageSize(landscape ? size.transposed() : size, QPageSize::Millimeter));
    printer->setPageOrientation(landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    printer->setFullPage(true);
    QPrintDialog dialog(printer.get(), this);
    dialog.setWindowTitle(tr("Print"));
    if (dialog.exec() != QDialog::Accepted)
        return;
    // At true scale nothing is moved: what the printer cannot reach would be missing.
    if (const double cut = report::cutByMargins(*m_document, *printer); cut > 0.0) {
        QMessageBox question(QMessageBox::Question, tr("Print"),
                             tr("This printer leaves a wider margin than the page: up to %1 mm of it would be cut off.")
                                 .arg(QLocale().toString(cut, 'f', 1)),
                             QMessageBox::Cancel, this);
        QPushButton* anyway = question.addButton(tr("Print all the same"), QMessageBox::AcceptRole);
        question.exec();
        if (question.clickedButton() != anyway)
            return;
    }
    handOver({}, tr("Printing…"), [printer](const paper::Document& document) { return report::print(document, *printer); });
}

void PrintDialog::exportTo(const QString& path)
{
    handOver(path, tr("Writing the PDF…"), [path, archival = m_archive->isChecked()](const paper::Document& document) {
        return report::writePdf(document, path, {.archival = archival});
    });
}

void PrintDialog::savePictureTo(const QString& path)
{
    handOver(path, tr("Writing the picture…"), [path, dpi = m_dpi->currentData().toInt(), sheet = m_preview->sheet()](const paper::Document& document) {
        return report::writePicture(document, path, dpi, std::min(sheet, static_cast<int>(document.sheets.size()) - 1));
    });
}

void PrintDialog::copyPicture()
{
    auto picture = std::make_shared<QImage>();
    m_copied = picture;
    handOver({}, tr("Making the picture…"),
             [picture, dpi = m_dpi->currentData().toInt(), sheet = m_preview->sheet()](const paper::Document& document) {
                 return report::pictureOf(document, dpi, std::min(sheet, static_cast<int>(document.sheets.size()) - 1))
                     .map([&](QImage made) { *picture = std::move(made); });
             });
}

void PrintDialog::handOver(const QString& path, const QString& words, const PageWriter::Write& write)
{
    if (m_writer->isBusy())
        return;
    if (!isMade()) {
        m_whenMade = [this, path, words, write] { handOver(path, words, write); };
        showBusy(true);
        return;
    }
    m_fetching.cancel(); // the same pictures are fetched for the file
    m_banner->hide();
    m_receipt->hide();
    m_working->setText(report::needsPictures(*m_document) ? tr("Fetching the background for the page…") : words);
    const QString target = !path.isEmpty() ? path
                           : m_copied      ? tr("the clipboard", "in the log: where a page went")
                                           : tr("on paper", "in the log: where a page went");
    m_writer->write(*m_document, path, target, write);
}

void PrintDialog::handedOver(const PageWriter::Outcome& outcome)
{
    if (outcome.withoutPictures)
        standIn(outcome.result.error());
    else if (report::needsPictures(*m_document))
        showGround(); // of the preview
    if (!outcome.result) {
        m_copied.reset();
        if (!outcome.withoutPictures)
            m_banner->showError(outcome.result.error());
        Q_EMIT failed();
        return;
    }
    if (m_copied && !m_copied->isNull())
        QGuiApplication::clipboard()->setImage(*m_copied);
    showReceipt(outcome.path);
    m_copied.reset();
    if (!outcome.path.isEmpty())
        Q_EMIT written(outcome.path);
}

void PrintDialog::tell(const QString& words)
{
    m_receiptPath.clear();
    m_receiptWords->setText(words);
    m_receiptWords->setToolTip({});
    m_receiptOpen->hide();
    m_receipt->show();
}

void PrintDialog::showReceipt(const QString& path)
{
    m_receiptPath = path;
    if (path.isEmpty()) {
        m_receiptWords->setText(m_copied ? tr("Copied.", "a picture, into the clipboard") : tr("Sent to the printer."));
    } else {
        m_settings.setValue(folderKey, QFileInfo(path).absolutePath());
        m_receiptWords->setText(tr("Saved as %1.").arg(QFileInfo(path).fileName()));
    }
    m_receiptWords->setToolTip(QDir::toNativeSeparators(path));
    m_receiptOpen->setVisible(!path.isEmpty());
    m_receipt->show();
}

} // namespace hk::ui
