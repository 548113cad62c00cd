#pragma once

#include "cli/arguments.h"
#include "methods/method_result.h"
#include "methods/study_input.h"

namespace hk::cli {

/// The options of a command whose INPUT is an incident file or plain points: the filter, --x --y --weight
/// --crs, and who signs in the log.
void addInputOptions(Arguments& given);
/// --date, for methods that need times.
void addDateOption(Arguments& given);

/// --area, for methods with a study area; without it the answer of readStudyArea is empty.
void addAreaOption(Arguments& given);
Result<std::vector<analysis::Polygon>> readStudyArea(const Arguments& given, const QString& crs);

/// The CRS of plain points and of the result: metres, so that a cell and a distance are what they are called.
/// Wrong usage for degrees or feet.
Result<QString> projectedCrs(const Arguments& given);

/// What the first argument holds: the filtered rows of an incident file (moved into --crs), or plain points
/// of a CSV or layer, where the filter options and columns must fit the kind of file.
Result<methods::StudyInput> readStudyInput(const Arguments& given);

/// --json prints everything the method found; otherwise its sentences, warnings and remarks.
void printResult(const methods::MethodResult& result, bool json);

/// Whether --out may be written: not over one of the files read, nor over an incident file.
Result<void> mayWrite(const Arguments& given);

/// Writes --out where given (a .csv the table of that key; empty: the first), of an incident file after the log has been told,
/// and says on standard output what was found. Answers with the exit code.
int finishStudy(const Arguments& given, const Result<methods::MethodResultPtr>& result, const methods::StudyInput& input,
                const QString& csvTable = {});

} // namespace hk::cli
