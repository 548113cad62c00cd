#pragma once

#include "exchange/import_guess.h"

namespace hk::ui {

using exchange::ImportFile;
using exchange::ImportGuess;

/// A path that is not there yet, beside the input where one may write: "incidents-rejected.csv", "…-rejected-2.csv". Of rows
/// that were pasted, in the folder of documents.
QString suggestedRejectsPath(const ImportFile& input);

} // namespace hk::ui
