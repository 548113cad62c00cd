#pragma once

#include "exchange/import_guess.h"
#include "exchange/import_plan.h"
#include "store/incident_store.h"

namespace hk::workspace {

/// The plans that lie in the incident file, by name. They lie there, and not with the workstation, because the partner whose
/// files they read is the municipality's and not the desk's: a colleague at another desk gets the same.
Result<std::vector<exchange::ImportPlan>> importPlans(const store::IncidentStore& store);
/// In place of one of the same name.
Result<void> saveImportPlan(store::IncidentStore& store, const exchange::ImportPlan& plan);

/// The mapping with a category for each value of the category's column that is likely to mean one, and none for a value that
/// the mapping names already. Reads the whole input. Errors as ImportReader's.
Result<exchange::ImportMapping> withGuessedCategories(exchange::ImportMapping mapping, const exchange::ImportFile& file,
                                                      const CategoryList& categories);

} // namespace hk::workspace
