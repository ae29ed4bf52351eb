// An animal study as its file states it: which animals, groups, treatments and days of sacrifice, how the
// testes are simulated and how the laboratory looks at them. Filled by the study reader; names equal the keys
// of the study file. Days count from the first day of the study = day 0.
#pragma once

#include <cstdint>  // for uint64_t
#include <string>   // for string
#include <vector>   // for vector

namespace azoo::animal {

// [[group.insult]]
struct InsultPlan {
  std::string agent;  // "busulfan"
  double day = 0.0;   // of the first dose
  double dose = 0.0;  // each, in the agent's unit
  int doses = 1;
  double interval_d = 0.0;
  std::string borrow_from = {};  // species whose numbers stand in; empty: the agent's own for this species
};

// [[group]]
struct Group {
  std::string name;
  int animals = 0;                  // per day of sacrifice
  std::vector<double> sacrifice_d;  // ascending
  std::vector<InsultPlan> insults;
};

// [testis]
struct TestisPlan {
  bool whole = false;
  int sample = 0;               // simulated sites a testis, unless whole
  int segments = 0;             // pieces of tubule into which they are cut; of a whole testis its tubules
  std::string testes = "both";  // both | left
  double step_d = 1.0;
  double settling_d = 0.0;
  std::string start = "settled";
  std::string skeleton = {};  // file beside the study; empty: straight tubules
  double voxel_um = 0.0;      // edge of the skeleton's voxels
};

// [histology]
struct HistologyPlan {
  int cross_sections = 30;          // scored per testis
  double counting_error_cv = 0.1;   // of the count of one class of cells in one section
  std::string correction = "none";  // none | abercrombie
  int keep_sections = 1;            // animals per group and day whose sections are kept
};

struct Design {
  std::string name;
  std::string title;
  std::string question;
  std::vector<std::string> evidence;
  std::uint64_t seed = 0;
  std::string species;
  double ejaculation_interval_d = 0.0;  // 0: never
  TestisPlan testis;
  std::vector<Group> groups;
  HistologyPlan histology;
  std::vector<std::string> readouts;  // as asked for: keys and families
  std::string control;                // group that the others are compared with; empty: none
  double checkpoint_every_d = 0.0;    // of an animal on its way; 0: only when it is stopped on its way
};

}  // namespace azoo::animal
