// Feeds damaged input to what reads for docking until the time is over:
//   fuzz_docking structures|poses|restraints SECONDS [FIRST] [FILE ...]
// Every input follows from its number and the seeds; a fault prints the number, and FIRST begins there. Built
// with the sanitizers it finds what the tests cannot see. Seeds besides the files: structures, a pose table
// and restraints that the tests or this program make.
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>

#include "docking/pose_table.hpp"
#include "docking/restraints_file.hpp"
#include "docking_structures/made_structures.hpp"
#include "docking_structures/mutations.hpp"
#include "docking_structures/odd_seeds.hpp"

namespace azoo::docking {
namespace {

// What is wrong with how a text was read, empty when nothing is; `read`: it gave something, not a message.
using Fault = std::function<std::string(const std::string& text, made::Mutator& chance, bool& read)>;

struct Kind {
  std::vector<std::string> seeds;
  Fault fault;
};

std::string structure_fault(const std::string& text, made::Mutator& chance, bool& read) {
  StructureSelection selection;
  if (chance.below(8) == 0) selection.chains = {"A"};
  if (chance.below(8) == 0) selection.residues = {"A:2-4"};
  if (chance.below(8) == 0) selection.model = static_cast<int>(chance.below(3));
  selection.keep_buffer = chance.below(4) == 0;
  return made::fault_of(text, selection, read);
}

std::string pose_fault(const std::string& text, made::Mutator&, bool& read) {
  Problems problems;
  const auto table = parse_poses(text, "mutated.csv", problems);
  read = table.has_value();
  if (read == problems.any()) return "poses and a problem, or neither";
  if (!read) return "";
  if (table->poses.empty() || table->ranks.size() != table->poses.size())
    return "no poses, or not as many ranks";
  for (const Pose& pose : table->poses) {
    const Quaternion& q = pose.motion.rotation;
    const double length = q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z;
    if (!(std::abs(length - 1.0) < 1e-9)) return "a rotation that is none";
    if (!std::isfinite(pose.score) || !std::isfinite(azoo::docking::length(pose.motion.shift_A)))
      return "a number that is not finite";
  }
  return "";
}

std::string restraint_fault(const std::string& text, made::Mutator&, bool& read) {
  Problems problems;
  TomlValue table = parse_toml(text, "mutated.toml", problems);
  if (problems.any()) return "";
  const Restraints restraints = read_restraints(table, "mutated.toml", problems);
  read = !problems.any();
  if (!read) return "";
  for (const DistanceRestraint& distance : restraints.distances) {
    if (!(distance.min_A >= 0.0 && distance.max_A >= distance.min_A)) return "a distance that is no range";
    if (distance.receptor_residues.empty() || distance.ligand_residues.empty())
      return "a distance of nothing";
  }
  for (const SiteMask& mask : restraints.masks)
    for (const std::string& residues : mask.residues)
      if (!is_residue_range(residues)) return "residues that are none: " + residues;
  return "";
}

std::string pose_seed() {
  Poses poses;
  for (int k = 0; k < 12; ++k)
    poses.push_back(
        {{{0.5, 0.5, k % 2 == 0 ? 0.5 : -0.5, 0.5}, {1.5 * k, -3.0, 1e-3}}, -4.0 + k, {1, -2, 3, -4, 5, 6}});
  return poses_csv(poses, std::vector<Quality>(poses.size(), {0.4, 2.5, 7.0, 0.35, CapriClass::acceptable}));
}

constexpr const char* restraint_seed = R"([[mask]]
partner = "receptor"
effect = "attract"
residues = ["A:35", "A:40-52", "B:5-40A"]
[[distance]]
receptor_residues = ["A:35"]
ligand_residues = ["B:7", "B:9-11"]
min_A = 0
max_A = 8
[membrane]
centre_A = [0, 0, 0]
normal = [0, 0, 1]
half_thickness_A = 15.9
side = "outside"
)";

const std::map<std::string, Kind>& kinds() {
  static const std::map<std::string, Kind> all{{"structures", {made::odd_seeds(), structure_fault}},
                                               {"poses", {{pose_seed()}, pose_fault}},
                                               {"restraints", {{restraint_seed}, restraint_fault}}};
  return all;
}

int fuzz(Kind kind, const std::string& name, double seconds, std::uint64_t number) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point begin = Clock::now();
  const auto passed = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
  std::uint64_t inputs = 0, good = 0, slowest_number = 0;
  double slowest = 0.0, last_word = 0.0;
  for (; passed() < seconds; ++number, ++inputs) {
    if (passed() - last_word > 5.0) {
      last_word = passed();
      std::cerr << "input " << number << '\n';
    }
    made::Mutator mutator(kind.seeds, number);
    const std::string text = mutator.next();
    const double before = passed();
    bool read = false;
    const std::string fault = kind.fault(text, mutator, read);
    if (passed() - before > slowest) slowest = passed() - before, slowest_number = number;
    good += read ? 1 : 0;
    if (fault.empty()) continue;
    std::cout << "input " << number << ": " << fault << '\n';
    std::ofstream("fault_" + std::to_string(number), std::ios::binary) << text;
    return 1;
  }
  std::cout << inputs << " inputs in " << passed() << " s, " << good << " gave " << name
            << ", the others a message; slowest input " << slowest_number << ": " << slowest
            << " s; no fault\n";
  return 0;
}

}  // namespace
}  // namespace azoo::docking

int main(int count, char** words) {
  using namespace azoo::docking;
  const auto found = count > 2 ? kinds().find(words[1]) : kinds().end();
  if (found == kinds().end()) {
    std::cerr << "fuzz_docking structures|poses|restraints SECONDS [FIRST] [FILE ...]\n";
    return 2;
  }
  Kind kind = found->second;
  for (int i = 4; i < count; ++i) {
    std::ifstream file(words[i], std::ios::binary);
    kind.seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return fuzz(kind, found->first, std::atof(words[2]), count > 3 ? std::strtoull(words[3], nullptr, 10) : 0);
}
