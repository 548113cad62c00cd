#include "report/product.h"

#include "report/map_sheet.h"
#include "report/patrol_sheet.h"
#include "report/public_map.h"
#include "report/series_sheets.h"
#include "report/situation_report.h"
#include "report/translated.h"

#include <QRegularExpression>

#include <array>

namespace hk::report {

namespace {

/// By what the file is found in an archive: product, sender, mark, program.
QStringList keywordsOf(const ProductOptions& options)
{
    const bool isPublic = options.product == Product::PublicMap; // whatever mark was chosen
    QStringList words{titleOf(options.product), options.house.organisation, isPublic ? QString() : options.page.confidentiality,
                      QStringLiteral("Händelsekartan")};
    words.removeAll(QString());
    return words;
}

/// Changes by hand of pages whose words are already made: a map may be moved but not resized, since what is said to lie outside of
/// it would no longer be true.
void applyEdits(const paper::PageEdits& edits, paper::Document& document, int first)
{
    paper::PageEdits kept = edits;
    for (auto& [key, edit] : kept) {
        if (!edit.rect || key.sheet >= static_cast<int>(document.sheets.size()))
            continue;
        for (const paper::Frame& frame : document.sheets[static_cast<std::size_t>(key.sheet)].frames)
            if (frame.id == key.frame && frame.part->geoFrame(frame.rect))
                edit.rect->setSize(frame.rect.size());
    }
    paper::apply(kept, document, first);
}

Result<paper::Document> makeMeetingMap(const ProductInput& input, const ProductOptions& options, const paper::PageTemplate& look)
{
    MapPage page = pageOf(*input.analysis, options.page, input.ground, input.names);
    page.footer = footLine(options.house);
    page.edits = options.edits;
    return meetingMap(page, look, materialOf(options.house));
}

} // namespace

QList<Product> allProducts()
{
    return {Product::MeetingMap, Product::PatrolSheet, Product::SituationReport, Product::Series, Product::PublicMap};
}

QString keyOf(Product product)
{
    switch (product) {
    case Product::MeetingMap:
        return QStringLiteral("motes");
    case Product::PatrolSheet:
        return QStringLiteral("patrull");
    case Product::SituationReport:
        return QStringLiteral("lagesbild");
    case Product::Series:
        return QStringLiteral("serie");
    case Product::PublicMap:
        return QStringLiteral("publik");
    }
    return {};
}

std::optional<Product> productOf(const QString& key)
{
    for (const Product product : allProducts())
        if (keyOf(product) == key)
            return product;
    return std::nullopt;
}

QString titleOf(Product product)
{
    switch (product) {
    case Product::MeetingMap:
        return Tr::tr("Meeting map");
    case Product::PatrolSheet:
        return Tr::tr("Patrol sheet");
    case Product::SituationReport:
        return Tr::tr("Situation report");
    case Product::Series:
        return Tr::tr("Series of maps");
    case Product::PublicMap:
        return Tr::tr("Public map");
    }
    return {};
}

QString purposeOf(Product product)
{
    switch (product) {
    case Product::MeetingMap:
        return Tr::tr("One map with heatmap and ranked hotspots, to lay on the table.");
    case Product::PatrolSheet:
        return Tr::tr("The hotspots of one shift, each with a street map and its hours, in an order to walk.");
    case Product::SituationReport:
        return Tr::tr("Figures, maps and text of a period for a meeting of partners.");
    case Product::Series:
        return Tr::tr("One page for each hotspot, area, stop, school or month, with the same colours throughout.");
    case Product::PublicMap:
        return Tr::tr("Counts per area with small numbers suppressed: fit to be handed to anybody.");
    }
    return {};
}

std::optional<Shift> shiftOf(const QString& words)
{
    static const QRegularExpression form(QStringLiteral(R"(^\s*(\p{L}+)\.?\s+(?:kl\.?\s*)?(\d{1,2})(?::00|\.00)?\s*[-–]\s*(\d{1,2})(?::00|\.00)?\s*$)"));
    const QRegularExpressionMatch match = form.match(words);
    if (!match.hasMatch())
        return std::nullopt;
    const QString day = match.captured(1).toLower();
    const int from = match.captured(2).toInt();
    const int to = match.captured(3).toInt();
    if (from > 23 || to > 24 || day.size() < 3)
        return std::nullopt;
    for (const QLocale::Language language : {QLocale::Swedish, QLocale::English})
        for (int weekday = 1; weekday <= 7; ++weekday)
            if (QLocale(language).dayName(weekday, QLocale::LongFormat).toLower().startsWith(day)) {
                const int hours = (to - from + 24) % 24;
                return Shift{weekday, from, hours == 0 ? 24 : hours};
            }
    return std::nullopt;
}

double usualRadius(SeriesOf of)
{
    return of == SeriesOf::Schools ? 200.0 : 100.0;
}

QString wordsOf(const Shift& shift)
{
    const auto hour = [](int value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    const int end = (shift.fromHour + shift.hours) % 24; // midnight ends a day, and does not begin it
    return Tr::tr("%1 %2–%3", "weekday, first hour, last hour; Swedish: %1 kl. %2–%3")
        .arg(QLocale().dayName(shift.weekday, QLocale::LongFormat), hour(shift.fromHour), hour(end == 0 ? 24 : end));
}

QString layoutOf(const ProductOptions& options)
{
    const bool stands =
        options.product == Product::PatrolSheet || options.product == Product::SituationReport;
    return paper::layoutName(options.page.paper,
                             stands ? paper::Orientation::Portrait : options.page.orientation);
}

paper::PageEdits lastingEdits(const paper::PageEdits& edits)
{
    return paper::lasting(edits,
                          {QStringLiteral("remarks"), QStringLiteral("footer"), QStringLiteral("marks")});
}

Result<paper::Document> makeDocument(const ProductInput& input, const ProductOptions& chosen,
                                     std::stop_token stop, const ProductProgress& progress)
{
    const Result<paper::PageTemplate> look = paper::templateOf(keyOf(chosen.product), chosen.templates);
    if (!look)
        return tl::unexpected(look.error());
    ProductOptions options = chosen;
    if (const auto kept = look->changes.find(layoutOf(chosen)); kept != look->changes.end())
        options.edits = paper::merged(lastingEdits(kept->second), chosen.edits);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    Result<paper::Document> made = fail(ErrorCode::Internal);
    switch (options.product) {
    case Product::MeetingMap:
        made = makeMeetingMap(input, options, *look);
        break;
    case Product::PatrolSheet:
        made = makePatrolSheet(input, options, *look, stop);
        break;
    case Product::Series:
        made = makeSeries(input, options, *look, stop, progress);
        break;
    case Product::SituationReport:
        made = makeSituationReport(input, options, *look, stop, progress);
        break;
    case Product::PublicMap:
        made = makePublicMap(input, options, *look, stop);
        break;
    }
    return std::move(made).map([&](paper::Document document) {
        document.author = options.house.organisation;
        document.keywords = keywordsOf(options);
        // Those of the meeting map's first sheet are in it: its words follow them.
        applyEdits(options.edits, document, options.product == Product::MeetingMap ? 1 : 0);
        for (paper::Sheet& sheet : document.sheets)
            sheet.accent = options.house.accent;
        return document;
    });
}

} // namespace hk::report
