#pragma once

#include <QByteArray>
#include <QStringList>

namespace hk::test {

/// What ISO 32000-1 (14.7, 14.8) and ISO 14289-1 (PDF/UA-1) forbid or miss in the structure of a file, as far
/// as it concerns what may be in the program's files: elements, their order and attributes, marked content,
/// the parent tree and links. It walks the object tree and the content of the pages, and knows nothing of how
/// the file was made.
QStringList structureFaults(const QByteArray& pdf);

/// The structure, an element a line: its depth in blanks, its type, "=" and its text in words where it is a
/// figure or a link.
QStringList structureOf(const QByteArray& pdf);

} // namespace hk::test
