#pragma once

#include "store/incident_store.h"

#include <map>
#include <random>

namespace hk::store::test {

/// What the live incidents of a file are, told by two of their fields: external id → description.
using Content = std::map<QString, QString>;

Content contentOf(const IncidentStore& store);

/// Work at a desk, drawn at random: adding, changing, deleting, importing, exporting, backing up, disposing. What a step does
/// follows from the seed and the content alone, so that somebody who only knows how many steps were acknowledged knows what
/// must be in the file.
class RandomWork {
public:
    RandomWork(unsigned seed, Content content)
        : m_random(seed)
        , m_seed(seed)
        , m_content(std::move(content))
    {}

    /// Draws the next step and does it in the store, or only in the content where there is none. content() is then what the
    /// file must hold if the step succeeded.
    Result<void> step(IncidentStore* store);
    const Content& content() const { return m_content; }

private:
    Result<void> add(IncidentStore* store);
    Result<void> change(IncidentStore* store);
    Result<void> remove(IncidentStore* store);
    Result<void> import(IncidentStore* store);
    Result<void> dispose(IncidentStore* store);
    unsigned below(unsigned limit) { return static_cast<unsigned>(m_random() % limit); }
    QString anyId();
    Incident make();

    std::mt19937 m_random;
    unsigned m_seed;
    unsigned m_made = 0;
    Content m_content;
};

/// Everything that must hold of a file at any time: it opens, integrity_check and rtreecheck are ok, the log's chain holds, no
/// signature and no open gate is left, and its backup copies are whole. What is wrong, or nothing.
QString faultOf(const QString& path);

} // namespace hk::store::test
