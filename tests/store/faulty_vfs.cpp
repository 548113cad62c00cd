#include "faulty_vfs.h"

#include <cstring>
#include <new>
#include <sqlite3.h>

namespace hk::store::test {

struct FaultyVfs::Impl {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    int left = -1;
    int every = 0;
    int counted = 0;
    bool failed = false;

    bool write()
    {
        if (every > 0 && ++counted % every == 0) {
            failed = true;
            return false;
        }
        if (left < 0)
            return true;
        if (left == 0) {
            failed = true;
            return false;
        }
        --left;
        return true;
    }
};

namespace {

/// Our file object; the real one lies directly behind it.
struct File {
    sqlite3_file base;
    FaultyVfs::Impl* owner;

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* fileOf(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file);
}

const sqlite3_io_methods* methodsOf(sqlite3_file* file)
{
    return fileOf(file)->real()->pMethods;
}

int closeFile(sqlite3_file* file)
{
    return methodsOf(file)->xClose(fileOf(file)->real());
}
int readFile(sqlite3_file* file, void* data, int size, sqlite3_int64 offset)
{
    return methodsOf(file)->xRead(fileOf(file)->real(), data, size, offset);
}
int writeFile(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset)
{
    return fileOf(file)->owner->write() ? methodsOf(file)->xWrite(fileOf(file)->real(), data, size, offset)
                                        : SQLITE_FULL;
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return methodsOf(file)->xTruncate(fileOf(file)->real(), size);
}
int syncFile(sqlite3_file* file, int flags)
{
    return fileOf(file)->owner->every == 0 || fileOf(file)->owner->write()
               ? methodsOf(file)->xSync(fileOf(file)->real(), flags)
               : SQLITE_IOERR_FSYNC;
}
int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    return methodsOf(file)->xFileSize(fileOf(file)->real(), size);
}
int lockFile(sqlite3_file* file, int level)
{
    return methodsOf(file)->xLock(fileOf(file)->real(), level);
}
int unlockFile(sqlite3_file* file, int level)
{
    return methodsOf(file)->xUnlock(fileOf(file)->real(), level);
}
int checkReservedLock(sqlite3_file* file, int* result)
{
    return methodsOf(file)->xCheckReservedLock(fileOf(file)->real(), result);
}
int fileControl(sqlite3_file* file, int operation, void* argument)
{
    return methodsOf(file)->xFileControl(fileOf(file)->real(), operation, argument);
}
int sectorSize(sqlite3_file* file)
{
    return methodsOf(file)->xSectorSize(fileOf(file)->real());
}
int deviceCharacteristics(sqlite3_file* file)
{
    return methodsOf(file)->xDeviceCharacteristics(fileOf(file)->real());
}
int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** data)
{
    return methodsOf(file)->xShmMap(fileOf(file)->real(), page, size, extend, data);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags)
{
    return methodsOf(file)->xShmLock(fileOf(file)->real(), offset, count, flags);
}
void barrier(sqlite3_file* file)
{
    methodsOf(file)->xShmBarrier(fileOf(file)->real());
}
int unmapShared(sqlite3_file* file, int remove)
{
    return methodsOf(file)->xShmUnmap(fileOf(file)->real(), remove);
}

const sqlite3_io_methods faultyMethods{2,
                                       closeFile,
                                       readFile,
                                       writeFile,
                                       truncateFile,
                                       syncFile,
                                       fileSize,
                                       lockFile,
                                       unlockFile,
                                       checkReservedLock,
                                       fileControl,
                                       sectorSize,
                                       deviceCharacteristics,
                                       mapShared,
                                       lockShared,
                                       barrier,
                                       unmapShared,
                                       nullptr,
                                       nullptr};

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* owner = static_cast<FaultyVfs::Impl*>(vfs->pAppData);
    auto* faulty = new (file) File{};
    faulty->owner = owner;
    std::memset(faulty->real(), 0, static_cast<std::size_t>(owner->real->szOsFile));
    const int resultCode = owner->real->xOpen(owner->real, name, faulty->real(), flags, outFlags);
    faulty->base.pMethods = faulty->real()->pMethods != nullptr ? &faultyMethods : nullptr;
    return resultCode;
}

} // namespace

FaultyVfs::FaultyVfs()
    : m_impl(std::make_unique<Impl>())
{
    m_impl->real = sqlite3_vfs_find(nullptr);
    // All but opening goes to the real one, which finds its own data in its own object: the calls that take
    // the VFS itself are handed through below.
    m_impl->vfs = *m_impl->real;
    m_impl->vfs.pNext = nullptr;
    m_impl->vfs.zName = "hk-faulty";
    m_impl->vfs.szOsFile = static_cast<int>(sizeof(File)) + m_impl->real->szOsFile;
    m_impl->vfs.pAppData = m_impl.get();
    m_impl->vfs.xOpen = openFile;
    m_impl->vfs.xDelete = [](sqlite3_vfs* vfs, const char* name, int sync) {
        sqlite3_vfs* real = static_cast<Impl*>(vfs->pAppData)->real;
        return real->xDelete(real, name, sync);
    };
    m_impl->vfs.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* result) {
        sqlite3_vfs* real = static_cast<Impl*>(vfs->pAppData)->real;
        return real->xAccess(real, name, flags, result);
    };
    m_impl->vfs.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) {
        sqlite3_vfs* real = static_cast<Impl*>(vfs->pAppData)->real;
        return real->xFullPathname(real, name, size, out);
    };
    sqlite3_vfs_register(&m_impl->vfs, 1);
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_unregister(&m_impl->vfs);
    sqlite3_vfs_register(m_impl->real, 1);
}

void FaultyVfs::allow(int writes)
{
    m_impl->left = writes;
    m_impl->failed = false;
}

void FaultyVfs::failEvery(int n)
{
    m_impl->every = n;
    m_impl->counted = 0;
    m_impl->failed = false;
}

bool FaultyVfs::failed() const
{
    return m_impl->failed;
}

} // namespace hk::store::test
