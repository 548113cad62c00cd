#include "report/protocol_pdf.h"

#include "paper/fact_list_part.h"
#include "paper/flow_sheets.h"
#include "paper/table_part.h"
#include "paper/text_parts.h"
#include "report/output.h"
#include "report/page_words.h"
#include "report/translated.h"
#include "workspace/disposal_words.h"

#include <QLocale>

namespace hk::report {

namespace {

using paper::Box;
using paper::FlowItem;
using paper::TextPart;

Box part(const char* name, bool grow = false)
{
    Box box;
    box.part = QString::fromLatin1(name);
    box.grow = grow;
    return box;
}

paper::SheetTemplate look(std::vector<Box> rows)
{
    paper::SheetTemplate sheet;
    sheet.margin = 18.0;
    sheet.letters = 1.2;
    sheet.portrait.kind = Box::Kind::Rows;
    sheet.portrait.boxes = std::move(rows);
    sheet.landscape = sheet.portrait;
    return sheet;
}

paper::PartPtr tableOf(const workspace::Protocol::Table& table)
{
    paper::TableData data;
    data.title = table.heading;
    data.fill = true;
    for (qsizetype i = 0; i < table.columns.size(); ++i)
        data.columns.push_back({table.columns[i], i + 1 < table.columns.size()});
    data.rows.assign(table.rows.begin(), table.rows.end());
    return std::make_shared<paper::TablePart>(std::move(data), paper::TablePart::Overflow::Continue);
}

std::vector<FlowItem> itemsOf(const workspace::Protocol& protocol)
{
    std::vector<FlowItem> items;
    items.push_back({QStringLiteral("facts"),
                     std::make_shared<paper::FactListPart>(std::vector<paper::FactListPart::Fact>(
                         protocol.facts.begin(), protocol.facts.end()))});
    for (const workspace::Protocol::Table& table : protocol.tables)
        if (!table.rows.isEmpty()) {
            items.push_back({QStringLiteral("table%1").arg(items.size()), tableOf(table)});
            items.back().gapBefore = 7.0;
        }
    if (!protocol.remarks.isEmpty()) {
        items.push_back(
            {QStringLiteral("remarks"),
             std::make_shared<TextPart>(QString(), std::vector<paper::Paragraphs>{{protocol.remarks}},
                                        TextPart::Overflow::Continue)});
        items.back().gapBefore = 7.0;
    }
    return items;
}

} // namespace

paper::Document protocolDocument(const workspace::Protocol& protocol)
{
    const auto around = [&](int sheet, int count) {
        paper::Material material;
        material[QStringLiteral("title")] = std::make_shared<paper::TitlePart>(protocol.title);
        material[QStringLiteral("footer")] =
            std::make_shared<paper::FooterPart>(std::vector<paper::FooterPart::Line>{
                {programWords(),
                 Tr::tr("%1 (%2)", "number of a sheet, how many there are").arg(sheet + 1).arg(count)}});
        return material;
    };
    paper::Document document;
    document.title = protocol.title;
    document.language = QLocale().name().section(u'_', 0, 0);
    document.madeAt = protocol.at;
    document.sheets =
        paper::flowSheets(itemsOf(protocol), look({part("title"), part("body", true), part("footer")}),
                          look({part("body", true), part("footer")}), paper::Paper::A4,
                          paper::Orientation::Portrait, around)
            .sheets;
    for (paper::Sheet& sheet : document.sheets)
        sheet.title = protocol.title;
    return document;
}

Result<void> writeProtocol(const workspace::Protocol& protocol, const QString& path)
{
    return writePdf(protocolDocument(protocol), path);
}

} // namespace hk::report
