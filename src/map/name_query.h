#pragma once

#include "map/name_index_impl.h"

#include <QSet>

namespace hk::map {

/// One question to an index: gathers candidates tier by tier and ranks them. The caller holds the index's mutex.
class NameQuery {
public:
    NameQuery(const NameIndex::Impl& index, const QString& text, const Sweref99& near, std::stop_token stop);
    Result<std::vector<NameMatch>> best(std::size_t limit);

private:
    using Done = sqlite::Result<std::size_t>; ///< rows given
    Done addExact();
    Done addMatches(const std::string& expression, int limit);
    sqlite::Result<void> addBeginnings();
    sqlite::Result<void> addInside();
    sqlite::Result<void> addErrors();
    Done take(sqlite::Statement& rows);
    void consider(const sqlite::Statement& row);
    int scoreOf(const QString& key) const;
    std::vector<NameMatch> ranked(std::size_t limit);

    const NameIndex::Impl& m_index;
    QString m_typed; ///< folded
    QStringList m_words;
    QStringList m_corrected; ///< what else may have been meant: the whole typed text, folded
    Sweref99 m_near;
    std::stop_token m_stop;
    bool m_hasDigits;
    QSet<qint64> m_seen;
    std::vector<NameMatch> m_found;
};

} // namespace hk::map
