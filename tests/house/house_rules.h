#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace hk::house {

/// One file of src/ or ui/, its path relative to the project ("src/core/incident.h").
struct SourceFile {
    QString path;
    QString text;
};

/// What the rules are checked against besides the file itself.
struct Surroundings {
    QSet<QString> widgetHeaders; ///< names such as "QMainWindow"
    QSet<QString> headers;       ///< of the project: "src/core/incident.h"
};

/// Sentences, one for each broken rule: an include that points upward or sideways, a header of another
/// library where it may not stand, widgets below ui/, `using namespace` in a header, text for people in a
/// part that has none, Qt in the analysis, a header without `#pragma once`, a source file that does not include its own header first
/// (which proves that the header compiles alone).
QStringList brokenRules(const SourceFile& file, const Surroundings& surroundings);

/// The parts a part may include besides itself; nothing for an unknown part.
QStringList allowedParts(const QString& part);

} // namespace hk::house
