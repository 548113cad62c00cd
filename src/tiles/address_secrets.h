#pragma once

#include <QString>

namespace hk::tiles {

/// An address in two: what may be kept and shown, and what of its query lets in whoever has it. A value.
struct AddressParts {
    QString address;
    QString secrets; ///< "apikey=…&token=…" as it was written; empty: none was seen
    friend bool operator==(const AddressParts&, const AddressParts&) = default;
};

/// Takes keys, tokens and passwords out of an address's query: what is named like one ("key", "api_key", "access-token", "pwd" …),
/// and long values of mixed letters and digits, whatever they are called. The rest stays as it is written, braces too.
AddressParts withoutSecrets(const QString& address);

/// The whole address again.
QString withSecrets(const QString& address, const QString& secrets);

} // namespace hk::tiles
