#include "map/word_list.h"

#include "map/name_text.h"

#include <algorithm>
#include <array>

namespace hk::map {

namespace {

constexpr qsizetype shortestForError = 4;
// One letter changed, added or left out leaves all but three runs of three letters whole; neighbours swapped are tried
// one by one instead.
constexpr int gramsLost = 3;

quint64 gram(QChar a, QChar b, QChar c)
{
    return (static_cast<quint64>(a.unicode()) << 32) | (static_cast<quint64>(b.unicode()) << 16) | c.unicode();
}

/// Runs of three letters with the beginning marked, so that a word of four letters has four.
template <class Take>
void eachGram(QStringView word, Take take)
{
    QChar before;
    QChar last;
    for (const QChar c : word) {
        take(gram(before, last, c));
        before = last;
        last = c;
    }
}

} // namespace

WordList::WordList(std::vector<std::pair<QString, int>> words) : m_words(std::move(words))
{
    std::sort(m_words.begin(), m_words.end());
    std::vector<std::pair<quint64, std::uint32_t>> pairs;
    for (std::size_t i = 0; i < m_words.size(); ++i)
        eachGram(m_words[i].first, [&](quint64 g) { pairs.emplace_back(g, static_cast<std::uint32_t>(i)); });
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    m_postings.reserve(pairs.size());
    for (const auto& [g, word] : pairs) {
        const auto at = static_cast<std::uint32_t>(m_postings.size());
        auto entry = m_grams.find(g);
        if (entry == m_grams.end())
            entry = m_grams.insert(g, {at, at});
        m_postings.push_back(word);
        entry->to = at + 1;
    }
}

bool WordList::hasBeginning(QStringView typed) const
{
    const auto at = std::lower_bound(m_words.begin(), m_words.end(), typed,
                                     [](const auto& word, QStringView t) { return QStringView(word.first) < t; });
    return at != m_words.end() && at->first.startsWith(typed);
}

QStringList WordList::holding(QStringView part, std::size_t limit) const
{
    if (part.size() < 3)
        return {};
    Postings rarest{0, UINT32_MAX};
    for (qsizetype i = 0; i + 2 < part.size(); ++i) {
        const auto at = m_grams.constFind(gram(part[i], part[i + 1], part[i + 2]));
        if (at == m_grams.constEnd())
            return {};
        if (at->to - at->from < rarest.to - rarest.from)
            rarest = *at;
    }
    Found found;
    for (std::uint32_t i = rarest.from; i < rarest.to; ++i)
        if (m_words[m_postings[i]].first.indexOf(part, 1) > 0)
            found.push_back(m_postings[i]);
    return best(std::move(found), {}, limit);
}

QStringList WordList::oneErrorFrom(const QString& typed, std::size_t limit) const
{
    const bool digits = std::any_of(typed.begin(), typed.end(), [](QChar c) { return c.isDigit(); });
    if (typed.size() < shortestForError || digits)
        return {};
    std::vector<std::uint8_t> shared(m_words.size(), 0);
    int grams = 0;
    eachGram(typed, [&](quint64 g) {
        ++grams;
        const auto at = m_grams.constFind(g);
        if (at == m_grams.constEnd())
            return;
        for (std::uint32_t i = at->from; i < at->to; ++i)
            if (shared[m_postings[i]] < UINT8_MAX)
                ++shared[m_postings[i]];
    });
    // Repeated runs of letters count once in a word: never ask for more than it can give.
    const int wanted = std::clamp(grams - gramsLost, 1, 8);
    Found found;
    for (std::uint32_t i = 0; i < shared.size(); ++i)
        if (shared[i] >= wanted && beginsWithOneError(m_words[i].first, typed))
            found.push_back(i);
    addSwapped(typed, found);
    return best(std::move(found), typed, limit);
}

void WordList::addSwapped(const QString& typed, Found& found) const
{
    for (qsizetype i = 0; i + 1 < typed.size(); ++i) {
        if (typed[i] == typed[i + 1])
            continue;
        QString swapped = typed;
        swapped[i] = typed[i + 1];
        swapped[i + 1] = typed[i];
        auto at = std::lower_bound(m_words.begin(), m_words.end(), swapped,
                                   [](const auto& word, const QString& t) { return word.first < t; });
        for (; at != m_words.end() && at->first.startsWith(swapped); ++at)
            found.push_back(static_cast<std::uint32_t>(at - m_words.begin()));
    }
}

QStringList WordList::best(Found found, const QString& typed, std::size_t limit) const
{
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    const auto isWhole = [&](const QString& word) {
        return !typed.isEmpty() && word.size() <= typed.size() + 1;
    };
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        const bool wholeA = isWhole(m_words[a].first);
        const bool wholeB = isWhole(m_words[b].first);
        if (wholeA != wholeB)
            return wholeA;
        return m_words[a].second != m_words[b].second ? m_words[a].second > m_words[b].second : a < b;
    };
    const auto kept = static_cast<std::ptrdiff_t>(std::min(limit, found.size()));
    std::partial_sort(found.begin(), found.begin() + kept, found.end(), before);
    QStringList words;
    for (std::ptrdiff_t i = 0; i < kept; ++i)
        words.append(m_words[found[static_cast<std::size_t>(i)]].first);
    return words;
}

} // namespace hk::map
