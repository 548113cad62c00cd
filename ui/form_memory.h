#pragma once

#include "ui/incident_fields.h"

namespace hk::ui {

/// What stands in the form, as JSON: for the draft and for templates in the file. Times stay as they were typed.
QByteArray formToJson(const IncidentFields::Typed& typed);

/// Nothing where it is no such JSON. What is missing is empty.
std::optional<IncidentFields::Typed> formFromJson(const QByteArray& json);

/// The form of a change of an incident, with that of the new one that waits for it to be done.
QByteArray withKept(const QByteArray& form, const QByteArray& kept);
QByteArray keptOf(const QByteArray& form); ///< empty where none

} // namespace hk::ui
