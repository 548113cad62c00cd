#include "analysis/hotspot_stability.h"

#include "analysis/parallel.h"

#include <algorithm>
#include <cmath>

namespace hk::analysis {
namespace {

/// SplitMix64 [Steele, Lea & Flood 2014]: a small generator whose streams by seed are independent enough, and
/// the same on every machine.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {}
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// Below n (at most 2³²): the upper half of the product with 32 random bits; off from even by less than
    /// n/2³².
    std::size_t below(std::size_t n) { return static_cast<std::size_t>((next() >> 32) * n >> 32); }

private:
    std::uint64_t m_state;
};

/// The incidents in order of easting, so that a polygon asks only those in its own strip.
struct Sample {
    std::vector<Point> points;

    /// How often each is drawn in the resample of this number.
    void draw(std::uint64_t seed, std::uint64_t run, std::vector<double>& weights) const
    {
        Random mixed(seed);
        Random random(mixed.next() ^ (run * 0xd1342543de82ef95ULL));
        weights.assign(points.size(), 0.0);
        for (std::size_t i = 0; i < points.size(); ++i)
            weights[random.below(points.size())] += 1.0;
    }

    double inside(const PolygonIndex& polygon, const std::vector<double>& weights) const
    {
        const Extent& box = polygon.bounds();
        double sum = 0.0;
        auto p = std::lower_bound(points.begin(), points.end(), box.xmin,
                                  [](const Point& a, double x) { return a.x < x; });
        for (; p != points.end() && p->x <= box.xmax; ++p) {
            const double weight = weights[static_cast<std::size_t>(p - points.begin())];
            if (weight > 0.0 && polygon.contains(*p))
                sum += weight;
        }
        return sum;
    }
};

/// The hotspots of a resample in their order, with what the ranking asks for and no more.
std::vector<Hotspot> rankedIn(const Sample& sample, const std::vector<double>& weights, const Grid& density,
                              const HotspotOptions& choice)
{
    const double meanDensity = static_cast<double>(sample.points.size()) / studyAreaKm2(density, choice);
    std::vector<Hotspot> found;
    for (Polygon& polygon : contourPolygons(density, quantileAboveZero(density, choice.quantile))) {
        if (choice.centre && distance(polygon, *choice.centre) > choice.within)
            continue;
        Hotspot hotspot;
        const PolygonIndex index(polygon);
        hotspot.incidents = static_cast<std::size_t>(sample.inside(index, weights));
        if (hotspot.incidents < choice.minimumIncidents)
            continue;
        hotspot.areaKm2 = area(polygon) / 1e6;
        hotspot.density = static_cast<double>(hotspot.incidents) / hotspot.areaKm2;
        hotspot.excess = static_cast<double>(hotspot.incidents) - meanDensity * hotspot.areaKm2;
        hotspot.centre = {index.bounds().xmin, index.bounds().ymin};
        hotspot.polygon = std::move(polygon);
        found.push_back(std::move(hotspot));
    }
    rankHotspots(found, choice.rank);
    return found;
}

/// In how many resamples each place has stayed, and how far the work has come.
class Tally {
public:
    Tally(std::size_t places, const StabilityOptions& options)
        : m_options(options)
        , m_stayed(places, 0)
    {}
    void add(const std::vector<std::uint8_t>& stayed)
    {
        const std::lock_guard lock(m_mutex);
        for (std::size_t i = 0; i < stayed.size(); ++i)
            m_stayed[i] += stayed[i];
        ++m_done;
        if (m_options.progress)
            m_options.progress(static_cast<double>(m_done) / m_options.runs);
    }
    HotspotStability result() const
    {
        HotspotStability stability;
        stability.runs = m_options.runs;
        for (const int count : m_stayed)
            stability.share.push_back(static_cast<double>(count) / m_options.runs);
        return stability;
    }
    std::mutex& mutex() { return m_mutex; }

private:
    const StabilityOptions& m_options;
    std::mutex m_mutex;
    std::vector<int> m_stayed;
    int m_done = 0;
};

} // namespace

Outcome<HotspotStability> hotspotStability(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                           const GridSpec& spec, const KdeOptions& kde,
                                           const HotspotOptions& choice, const std::vector<Hotspot>& hotspots,
                                           const StabilityOptions& options)
{
    StabilityOptions asked = options;
    asked.runs = std::max(1, options.runs);
    Sample sample{positions(table, rows)};
    if (sample.points.empty() || hotspots.empty())
        return HotspotStability{std::vector<double>(hotspots.size(), 0.0), asked.runs};
    std::sort(sample.points.begin(), sample.points.end(),
              [](const Point& a, const Point& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    KdeOptions single = kde;
    single.threads = 1;
    single.stop = options.stop;

    Tally tally(hotspots.size(), asked);
    std::optional<Failure> failure;
    const int threads = options.threads > 0
                            ? options.threads
                            : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const bool done = detail::forBlocks(asked.runs, 1, threads, [&](std::int64_t first, std::int64_t end) {
        std::vector<double> weights;
        for (std::int64_t run = first; run < end; ++run) {
            sample.draw(options.seed, static_cast<std::uint64_t>(run), weights);
            const Outcome<Grid> density = kernelDensity(sample.points, weights, spec, single);
            if (!density) {
                const std::lock_guard lock(tally.mutex());
                failure = density.error();
                return false;
            }
            const std::vector<Hotspot> ranked = rankedIn(sample, weights, *density, choice);
            const std::size_t leading = std::min(ranked.size(), options.leading);
            std::vector<std::uint8_t> stayed(hotspots.size(), 0);
            for (std::size_t i = 0; i < hotspots.size(); ++i)
                for (std::size_t k = 0; k < leading && stayed[i] == 0; ++k)
                    stayed[i] = contains(ranked[k].polygon, hotspots[i].centre) ? 1 : 0;
            if (options.stop.stop_requested())
                return false;
            tally.add(stayed);
        }
        return true;
    });
    if (!done)
        return tl::unexpected(failure.value_or(Failure{Fault::Cancelled}));
    return tally.result();
}

} // namespace hk::analysis
