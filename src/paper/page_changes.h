#pragma once

#include "core/result.h"
#include "paper/page_edits.h"

#include <QStringList>

namespace hk::paper {

/// Changes by hand that are kept with a template, by layoutName() of its paper: frames stand elsewhere on
/// another.
using PageChanges = std::map<QString, PageEdits>;

/// What of changes by hand may be kept for pages to come: where frames stand and which are hidden, but no
/// text, since it is of one page. Frames whose names are in `never` stay seen: neither hidden nor
/// smaller than can be read. Pure.
PageEdits lasting(const PageEdits& edits, const QStringList& never);

/// `above` over `below`: of each frame what it says, else what `below` says. Pure.
PageEdits merged(const PageEdits& below, const PageEdits& above);

/// As a file of JSON beside a template: {"A4 landscape": {"1": {"legend": {"rect": [x, y, width, height]},
/// "north": {"hidden": true}}}}, sheets from 1, millimetres. The same changes give the same bytes.
QByteArray changesFile(const PageChanges& changes);
/// Errors: FileDamaged with the place in words.
Result<PageChanges> readChanges(const QByteArray& json);

} // namespace hk::paper
