#include "report/pdf_finish.h"

#include "report/pdf_content.h"
#include "report/pdf_parts.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <stdexcept>

namespace hk::report {

namespace {

using Handle = QPDFObjectHandle;

/// Qt rounds the paper to whole points (A4 to 595 × 842), a tenth of a millimetre off.
void setPaper(QPDF& pdf, const std::vector<QSizeF>& paper)
{
    std::size_t index = 0;
    for (Handle page : pdf.getAllPages()) {
        if (index >= paper.size())
            return;
        const QSizeF size = paper[index++] * pdf::pointsPerMillimetre;
        page.replaceKey("/MediaBox", Handle::newArray({Handle::newInteger(0), Handle::newInteger(0),
                                                       Handle::newReal(size.width(), 4), Handle::newReal(size.height(), 4)}));
    }
}

/// The first page that a fact names and the file has not.
std::optional<int> pageBeyond(const PdfFacts& facts, int pages)
{
    std::vector<int> named;
    for (const PdfBookmark& bookmark : facts.bookmarks)
        named.push_back(bookmark.page);
    for (const PdfLink& link : facts.links) {
        named.push_back(link.page);
        named.push_back(std::max(link.targetPage, 0));
    }
    for (const PdfMap& map : facts.maps)
        named.push_back(map.page);
    for (const int page : named)
        if (page < 0 || page >= pages)
            return page;
    return {};
}

tl::unexpected<Error> notArchivable(const QString& why)
{
    return fail(ErrorCode::FormatNotSupported, {}, {QStringLiteral("PDF/A-2b")}, why);
}

QByteArray written(QPDF& pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

Result<QByteArray> finished(const QByteArray& bytes, const PdfFacts& facts)
{
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processMemoryFile("pdf", bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const auto pages = static_cast<int>(pdf.getAllPages().size());
    if (const auto beyond = pageBeyond(facts, pages))
        return fail(ErrorCode::ValueOutOfRange, {{}, -1, QStringLiteral("page")},
                    {QString::number(*beyond + 1), QStringLiteral("1"), QString::number(pages)});
    setPaper(pdf, facts.paper);
    const pdf::Shortened shortened = pdf::shortenContent(pdf, facts.structure);
    const std::vector<Handle> links = pdf::addNavigation(pdf, facts);
    if (!facts.structure.marks.empty())
        pdf::addStructure(pdf, facts, shortened.used, links);
    pdf::addMaps(pdf, facts.maps);
    if (facts.archival) {
        if (shortened.missingSign)
            return notArchivable(QStringLiteral("a text has a sign that no font has"));
        if (const auto fault = pdf::prepareForArchive(pdf))
            return notArchivable(*fault);
    }
    pdf::tellFacts(pdf, facts);
    QByteArray made = written(pdf);
    if (pdf.anyWarnings())
        return fail(ErrorCode::FileDamaged, {}, {}, QString::fromStdString(pdf.getWarnings().front().what()));
    return made;
}

} // namespace

namespace pdf {

namespace {

/// The operator that begins what is painted for each mark of a page; a mark's number is that of its content.
std::vector<std::string> beginnings(const PdfStructure& structure, std::size_t page)
{
    std::vector<std::string> operators;
    for (const PdfMark& mark : structure.marks[page])
        if (mark.element >= 0)
            operators.push_back('/' + structure.elements.at(static_cast<std::size_t>(mark.element)).type +
                                " <</MCID " + std::to_string(operators.size()) + ">> BDC\n");
        else
            operators.emplace_back(mark.isFooter ? "/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n"
                                                 : "/Artifact BMC\n");
    return operators;
}

} // namespace

Shortened shortenContent(QPDF& pdf, const PdfStructure& structure)
{
    Shortened shortened;
    std::size_t number = 0;
    for (Handle page : pdf.getAllPages()) {
        const std::vector<std::string> marks =
            number < structure.marks.size() ? beginnings(structure, number) : std::vector<std::string>();
        ++number;
        shortened.used.emplace_back(marks.size(), false);
        Handle contents = page.getKey("/Contents");
        if (!contents.isStream())
            continue;
        const auto data = contents.getStreamData();
        const auto content = shortContent(
            {reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize())}, marks);
        if (!content && !marks.empty())
            throw std::runtime_error("the content of a page with marks is not understood");
        if (!content)
            continue;
        shortened.missingSign = shortened.missingSign || content->missingSign;
        shortened.used.back() = content->used;
        contents.replaceStreamData(content->bytes.toStdString(), Handle::newNull(), Handle::newNull());
    }
    return shortened;
}

} // namespace pdf

Result<QByteArray> finishedPdf(const QByteArray& pdf, const PdfFacts& facts)
{
    try {
        return finished(pdf, facts);
    } catch (const std::exception& failure) {
        return fail(ErrorCode::FileDamaged, {}, {}, QString::fromUtf8(failure.what()));
    }
}

} // namespace hk::report
