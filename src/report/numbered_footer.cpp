#include "report/numbered_footer.h"

#include "paper/text_parts.h"
#include "report/page_words.h"
#include "report/translated.h"

namespace hk::report {

paper::PartPtr numberedFooter(const MapPage& page, const QRectF& frame, int sheet, int count)
{
    const QString dot = QStringLiteral("  ·  ");
    const QString number =
        Tr::tr("%1 (%2)", "page number, of how many").arg(page.locale.toString(sheet), page.locale.toString(count));
    return std::make_shared<paper::FooterPart>(std::vector<paper::FooterPart::Line>{
        {footWords(page), printedWords(page)},
        {frame.isEmpty() ? QString() : attributionWords(page, frame), programWords() + dot + number}});
}

} // namespace hk::report
