#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace hk::fuzz {

/// A reader of bytes that come from outside: from a file, a server, the clipboard or the keyboard. `read` hands it the bytes as the
/// program would and throws std::logic_error where what came out breaks a promise of its header. It must come back whatever the
/// bytes are: soon, without a crash, and with nothing kept.
struct Reader {
    const char* name;                ///< of the target, and of the folder of its first examples in tests/data/fuzz
    void (*read)(const QByteArray& bytes);
    const char* ending = "txt";      ///< of the examples' file names, and of the real files that are worth trying
    std::vector<QByteArray> (*examples)() = nullptr; ///< further ones, made when asked for: files of SQLite, pictures, tables
};

/// All of them. Every reader that is added to the program belongs here.
const std::vector<Reader>& readers();
const Reader* findReader(const QString& name); ///< null: there is none of the name

/// The parts of readers(), by what they read.
std::vector<Reader> textReaders();
std::vector<Reader> geometryReaders();
std::vector<Reader> serviceReaders();
std::vector<Reader> tableReaders();
std::vector<Reader> mapFileReaders();
std::vector<Reader> incidentFileReaders();

/// Throws std::logic_error with the words where the promise does not hold.
void promise(bool holds, const char* words);

/// A folder for the files of one call, gone with it.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    QString path(const QString& name) const { return m_path + u'/' + name; }
    /// The path of a new file with these bytes.
    QString file(const QString& name, const QByteArray& bytes) const;
    QByteArray bytesOf(const QString& name) const;

private:
    QString m_path;
};

} // namespace hk::fuzz
