#include "analysis/near_repeat_shuffles.h"

#include "analysis/near_repeat_count.h"
#include "analysis/near_repeat_pairs.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <exception>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <system_error>
#include <thread>
#include <utility>

namespace hk::analysis::detail {

namespace {

/// One stream of random numbers per seed and shuffle: xoshiro256** [Blackman & Vigna 2021], filled by
/// splitmix64.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, std::uint64_t shuffle)
    {
        std::uint64_t filler = mixed(seed + golden) + shuffle * golden;
        for (std::uint64_t& word : m_state)
            word = mixed(filler += golden);
    }

    /// From 0 to below `limit`, each as likely [Lemire 2019].
    std::uint32_t below(std::uint32_t limit)
    {
        std::uint64_t product = (next() >> 32) * limit;
        if (static_cast<std::uint32_t>(product) < limit) {
            const std::uint32_t uneven = (0U - limit) % limit;
            while (static_cast<std::uint32_t>(product) < uneven)
                product = (next() >> 32) * limit;
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

private:
    static constexpr std::uint64_t golden = 0x9e3779b97f4a7c15U;
    static std::uint64_t mixed(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    std::uint64_t next()
    {
        const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }
    std::array<std::uint64_t, 4> m_state{};
};

int threadCount(int asked)
{
    return asked > 0 ? asked : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

/// Calls work(thread) on so many threads, this one as number 0 among them, and waits for all. What one throws
/// is thrown again here.
template <class Work>
void onThreads(int threads, Work work)
{
    std::exception_ptr thrown;
    std::mutex guard;
    const auto guarded = [&](int thread) {
        try {
            work(thread);
        } catch (...) {
            const std::lock_guard lock(guard);
            thrown = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        try {
            for (int thread = 1; thread < threads; ++thread)
                helpers.emplace_back(guarded, thread);
        } catch (const std::system_error&) {
            // No more threads to be had: those there are do all of it.
        }
        guarded(0);
    }
    if (thrown)
        std::rethrow_exception(thrown);
}

/// Days from the first date. Where that is more than 16 bits hold, time in which nothing happens for longer
/// than the bands look at is cut short: no pair changes its band by it. Empty where it stopped.
std::vector<std::int32_t> dayNumbers(const std::vector<std::int32_t>& dates, std::int32_t lastEdge,
                                     const std::stop_token& stop)
{
    const auto [first, last] = std::minmax_element(dates.begin(), dates.end());
    const std::int32_t start = *first;
    std::vector<std::int32_t> days;
    days.reserve(dates.size());
    if (!forStoppably(dates.size(), stop, [&](std::size_t i) { days.push_back(dates[i] - start); }))
        return {};
    if (*last - start < std::numeric_limits<std::int16_t>::max())
        return days;
    std::vector<std::uint32_t> sorted(days.begin(), days.end());
    if (!sortStoppably(sorted, std::less<>(), stop))
        return {};
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::vector<std::int32_t> shortened(sorted.size(), 0);
    for (std::size_t i = 1; i < sorted.size(); ++i)
        shortened[i] =
            shortened[i - 1] + std::min(lastEdge, static_cast<std::int32_t>(sorted[i] - sorted[i - 1]));
    const bool done = forStoppably(days.size(), stop, [&](std::size_t i) {
        const auto at = std::lower_bound(sorted.begin(), sorted.end(), static_cast<std::uint32_t>(days[i]));
        days[i] = shortened[static_cast<std::size_t>(at - sorted.begin())];
    });
    if (!done)
        days.clear();
    return days;
}

/// Neighbouring places whose pairs are found together.
struct PlaceRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint64_t pairs = 0;
};

/// Ranges hold about so many pairs, or so many places: small enough to stop between them.
constexpr std::uint64_t rangePairs = 65'536;
constexpr std::uint32_t rangePlaces = 4'096;

/// Finds how many pairs there are and where they lie. False: stopped, or too many (then `pairs` says so).
bool findRanges(const PairFinder& finder, std::uint32_t places, int threads, const NearRepeatOptions& options,
                std::vector<PlaceRange>& ranges, std::uint64_t& pairs)
{
    constexpr std::uint32_t step = 16;
    std::vector<std::uint32_t> counts(places, 0);
    std::atomic<std::uint32_t> next{0};
    std::atomic<std::uint64_t> found{0};
    onThreads(threads, [&](int) {
        for (std::uint32_t begin = next.fetch_add(step); begin < places; begin = next.fetch_add(step)) {
            if (options.stop.stop_requested() || found.load(std::memory_order_relaxed) > options.mostPairs)
                return;
            found += finder.count(begin, std::min(places, begin + step), counts);
        }
    });
    pairs = found;
    if (options.stop.stop_requested() || pairs > options.mostPairs)
        return false;
    ranges.push_back({});
    for (std::uint32_t place = 0; place < places; ++place) {
        PlaceRange& range = ranges.back();
        if (range.pairs > 0 &&
            (range.pairs + counts[place] > rangePairs || place - range.begin == rangePlaces)) {
            range.end = place;
            ranges.push_back({place, place, 0});
        }
        ranges.back().pairs += counts[place];
    }
    ranges.back().end = places;
    return true;
}

/// What all threads share.
struct Work {
    const PairFinder& finder;
    const NearRepeatOptions& options;
    std::vector<PlaceRange> ranges;
    std::vector<PairBlock> kept; ///< by range, or none: they are found again each time
    std::atomic<std::size_t> nextGroup{0};
    std::atomic<std::uint64_t> pairsDone{0};
    std::uint64_t pairsToDo = 0;
    ShuffledCounts result;
};

/// Counts groups of data sets, `lanes` at a time, until none is left: what one thread does.
template <class Day>
class GroupCounter {
public:
    GroupCounter(Work& work, const std::vector<Day>& days, int thread)
        : m_work(work)
        , m_days(days)
        , m_reports(thread == 0)
    {
        const NearRepeatBands& bands = work.options.bands;
        for (const std::int32_t edge : bands.days)
            if (edge > 0) // none lies below 0 days
                m_edges.push_back(
                    static_cast<Day>(std::min<std::int64_t>(edge, std::numeric_limits<Day>::max())));
        m_sums.resize(bands.spaceBands() * m_edges.size() * lanes);
        // Not filled with zeros: that alone would take longer than a stop may.
        m_table = std::make_unique_for_overwrite<Day[]>(days.size() * lanes);
        m_shuffled = std::make_unique_for_overwrite<Day[]>(days.size() * lanesAtOnce);
    }

    void countGroups()
    {
        const std::size_t groups = (m_work.result.dataSets + lanes - 1) / lanes;
        for (std::size_t group = m_work.nextGroup++; group < groups; group = m_work.nextGroup++) {
            for (std::size_t lane = 0; lane < lanes; lane += lanesAtOnce)
                if (!fillLanes(group * lanes, lane))
                    return;
            std::fill(m_sums.begin(), m_sums.end(), 0);
            for (std::size_t range = 0; range < m_work.ranges.size(); ++range)
                if (!countRange(range))
                    return;
            takeCounts(group * lanes);
        }
    }

private:
    /// Shuffled one after the other, then laid side by side: a shuffle jumps about in memory, and so may not
    /// fill it.
    static constexpr std::size_t lanesAtOnce = 8;

    bool stopped() const { return m_work.options.stop.stop_requested(); }

    bool shuffle(std::uint64_t dataSet, Day* days)
    {
        std::copy(m_days.begin(), m_days.end(), days);
        if (dataSet == 0)
            return !stopped();
        RandomStream random(m_work.options.seed, dataSet);
        for (auto left = static_cast<std::uint32_t>(m_days.size()); left > 1; --left) {
            if (left % 65'536 == 0 && stopped())
                return false;
            std::swap(days[left - 1], days[random.below(left)]);
        }
        return !stopped();
    }

    bool fillLanes(std::size_t firstSet, std::size_t firstLane)
    {
        const std::size_t size = m_days.size();
        for (std::size_t lane = 0; lane < lanesAtOnce; ++lane)
            // Lanes beyond the last data set repeat it; nobody reads them.
            if (!shuffle(std::min(firstSet + firstLane + lane, m_work.result.dataSets - 1),
                         m_shuffled.get() + lane * size))
                return false;
        return forStoppably(size, m_work.options.stop, [&](std::size_t place) {
            Day* to = m_table.get() + place * lanes + firstLane;
            for (std::size_t lane = 0; lane < lanesAtOnce; ++lane)
                to[lane] = m_shuffled[lane * size + place];
        });
    }

    bool countRange(std::size_t range)
    {
        const PlaceRange& places = m_work.ranges[range];
        const bool kept = !m_work.kept.empty();
        if (!kept)
            m_work.finder.collect(places.begin, places.end, m_block);
        const PairBlock& block = kept ? m_work.kept[range] : m_block;
        for (std::size_t band = 0; band < block.size(); ++band) {
            if (stopped())
                return false;
            countBelow(block[band], m_table.get(), std::span<const Day>(m_edges),
                       m_sums.data() + band * m_edges.size() * lanes);
        }
        report(m_work.pairsDone += places.pairs);
        return true;
    }

    void takeCounts(std::size_t firstSet)
    {
        ShuffledCounts& result = m_work.result;
        const NearRepeatBands& bands = m_work.options.bands;
        const std::size_t shift =
            bands.days.front() > 0 ? 1 : 0; // the first band's lower edge is counted, too
        for (std::size_t space = 0; space < bands.spaceBands(); ++space)
            for (std::size_t time = 0; time < bands.timeBands(); ++time)
                for (std::size_t lane = 0; lane < lanes && firstSet + lane < result.dataSets; ++lane) {
                    const std::uint64_t* sums = m_sums.data() + space * m_edges.size() * lanes + lane;
                    const std::size_t upper = time + shift;
                    const std::uint64_t below = upper == 0 ? 0 : sums[(upper - 1) * lanes];
                    result.counts[(space * bands.timeBands() + time) * result.dataSets + firstSet + lane] =
                        static_cast<std::uint32_t>(sums[upper * lanes] - below);
                }
    }

    void report(std::uint64_t pairsDone)
    {
        const double share = static_cast<double>(pairsDone) / static_cast<double>(m_work.pairsToDo);
        if (!m_reports || !m_work.options.progress || share < m_reported + 0.005)
            return;
        m_reported = share;
        m_work.options.progress(share);
    }

    Work& m_work;
    const std::vector<Day>& m_days;
    bool m_reports;
    double m_reported = 0.0;
    std::vector<Day> m_edges;
    std::unique_ptr<Day[]> m_table;    ///< `lanes` days per place
    std::unique_ptr<Day[]> m_shuffled; ///< lanesAtOnce shuffles, one after the other
    std::vector<std::uint64_t> m_sums;
    PairBlock m_block;
};

template <class Day>
void countAll(Work& work, const std::vector<std::int32_t>& numbers, int threads)
{
    const std::vector<Day> days(numbers.begin(), numbers.end());
    onThreads(threads, [&](int thread) { GroupCounter<Day>(work, days, thread).countGroups(); });
}

/// False: stopped.
bool keepPairs(Work& work, int threads)
{
    work.kept.resize(work.ranges.size());
    std::atomic<std::size_t> next{0};
    onThreads(threads, [&](int) {
        for (std::size_t range = next++; range < work.ranges.size(); range = next++) {
            if (work.options.stop.stop_requested())
                return;
            work.finder.collect(work.ranges[range].begin, work.ranges[range].end, work.kept[range]);
        }
    });
    return !work.options.stop.stop_requested();
}

} // namespace

tl::expected<ShuffledCounts, NearRepeatFault> countShuffled(const SpaceTimePoints& points,
                                                            const NearRepeatOptions& options)
{
    const auto cancelled = tl::unexpected(NearRepeatFault::Cancelled);
    const NearRepeatBands& bands = options.bands;
    const std::vector<std::uint32_t> order = stripOrder(points, bands.metres.back(), options.stop);
    if (order.empty())
        return cancelled;
    SpaceTimePoints ordered;
    ordered.places.reserve(order.size());
    ordered.dates.reserve(order.size());
    const bool inOrder = forStoppably(order.size(), options.stop, [&](std::size_t i) {
        ordered.places.push_back(points.places[order[i]]);
        ordered.dates.push_back(points.dates[order[i]]);
    });
    if (!inOrder)
        return cancelled;
    const std::vector<std::int32_t> days = dayNumbers(ordered.dates, bands.days.back(), options.stop);
    if (days.empty())
        return cancelled;

    const PairFinder finder(ordered.places, bands.metres, options.stop);
    if (options.stop.stop_requested())
        return cancelled;
    const int threads = threadCount(options.threads);
    Work work{finder, options, {}, {}, {}, {}, 0, {}};
    if (!findRanges(finder, static_cast<std::uint32_t>(order.size()), threads, options, work.ranges,
                    work.result.pairs))
        return tl::unexpected(options.stop.stop_requested() ? NearRepeatFault::Cancelled
                                                            : NearRepeatFault::TooManyPairs);
    if (work.result.pairs <= options.keptPairs && !keepPairs(work, threads))
        return cancelled;
    work.result.dataSets = static_cast<std::size_t>(options.runs) + 1;
    work.result.counts.resize(bands.spaceBands() * bands.timeBands() * work.result.dataSets);
    const std::size_t groups = (work.result.dataSets + lanes - 1) / lanes;
    work.pairsToDo = std::max<std::uint64_t>(1, work.result.pairs * groups);
    if (*std::max_element(days.begin(), days.end()) < std::numeric_limits<std::int16_t>::max())
        countAll<std::int16_t>(work, days, threads);
    else
        countAll<std::int32_t>(work, days, threads);
    if (options.stop.stop_requested())
        return cancelled;
    return std::move(work.result);
}

} // namespace hk::analysis::detail
