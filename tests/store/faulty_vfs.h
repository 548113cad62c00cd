#pragma once

#include <memory>

namespace hk::store::test {

/// A VFS for SQLite that plays a full or failing disk: while in scope it is the default, and after a set number of
/// writes (files growing or being overwritten, and truncations) all further ones fail with SQLITE_FULL.
/// Reads, locks and deletions go on, as on a real disk.
class FaultyVfs {
public:
    FaultyVfs();
    FaultyVfs(const FaultyVfs&) = delete;
    FaultyVfs& operator=(const FaultyVfs&) = delete;
    ~FaultyVfs();

    /// The next `writes` writes succeed; negative: all.
    void allow(int writes);
    /// Every n-th write and flush fails, and the others succeed: a disk that is failing. 0: none.
    void failEvery(int n);
    bool failed() const;

    struct Impl;

private:
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::store::test
