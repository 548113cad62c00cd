#pragma once

#include <QByteArray>
#include <QStringList>

namespace hk::test {

/// What ISO 19005-2 (PDF/A-2, level B) forbids or misses in a file, each with its clause first, such as "6.2.3 …". It
/// walks the object tree and the content of the pages, and knows nothing of how the file was made. The rules are those
/// that veraPDF publishes for the standard, as far as they concern what may be in the program's files.
QStringList archiveFaults(const QByteArray& pdf);

} // namespace hk::test
