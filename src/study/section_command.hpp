// `azoo section`: one recorded cross-section of a results folder as a picture file. Reads sections.csv and
// who is meant from animals.csv or participants.csv, seed and changed parameters from study.toml.
#pragma once

#include <filesystem>  // for path
#include <optional>    // for optional
#include <string>      // for string

namespace azoo::study {

struct SectionRequest {
  std::filesystem::path results;
  double day = 0.0;
  int tubule = 0;           // number in sections.csv
  std::string participant;  // man or animal; empty: the first whose sections of that day were kept
  int replicate = 0;
  double um_per_px = 0.25;
  bool name_stage = true;
  bool neighbours = true;
  std::filesystem::path out;  // ends in .png or .svg
};

struct SectionResult {
  std::string who;  // what is drawn, in words
  int width_px = 0;
  int height_px = 0;
};

// Micrometres a pixel at a magnification of a slide scanner: 0.25 at 400.
[[nodiscard]] double um_per_px_of(double magnification);

// Writes the picture. Throws InputError when something asked for is not there; the message lists what is.
SectionResult write_section(const SectionRequest& request);

}  // namespace azoo::study
