#pragma once

#include "core/incident_draft.h"
#include "core/local_time.h"

namespace hk::test {

inline QDateTime noon()
{
    return fromLocal(QDate(2024, 6, 1), QTime(12, 0))->utc;
}

/// A draft with the fields that are required, at Mölndals bro.
inline IncidentDraft goodDraft()
{
    IncidentDraft draft;
    draft.category = QStringLiteral("S2");
    draft.occurredFrom = noon().addSecs(-3600);
    draft.position = Sweref99{322123.0, 6394279.0};
    return draft;
}

inline ValidationResult check(const IncidentDraft& draft)
{
    return validate(draft, CategoryList::standard(), noon());
}

/// "code@field code@field", empty where the draft is right.
inline QString faults(const IncidentDraft& draft)
{
    const ValidationResult result = check(draft);
    QStringList all;
    if (!result)
        for (const Error& error : result.error())
            all.append(codeName(error.code) + QStringLiteral("@") + error.place.field);
    return all.join(u' ');
}

} // namespace hk::test
