#include "workspace/public_counts.h"

#include "analysis/cell_suppression.h"
#include "text/export_words.h"
#include "workspace/counted_ground.h"

#include <algorithm>
#include <numeric>

namespace hk::workspace {
namespace {

constexpr qint64 mostCells = 4'000'000;

using State = analysis::SuppressedTable::State;

/// What was counted: by area (the last is nowhere) and category of the file's list.
struct Counted {
    std::vector<std::vector<qint64>> byArea;
    std::vector<qint64> nowhereCounts;
};

std::optional<Counted> count(const Snapshot& snapshot, const std::vector<std::uint32_t>& rows, CountedGround& ground,
                             const std::stop_token& stop)
{
    constexpr std::size_t between = 4096;
    // A category that the list does not have (spoilt by another program) stands beside the last.
    const std::size_t categories = snapshot.categories.all().size() + 1;
    Counted counted;
    counted.nowhereCounts.assign(categories, 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % between == 0 && stop.stop_requested())
            return std::nullopt;
        const Incident& incident = *snapshot.incidents[rows[i]];
        const int listed = snapshot.categories.indexOf(incident.category);
        const std::size_t category = listed < 0 ? categories - 1 : static_cast<std::size_t>(listed);
        const std::int64_t area = ground.areaOf(incident);
        if (area == CountedGround::nowhere) {
            ++counted.nowhereCounts[category];
            continue;
        }
        const auto place = static_cast<std::size_t>(area);
        if (place >= counted.byArea.size())
            counted.byArea.resize(place + 1);
        if (counted.byArea[place].empty())
            counted.byArea[place].assign(categories, 0);
        ++counted.byArea[place][category];
    }
    counted.byArea.resize(ground.size());
    for (std::vector<qint64>& area : counted.byArea)
        if (area.empty())
            area.assign(categories, 0);
    return counted;
}

qint64 sumOf(const std::vector<qint64>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), qint64{0});
}

/// The areas of the file and what was counted in each.
struct Lines {
    std::vector<exchange::CountRow> rows;
    std::vector<const std::vector<qint64>*> counts;
};

/// By their number: the order in which the grid's cells were met would tell of single incidents.
Lines linesOf(const Counted& counted, const CountedGround& ground, bool isGrid)
{
    std::vector<std::pair<exchange::CountRow, const std::vector<qint64>*>> listed;
    for (std::size_t area = 0; area < counted.byArea.size(); ++area)
        if (ground.isListed(area, sumOf(counted.byArea[area])))
            listed.emplace_back(ground.row(area), &counted.byArea[area]);
    if (isGrid)
        std::sort(listed.begin(), listed.end(), [](const auto& a, const auto& b) { return a.first.id < b.first.id; });
    if (sumOf(counted.nowhereCounts) > 0) {
        listed.emplace_back(exchange::CountRow(), &counted.nowhereCounts);
        listed.back().first.name = text::elsewhere();
    }
    Lines lines;
    for (auto& [row, counts] : listed) {
        lines.rows.push_back(std::move(row));
        lines.counts.push_back(counts);
    }
    return lines;
}

/// The categories that occur, by their place in the list.
std::vector<std::size_t> categoriesOf(const Lines& lines, std::size_t all)
{
    std::vector<std::size_t> categories;
    for (std::size_t category = 0; category < all; ++category)
        if (std::any_of(lines.counts.begin(), lines.counts.end(),
                        [category](const auto* counts) { return (*counts)[category] > 0; }))
            categories.push_back(category);
    return categories;
}

void fill(PublicCounts& made, const analysis::SuppressedTable& table)
{
    for (std::size_t row = 0; row <= table.rows; ++row) {
        exchange::CountRow& line = made.file.rows[row];
        for (std::size_t column = 0; column <= table.columns; ++column) {
            const bool isTotal = column == table.columns;
            std::optional<qint64> told;
            if (table.isTold(row, column))
                told = table.value(row, column);
            else
                made.hidden.push_back({line.name,
                                       isTotal ? QString() : made.file.categories[static_cast<qsizetype>(column)],
                                       table.value(row, column), table.state(row, column) == State::Small});
            if (isTotal)
                line.total = told;
            else
                line.counts.push_back(told);
        }
    }
    made.summary.cells = std::count_if(table.values.begin(), table.values.end(), [](std::int64_t n) { return n > 0; });
    made.summary.cellsSmall = static_cast<qint64>(table.count(State::Small));
    made.summary.cellsProtecting = static_cast<qint64>(table.count(State::Protecting));
}

} // namespace

Result<PublicCounts> makePublicCounts(const Snapshot& snapshot, const std::vector<std::uint32_t>& rows,
                                      const PublicOptions& options, const std::stop_token& stop)
{
    const Result<std::unique_ptr<CountedGround>> ground = countedGround(options);
    if (!ground)
        return tl::unexpected(ground.error());
    if (rows.empty())
        return fail(ErrorCode::NoIncidents);
    const std::optional<Counted> counted = count(snapshot, rows, **ground, stop);
    if (!counted)
        return fail(ErrorCode::Cancelled);
    if ((*ground)->isAmbiguous())
        return fail(ErrorCode::StudyNotPossible, {}, {QStringLiteral("areas-overlap")});
    Lines lines = linesOf(*counted, **ground, options.ground == CountGround::Grid);
    const std::vector<Category>& list = snapshot.categories.all();
    const std::vector<std::size_t> categories = categoriesOf(lines, list.size() + 1);
    const auto cells = static_cast<qint64>(lines.rows.size() * categories.size());
    if (cells > mostCells)
        return fail(ErrorCode::GridTooLarge, {}, {QString::number(cells), QString::number(mostCells)});

    std::vector<std::int64_t> counts;
    counts.reserve(static_cast<std::size_t>(cells));
    for (const auto* line : lines.counts)
        for (const std::size_t category : categories)
            counts.push_back((*line)[category]);
    const std::optional<analysis::SuppressedTable> table
        = analysis::suppressSmallCounts(counts, lines.rows.size(), categories.size(), options.threshold, stop);
    if (!table)
        return fail(ErrorCode::Cancelled);

    PublicCounts made;
    for (const std::size_t category : categories)
        made.file.categories.append(category < list.size() ? list[category].code : QStringLiteral("other"));
    made.file.rows = std::move(lines.rows);
    made.file.rows.emplace_back().name = text::allAreas();
    made.summary.profile = ExportProfile::Public;
    made.summary.selected = static_cast<qint64>(rows.size());
    made.summary.rows = static_cast<qint64>(table->rows);
    made.summary.threshold = options.threshold;
    made.summary.notPlaced = sumOf(counted->nowhereCounts);
    fill(made, *table);
    return made;
}

} // namespace hk::workspace
