#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/passphrase_input.h"
#include "seal/sealed_file.h"
#include "workspace/output_guard.h"

#include <QFileInfo>

namespace hk::cli {
namespace {

/// Whether changes of the file still lie beside it (SQLite's log or journal): its own bytes are not the whole then.
bool isInUse(const QString& path)
{
    return QFileInfo(path + QStringLiteral("-wal")).size() > 0 || QFileInfo(path + QStringLiteral("-journal")).size() > 0;
}

/// What sealing and opening have in common: a file in, another out, neither over the other nor over an incident file.
int run(Arguments& given, const QStringList& arguments, bool isNew)
{
    given.positional(QStringLiteral("INPUT"), QStringLiteral("The file to read."));
    given.positional(QStringLiteral("OUTPUT"), QStringLiteral("The file to write."));
    addPassphraseOption(given);
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    if (const Result<void> free = workspace::mayReplace(given.at(1), {given.at(0)}); !free)
        return failWith(free.error());
    if (isNew && isInUse(given.at(0)))
        return failWith({ErrorCode::FileLocked, {given.at(0)}, {}, {}});
    const Result<seal::Passphrase> passphrase = passphraseOf(given, isNew);
    if (!passphrase)
        return failWith(passphrase.error());
    const Result<void> done = isNew ? seal::sealFile(given.at(0), given.at(1), *passphrase)
                                    : seal::openSealed(given.at(0), given.at(1), *passphrase);
    if (!done)
        return failWith(done.error());
    printLine(given.at(1));
    return Done;
}

} // namespace

int sealCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("seal"), QStringLiteral("Encrypts a file with a passphrase. Of an incident file that is open "
                                                   "somewhere, seal a copy that backup has made."));
    return run(given, arguments, true);
}

int unsealCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("unseal"), QStringLiteral("Opens a file that seal or handover has encrypted."));
    return run(given, arguments, false);
}

} // namespace hk::cli
