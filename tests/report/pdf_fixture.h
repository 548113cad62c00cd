#pragma once

#include "report/pdf_finish.h"

#include <QByteArray>
#include <memory>
#include <optional>

class QPDF;

namespace hk::test {

/// A PDF as Qt writes it: A4 upright, a line of Swedish text, a half-transparent field and a picture on each page.
QByteArray paintedPdf(int pages, const QString& words = QStringLiteral("Åtgärder på Öjersjö"));

/// Title, date and the paper of that many pages.
report::PdfFacts factsOf(int pages);

/// The file as an object tree. The bytes must outlive it.
std::shared_ptr<QPDF> treeOf(const QByteArray& pdf);

/// What a program prints of a PDF whose path is put in place of "%1"; nothing where the program is not installed.
std::optional<QByteArray> outputOf(const QString& program, const QStringList& arguments, const QByteArray& pdf);

} // namespace hk::test
