// Spermatogenic waves on the measured tubules: formed from one phase and from none, counted as the measured
// ones are.
#include <array>
#include <cmath>
#include <vector>

#include "core/files.hpp"
#include "study/built_in_experiments.hpp"
#include "testis/wave_field.hpp"

namespace azoo::study {

namespace {

constexpr std::uint64_t replicates = 12;
constexpr std::uint64_t seed = 76;
constexpr std::array<const char*, 6> readings = {"mean", "sd", "number", "share_1", "share_2", "share_3"};
using Reading = std::array<double, readings.size()>;

Reading read(const testis::WaveField& field, const testis::Species& species) {
  std::vector<testis::PhaseLine> lines;
  std::vector<testis::Wave> waves;
  double length = 0.0;
  for (int piece = 0; piece < field.pieces(); ++piece) {
    lines.push_back(field.line(piece));
    length += lines.back().spacing_mm * static_cast<double>(lines.back().phases.size());
    for (const testis::Wave& wave : testis::count_waves(lines.back())) waves.push_back(wave);
  }
  const testis::WaveSummary summary = testis::summarise(waves, length);
  const std::vector<double> shares = testis::share_of_length(
      lines, species.stages, std::vector<testis::StageGroup>{{"I", "VI"}, {"VII", "VIII"}, {"IX", "XII"}});
  constexpr double percent = 100.0;
  return {summary.mean_mm,     summary.sd_mm,       static_cast<double>(summary.waves),
          percent * shares[0], percent * shares[1], percent * shares[2]};
}

Estimate mean_of(const std::vector<Reading>& all, std::size_t reading) {
  const auto n = static_cast<double>(all.size());
  double mean = 0.0;
  double squares = 0.0;
  for (const Reading& one : all) mean += one[reading] / n;
  for (const Reading& one : all) squares += (one[reading] - mean) * (one[reading] - mean);
  return {mean, std::sqrt(squares / (n - 1.0) / n)};
}

}  // namespace

std::filesystem::path measured_tubules(const ParameterSet& parameters) {
  return data_folder().parent_path() / parameters.text("tubule_skeleton.mouse.file");
}

Experiment wave_experiment(const ParameterSet& parameters, const std::filesystem::path& skeleton_file) {
  Experiment experiment;
  if (!std::filesystem::exists(skeleton_file)) return experiment;
  Problems problems;
  const testis::Skeleton skeleton = testis::read_skeleton(
      skeleton_file, parameters.value("tubule_skeleton.mouse.voxel_um", "um"), problems);
  problems.throw_if_any();
  const testis::Species species = testis::Species::from(parameters, "mouse");
  const testis::WaveKinetics kinetics = testis::WaveKinetics::from(parameters, "mouse");
  const std::vector<testis::TubulePiece> pieces = testis::pieces_of(skeleton);
  for (const bool random : {false, true}) {
    std::vector<Reading> all;
    for (std::uint64_t replicate = 0; replicate < replicates; ++replicate) {
      testis::WaveField field(kinetics, pieces, RandomStream({seed, replicate, 0, Stream::wave_start}));
      if (random) {
        field.start_random();
      } else {
        field.start_level();
      }
      field.advance(kinetics.formation_d);
      all.push_back(read(field, species));
    }
    const std::string start = random ? "waves.random." : "waves.uniform.";
    for (std::size_t r = 0; r < readings.size(); ++r) experiment[start + readings[r]] = mean_of(all, r);
  }
  return experiment;
}

}  // namespace azoo::study
