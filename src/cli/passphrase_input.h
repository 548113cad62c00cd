#pragma once

#include "cli/arguments.h"
#include "seal/passphrase.h"

namespace hk::cli {

/// --passphrase-file. A passphrase is never an argument: arguments are seen by everybody on the machine and kept by shells.
void addPassphraseOption(Arguments& given);
/// From --passphrase-file ("-": standard input), or asked for at the terminal without showing it, twice where `isNew`.
/// WrongUsage where there is neither; ValueNotUnderstood where the two differ.
Result<seal::Passphrase> passphraseOf(const Arguments& given, bool isNew);

} // namespace hk::cli
