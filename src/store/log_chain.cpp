#include "store/log_chain.h"

#include "sqlite/transaction.h"

#include <cstring>
#include <optional>

namespace hk::store {

namespace {

constexpr std::size_t saltSize = 16;
constexpr std::string_view redactedHead = "{\"sha256\":\"";
constexpr std::string_view redactedTail = "\"}";

std::optional<Digest> digestOfBlob(std::span<const std::byte> blob)
{
    Digest digest;
    if (blob.size() != digest.size())
        return std::nullopt;
    std::copy(blob.begin(), blob.end(), digest.begin());
    return digest;
}

/// What stands in the place of a value that was disposed of.
std::optional<Digest> redactedDigest(std::string_view values)
{
    Digest digest;
    const std::size_t frame = redactedHead.size() + redactedTail.size();
    if (values.size() != frame + 2 * digest.size() || !values.starts_with(redactedHead) || !values.ends_with(redactedTail)
        || !fromHex(values.substr(redactedHead.size(), 2 * digest.size()), digest))
        return std::nullopt;
    return digest;
}

std::string redactedText(const Digest& digest)
{
    return std::string(redactedHead) + toHex(digest) + std::string(redactedTail);
}

/// The hash of one entry: columns number, at, actor, organisation, action, incident, before_values, after_values of `row`
/// from column 0 on.
class EntryHasher {
public:
    Digest valueDigest(std::span<const std::byte> salt, char side, std::string_view values)
    {
        return m_sha.add(salt).add(std::string_view(&side, 1)).add(values).finish();
    }

    Digest entryDigest(const Digest& previous, const sqlite::Statement& row, LogOrigin origin, std::span<const std::byte> salt)
    {
        const std::optional<Digest> before = valueOf(row, 6, 'b', salt);
        const std::optional<Digest> after = valueOf(row, 7, 'a', salt);
        m_buffer.clear();
        m_buffer.append("hk-log-1");
        append(row.int64(0));
        append(static_cast<std::int64_t>(origin));
        for (int column = 1; column <= 5; ++column) {
            if (row.isNull(column)) {
                append(-1);
                continue;
            }
            const std::string_view text = row.text(column);
            append(static_cast<std::int64_t>(text.size()));
            m_buffer.append(text);
        }
        append(before);
        append(after);
        return m_sha.add(previous).add(m_buffer).finish();
    }

private:
    std::optional<Digest> valueOf(const sqlite::Statement& row, int column, char side, std::span<const std::byte> salt)
    {
        if (row.isNull(column))
            return std::nullopt;
        const std::string_view values = row.text(column);
        // Without its salt the values are gone, and only what stands in their place can be right.
        return salt.empty() ? redactedDigest(values).value_or(Digest{}) : valueDigest(salt, side, values);
    }

    void append(std::int64_t number) // little-endian
    {
        for (int shift = 0; shift < 64; shift += 8)
            m_buffer += static_cast<char>((static_cast<std::uint64_t>(number) >> shift) & 0xff);
    }

    void append(const std::optional<Digest>& digest)
    {
        m_buffer += digest ? '\1' : '\0';
        if (digest)
            m_buffer.append(reinterpret_cast<const char*>(digest->data()), digest->size());
    }

    Sha256 m_sha;
    std::string m_buffer;
};

/// Salts from a buffer that is filled now and then: the generator is asked once for many.
class Salts {
public:
    std::span<const std::byte> next()
    {
        if (m_used + saltSize > m_bytes.size()) {
            fillRandom(m_bytes);
            m_used = 0;
        }
        const auto salt = std::span<const std::byte>(m_bytes).subspan(m_used, saltSize);
        m_used += saltSize;
        return salt;
    }

private:
    std::array<std::byte, 256 * saltSize> m_bytes{};
    std::size_t m_used = m_bytes.size();
};

struct Link {
    std::int64_t number = 0;
    Digest hash{};
};

sqlite::Result<Link> lastLink(const sqlite::Database& database)
{
    auto statement = database.cached("SELECT number, hash FROM hk_log_chain ORDER BY number DESC LIMIT 1");
    if (!statement)
        return tl::unexpected(statement.error());
    const auto found = (*statement)->step();
    if (!found)
        return tl::unexpected(found.error());
    return *found ? Link{(*statement)->int64(0), digestOfBlob((*statement)->blob(1)).value_or(Digest{})} : Link{};
}

} // namespace

sqlite::Result<bool> LogChain::isBehind() const
{
    return m_database
        .queryInt64("SELECT coalesce((SELECT max(number) FROM hk_log), 0) > "
                    "coalesce((SELECT max(number) FROM hk_log_chain), 0)")
        .map([](std::int64_t behind) { return behind != 0; });
}

sqlite::Result<void> LogChain::extend(LogOrigin origin)
{
    auto last = lastLink(m_database);
    if (!last)
        return tl::unexpected(last.error());
    auto row = m_database.cached("SELECT number, at, actor, organisation, action, incident, before_values, after_values "
                                 "FROM hk_log WHERE number > ?1 ORDER BY number");
    if (!row)
        return tl::unexpected(row.error());
    (*row)->bind(1, last->number);
    auto found = (*row)->step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return {};
    auto link = m_database.cached("INSERT INTO hk_log_chain (number, origin, salt, hash) VALUES (?1, ?2, ?3, ?4)");
    if (!link)
        return tl::unexpected(link.error());
    EntryHasher hasher;
    Salts salts;
    while (*found) {
        const std::span<const std::byte> salt = salts.next();
        last->hash = hasher.entryDigest(last->hash, **row, origin, salt);
        (*link)->bind(1, (*row)->int64(0)).bind(2, static_cast<int>(origin)).bind(3, salt).bind(4, last->hash);
        if (auto written = (*link)->run(); !written)
            return written;
        found = (*row)->step();
        if (!found)
            return tl::unexpected(found.error());
    }
    return {};
}

sqlite::Result<std::int64_t> LogChain::redact(std::string_view incident)
{
    auto row = m_database.cached("SELECT l.number, l.before_values, l.after_values, c.salt FROM hk_log l "
                                 "JOIN hk_log_chain c ON c.number = l.number "
                                 "WHERE l.incident = ?1 AND c.salt IS NOT NULL");
    if (!row)
        return tl::unexpected(row.error());
    (*row)->bind(1, incident);
    return redactRows(**row, {});
}

sqlite::Result<std::int64_t> LogChain::redactExports(const std::function<bool(std::string_view values)>& chosen)
{
    auto row = m_database.cached("SELECT l.number, l.before_values, l.after_values, c.salt FROM hk_log l "
                                 "JOIN hk_log_chain c ON c.number = l.number "
                                 "WHERE l.action = 'export' AND c.salt IS NOT NULL");
    if (!row)
        return tl::unexpected(row.error());
    return redactRows(**row, chosen);
}

sqlite::Result<std::int64_t> LogChain::redactRows(sqlite::Statement& row,
                                                  const std::function<bool(std::string_view values)>& chosen)
{
    struct Redacted {
        std::int64_t number;
        std::optional<std::string> before;
        std::optional<std::string> after;
    };
    std::vector<Redacted> entries;
    EntryHasher hasher;
    for (;;) {
        const auto found = row.step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        if (chosen && !chosen(row.text(2)))
            continue;
        const auto redacted = [&](int column, char side) -> std::optional<std::string> {
            if (row.isNull(column))
                return std::nullopt;
            return redactedText(hasher.valueDigest(row.blob(3), side, row.text(column)));
        };
        entries.push_back({row.int64(0), redacted(1, 'b'), redacted(2, 'a')});
    }
    auto values = m_database.cached("UPDATE hk_log SET before_values = ?2, after_values = ?3 WHERE number = ?1");
    if (!values)
        return tl::unexpected(values.error());
    auto salt = m_database.cached("UPDATE hk_log_chain SET salt = NULL WHERE number = ?1");
    if (!salt)
        return tl::unexpected(salt.error());
    for (const Redacted& entry : entries) {
        (*values)->clearBindings().bind(1, entry.number);
        if (entry.before)
            (*values)->bind(2, std::string_view(*entry.before));
        if (entry.after)
            (*values)->bind(3, std::string_view(*entry.after));
        const auto done = (*values)->run().and_then([&] { return (*salt)->bind(1, entry.number).run(); });
        if (!done)
            return tl::unexpected(done.error());
    }
    return static_cast<std::int64_t>(entries.size());
}

namespace {

/// Goes along the log and its chain side by side.
class ChainWalk {
public:
    explicit ChainWalk(const sqlite::Database& database)
        : m_database(database)
    {}

    sqlite::Result<LogCheck> run()
    {
        auto log = m_database.prepare("SELECT number, at, actor, organisation, action, incident, before_values, after_values "
                                      "FROM hk_log ORDER BY number");
        if (!log)
            return tl::unexpected(log.error());
        auto chain = m_database.prepare("SELECT number, origin, salt, hash FROM hk_log_chain ORDER BY number");
        if (!chain)
            return tl::unexpected(chain.error());
        m_log = std::move(*log);
        m_chain = std::move(*chain);
        if (const auto begun = step(m_log, m_atEntry).and_then([&] { return step(m_chain, m_atLink); }); !begun)
            return tl::unexpected(begun.error());
        while (m_atLink) {
            if (!checkLink())
                return m_check;
            const auto next = step(m_log, m_atEntry).and_then([&] { return step(m_chain, m_atLink); });
            if (!next)
                return tl::unexpected(next.error());
        }
        return countPending();
    }

private:
    static sqlite::Result<void> step(sqlite::Statement& statement, bool& there)
    {
        return statement.step().map([&there](bool found) { there = found; });
    }

    bool fault(LogCheck::Fault fault, std::int64_t number)
    {
        m_check.fault = fault;
        m_check.number = number;
        return false;
    }

    /// The chain stands at a row. False at the first fault.
    bool checkLink()
    {
        const std::int64_t number = m_chain.int64(0);
        if (!m_atEntry || m_log.int64(0) > number)
            return fault(LogCheck::Fault::Removed, number);
        if (m_log.int64(0) < number)
            return fault(LogCheck::Fault::Added, m_log.int64(0));
        const std::optional<Digest> stored = digestOfBlob(m_chain.blob(3));
        const auto origin = static_cast<LogOrigin>(m_chain.int64(1));
        if (!stored)
            return fault(LogCheck::Fault::Unreadable, number);
        if (*stored != m_hasher.entryDigest(m_previous, m_log, origin, m_chain.blob(2))) {
            // Numbers follow each other; a gap says that what was between is gone, hash and all.
            return number == m_last + 1 ? fault(LogCheck::Fault::Altered, number)
                                        : fault(LogCheck::Fault::Removed, m_last + 1);
        }
        m_previous = *stored;
        m_last = number;
        ++m_check.entries;
        m_check.outside += origin == LogOrigin::Outside ? 1 : 0;
        m_check.before += origin == LogOrigin::Before ? 1 : 0;
        m_check.disposed += m_chain.isNull(2) ? 1 : 0;
        m_check.head = QString::fromStdString(toHex(m_previous));
        return true;
    }

    sqlite::Result<LogCheck> countPending()
    {
        while (m_atEntry) {
            m_last = m_log.int64(0);
            ++m_check.pending;
            if (const auto next = step(m_log, m_atEntry); !next)
                return tl::unexpected(next.error());
        }
        // The counter of numbers outlives the rows: it tells of those cut off at the end.
        const auto given = m_database.queryInt64("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'hk_log'");
        if (!given)
            return tl::unexpected(given.error());
        if (*given > m_last)
            fault(LogCheck::Fault::Removed, m_last + 1);
        return m_check;
    }

    const sqlite::Database& m_database;
    sqlite::Statement m_log;
    sqlite::Statement m_chain;
    bool m_atEntry = false;
    bool m_atLink = false;
    EntryHasher m_hasher;
    Digest m_previous{};
    std::int64_t m_last = 0;
    LogCheck m_check;
};

} // namespace

sqlite::Result<LogCheck> LogChain::verify() const
{
    std::optional<sqlite::Transaction> snapshot;
    if (!m_database.inTransaction()) {
        auto begun = sqlite::Transaction::begin(m_database, sqlite::Transaction::Kind::Read);
        if (!begun)
            return tl::unexpected(begun.error());
        snapshot.emplace(std::move(*begun));
    }
    return ChainWalk(m_database).run();
}

} // namespace hk::store
