#pragma once

#include <QHash>
#include <QString>
#include <cstdint>
#include <vector>

namespace hk::map {

/// The distinct words of many names, for what a full-text index cannot do: words that hold some letters, and words that are
/// one typing error away. Candidates come from an index of three letters in a row. Immutable; thread-safe.
class WordList {
public:
    /// Words folded, each with how many names bear it.
    explicit WordList(std::vector<std::pair<QString, int>> words = {});

    std::size_t size() const { return m_words.size(); }
    bool hasBeginning(QStringView typed) const;
    /// Words that hold `part` after their first letter, the most common first; none for fewer than three letters.
    QStringList holding(QStringView part, std::size_t limit) const;
    /// Words of which a beginning is one error from `typed`, whole words first, then the most common; none for fewer than
    /// four letters or where there are digits: 12 is not 13.
    QStringList oneErrorFrom(const QString& typed, std::size_t limit) const;

private:
    struct Postings {
        std::uint32_t from;
        std::uint32_t to;
    };
    using Found = std::vector<std::uint32_t>;
    void addSwapped(const QString& typed, Found& found) const;
    QStringList best(Found found, const QString& typed, std::size_t limit) const;

    std::vector<std::pair<QString, int>> m_words; ///< sorted
    QHash<quint64, Postings> m_grams;
    std::vector<std::uint32_t> m_postings;
};

} // namespace hk::map
