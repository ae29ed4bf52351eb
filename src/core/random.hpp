// Random numbers as a pure function of who asks. A stream is keyed by seed, replicate, participant
// and purpose; within it every number has an address (agent, step, draw). Thread count and visiting
// order therefore cannot change a result. Generator: Philox4x32-10 of Random123 (Salmon, Moraes,
// Dror & Shaw 2011, doi:10.1145/2063384.2063405).
#pragma once

#include <array>    // for array
#include <cstdint>  // for uint32_t

namespace azoo {

// Every purpose for which random numbers are drawn. Values are part of what makes a run repeatable:
// append, never reorder.
enum class Stream : std::uint32_t {
  known_answer_test = 0,
  candidate_characteristics = 1,
  candidate_matching = 2,
  screening_order = 3,
  allocation = 4,
  histology = 5,
  sheet_start = 6,
  sheet_stem_fate = 7,
  sheet_spreading = 8,
  sheet_survival = 9,
  sheet_release = 10,
  hormone_set_points = 11,
  product_manufacture = 12,
  product_delivery = 13,
  product_response = 14,
  assay = 15,
  semen_analysis = 16,
  biopsy = 17,
  adverse_events = 18,
  withdrawal = 19,
  visit_timing = 20,
  foci = 21,
  parameter_ensemble = 22,
  histology_picture = 23,
  animal_characteristics = 24,
  histology_sampling = 25,
  sperm_count = 26,
