#include "report/method_sheets.h"

#include "paper/flow_sheets.h"
#include "paper/table_part.h"
#include "paper/text_parts.h"
#include "report/chart_part.h"
#include "report/map_sheet.h"
#include "report/page_words.h"
#include "report/translated.h"

namespace hk::report {

namespace {

using paper::FlowItem;
using paper::Paragraphs;
using paper::TablePart;
using paper::TextPart;
using paper::Type;
namespace ink = paper::ink;

void addWords(std::vector<FlowItem>& items, const QString& id, const QString& heading, const QStringList& paragraphs, Type type,
              QRgb colour)
{
    if (!paragraphs.isEmpty())
        items.push_back({id, std::make_shared<TextPart>(heading, std::vector<Paragraphs>{{paragraphs, type, colour, 0}},
                                                        TextPart::Overflow::Continue)});
}

} // namespace

paper::TableData tableOf(const methods::ResultTable& table)
{
    paper::TableData data;
    data.title = table.title;
    for (const methods::ResultColumn& column : table.columns)
        data.columns.push_back({column.title, column.form == methods::ResultColumn::Form::Words});
    for (const QVariantList& row : table.rows) {
        QStringList cells;
        for (std::size_t k = 0; k < table.columns.size(); ++k)
            cells.append(methods::shown(row.value(static_cast<qsizetype>(k)), table.columns[k]));
        data.rows.push_back(std::move(cells));
    }
    return data;
}

std::vector<paper::Sheet> methodSheets(const MapPagePtr& page, const paper::SheetTemplate& look, const paper::Material& more)
{
    const methods::MethodResult& result = *page->method;
    std::vector<FlowItem> items;
    addWords(items, QStringLiteral("result"), Tr::tr("Result"), result.sentences, Type::Body, ink::black);
    addWords(items, QStringLiteral("warnings"), Tr::tr("Mind this"), result.warnings, Type::Body, ink::black);
    addWords(items, QStringLiteral("leftOut"), Tr::tr("Left out"), result.remarks, Type::Small, ink::grey);
    addWords(items, QStringLiteral("parameters"), Tr::tr("Worked out with"), result.parameters, Type::Small, ink::grey);
    const std::size_t words = items.size();
    for (const methods::ResultTable& table : result.tables)
        items.push_back({QStringLiteral("table%1").arg(items.size()),
                         std::make_shared<TablePart>(tableOf(table), TablePart::Overflow::Continue)});
    for (const methods::ResultBars& bars : result.bars)
        items.push_back({QStringLiteral("bars%1").arg(items.size()), std::make_shared<ChartPart>(listOf(bars))});
    if (words < items.size())
        items[words].begins = FlowItem::Begins::Column;

    MapPage head = *page;
    head.title = Tr::tr("Analysis: %1", "title of a method").arg(result.title);
    const auto titled = std::make_shared<const MapPage>(std::move(head));
    const auto around = [&](int, int) {
        paper::Material material = more;
        material.merge(mapMaterial(titled, {}));
        return material;
    };
    std::vector<paper::Sheet> sheets = paper::flowSheets(items, look, page->paper, page->orientation, around).sheets;
    for (paper::Sheet& sheet : sheets)
        sheet.title = headWords(*titled).title;
    return sheets;
}

} // namespace hk::report
