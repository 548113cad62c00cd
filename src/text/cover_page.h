#pragma once

#include "core/handover.h"

#include <QString>

namespace hk::text {

/// The cover page of a handover package: what it is, from whom, for whom, what was chosen and how many. One HTML page that
/// needs nothing else, in the language of the installed translator. `remarks`: a sentence each of what was left out.
QString coverPage(const HandoverFacts& facts, const QStringList& remarks);

} // namespace hk::text
