// Names found while typing: made-up Swedish streets with house numbers, typed letter by letter, right and with one error.
// bench_names [names …] (100000 and 1000000 if none is given): median, 99th percentile and longest, in milliseconds on the
// clock and, since other programs may have the processor meanwhile, of the processor.
#include "map/name_index.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

using namespace hk;
using namespace hk::map;

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point from)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// Street names of two or three parts, as Swedish ones are made.
QString streetName(std::mt19937& random)
{
    static const char* first[] = {"Björk", "Gran",  "Ek",    "Lind",  "Kvarn",  "Bro",    "Göteborgs", "Stockholms", "Mölndals", "Ängs",
                                  "Åker",  "Skogs", "Berg",  "Dal",   "Sjö",    "Häst",   "Smed",      "Kungs",      "Drottning", "Prins",
                                  "Slotts", "Kyrk", "Skol",  "Stations", "Järn", "Sten",  "Sand",      "Ler",        "Vatten",  "Käll",
                                  "Fågel", "Lärk",  "Örn",   "Falk",  "Svan",   "Hjort",  "Älg",       "Varg",       "Räv",     "Hare",
                                  "Blå",   "Röd",   "Vit",   "Grön",  "Sol",    "Mån",    "Stjärn",    "Norr",       "Söder",   "Öster"};
    static const char* middle[] = {"", "", "", "ås", "dals", "lunds", "by", "backs", "hags", "torps", "viks", "näs", "holms", "kulle", "strands"};
    static const char* last[] = {"gatan", "vägen", "stigen", "gränd", "torget", "backen", "allén", "platsen", "leden", "gången", "slingan", "plan"};
    const auto one = [&](const auto& of) { return u(of[random() % std::size(of)]); };
    QString name = one(first) + one(middle) + one(last);
    return random() % 8 == 0 ? QStringLiteral("%1 %2").arg(random() % 2 ? u("Norra") : u("Östra"), name) : name;
}

/// One street in twenty names, its house numbers the others.
std::vector<NameEntry> town(std::size_t count)
{
    std::mt19937 random(20261126);
    std::vector<NameEntry> entries;
    entries.reserve(count);
    const double side = 1000.0 * std::sqrt(static_cast<double>(count) / 250.0);
    std::uniform_real_distribution<double> along(0, side);
    while (entries.size() < count) {
        const QString street = streetName(random);
        const double x = 310000 + along(random);
        const double y = 6380000 + along(random);
        entries.push_back({street, u("Krokslätt"), u("residential"), u("road"), {x, y}, 200, weightOfName(u("road"), {}, 5)});
        for (int number = 1; number < 20 && entries.size() < count; ++number)
            entries.push_back({QStringLiteral("%1 %2%3").arg(street).arg(number).arg(number % 7 == 0 ? u(" B") : QString()),
                               u("Krokslätt"), u("address"), u("address"), {x + 12 * number, y}, 25, 2});
    }
    return entries;
}

QString withError(QString text, std::mt19937& random)
{
    if (text.size() < 6)
        return text;
    const auto at = static_cast<qsizetype>(1 + random() % static_cast<unsigned>(text.size() - 3));
    switch (random() % 4) {
    case 0:
        return text.remove(at, 1);
    case 1:
        return text.insert(at, u("k"));
    case 2:
        text[at] = QLatin1Char('x');
        return text;
    default:
        const QChar kept = text[at];
        text[at] = text[at + 1];
        text[at + 1] = kept;
        return text;
    }
}

double processor()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

/// What one question took, on both clocks.
struct Taken {
    std::vector<double> wall;
    std::vector<double> own;
};

template <class Ask>
void time(Taken& taken, Ask ask)
{
    const auto begun = Clock::now();
    const double before = processor();
    ask();
    taken.own.push_back(processor() - before);
    taken.wall.push_back(since(begun));
}

void printTimes(const char* clock, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) { return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))]; };
    std::printf("    %-10s median %6.2f  99th %6.2f  longest %6.2f ms\n", clock, at(0.5), at(0.99), times.back());
}

void print(const char* what, const Taken& taken, int empty)
{
    std::printf("  %s: %zu questions, %d without answer\n", what, taken.wall.size(), empty);
    printTimes("clock", taken.wall);
    printTimes("processor", taken.own);
}

void run(std::size_t count)
{
    std::vector<NameEntry> entries = town(count);
    std::mt19937 random(7);
    std::vector<QString> typed;
    for (int i = 0; i < 60; ++i)
        typed.push_back(entries[random() % entries.size()].name);
    const Sweref99 near = entries[entries.size() / 2].position;
    const Sweref99 far{670000, 6580000};
    auto start = Clock::now();
    const auto index = NameIndex::inMemory(std::move(entries));
    if (!index) {
        std::fprintf(stderr, "no index: %s\n", qPrintable(index.error().detail));
        std::exit(1);
    }
    std::printf("%zu names, indexed in %.0f ms\n", (*index)->size(), since(start));
    const auto measure = [&](const char* what, const std::vector<QString>& texts, const Sweref99& from) {
        Taken taken;
        int empty = 0;
        double longest = 0;
        QString slowest;
        for (const QString& text : texts) {
            time(taken, [&] {
                const auto found = (*index)->find(text, from, 12);
                empty += !found || found->empty() ? 1 : 0;
            });
            if (taken.own.back() > longest) {
                longest = taken.own.back();
                slowest = text;
            }
        }
        print(what, taken, empty);
        if (std::getenv("HK_SLOWEST"))
            std::printf("    slowest: %s\n", qPrintable(slowest));
    };
    std::vector<QString> letters;
    std::vector<QString> wrong;
    std::vector<QString> turned;
    for (const QString& text : typed) {
        for (qsizetype i = 1; i <= text.size(); ++i)
            letters.push_back(text.left(i));
        const QString error = withError(text, random);
        for (qsizetype i = 1; i <= error.size(); ++i)
            wrong.push_back(error.left(i));
        const QStringList words = text.split(QLatin1Char(' '));
        if (words.size() > 1)
            turned.push_back(words.back() + QLatin1Char(' ') + words.front().left(4));
    }
    std::vector<QString> single;
    for (const QChar c : u("abcdefghijklmnopqrstuvwxyzåäö0123456789"))
        single.push_back(QString(c));
    measure("letter by letter", letters, near);
    measure("letter by letter, from afar", letters, far);
    measure("with one error", wrong, near);
    measure("one letter or digit", single, near);
    measure("number, then street", turned, near);
    Taken taken;
    for (int i = 0; i < 2000; ++i) {
        const Sweref99 at{near.easting + static_cast<double>(random() % 2000), near.northing + static_cast<double>(random() % 2000)};
        time(taken, [&] { (void)(*index)->nearest(u("address"), at, 60); });
    }
    print("nearest address, 60 m", taken, 0);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        run(100'000);
        run(1'000'000);
    }
    for (int i = 1; i < argc; ++i)
        run(static_cast<std::size_t>(std::max(1L, std::atol(argv[i]))));
    return 0;
}
