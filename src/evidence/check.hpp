// Whether the record holds what its schemas say. Every fault is told with file, line, field, what was found
// and what is expected. The parts can be called alone; check_record calls them all.
#pragma once

#include <filesystem>  // for path

#include "core/problem.hpp"     // for Problems
#include "evidence/record.hpp"  // for Record

namespace azoo::evidence {

// Each cell by itself: type, range, words, names, keys, patterns, lists.
void check_fields(const Record& record, Problems& problems);
// Each row by itself: fields that need each other, order of numbers, the paper of its file and id.
void check_rows(const Record& record, Problems& problems);
// Ids: unique in the whole record, no gap in their running numbers.
void check_ids(const Record& record, Problems& problems);
// Rows that belong together: arrows and experiments, conflicts and their sides, works and DOIs.
void check_links(const Record& record, Problems& problems);
// The words of normalised fields and their other names.
void check_words(const Record& record, Problems& problems);
// As many rows as were counted in the papers; names the absent numbers.
void check_manifest(const Record& record, Problems& problems);

void check_record(const Record& record, Problems& problems);

// Loads and checks; the record as loaded.
Record check_folder(const std::filesystem::path& folder, Problems& problems);

}  // namespace azoo::evidence
