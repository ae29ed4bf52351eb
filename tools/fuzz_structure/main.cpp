// Feeds damaged structures to the readers until the time is over: fuzz_structure SECONDS [FIRST] [FILE ...].
// Every input follows from its number and the seeds; a fault prints the number, and FIRST begins there. Built
// with the sanitizers it finds what the tests cannot see. Seeds besides the files: structures that the tests
// make.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "docking_structures/made_structures.hpp"
#include "docking_structures/mutations.hpp"
#include "docking_structures/odd_seeds.hpp"

int main(int count, char** words) {
  using namespace azoo::docking;
  using Clock = std::chrono::steady_clock;
  if (count < 2) {
    std::cerr << "fuzz_structure SECONDS [FIRST] [FILE ...]\n";
    return 2;
  }
  const double seconds = std::atof(words[1]);
  std::uint64_t number = count > 2 ? std::strtoull(words[2], nullptr, 10) : 0;
  std::vector<std::string> seeds = made::odd_seeds();
  for (int i = 3; i < count; ++i) {
    std::ifstream file(words[i], std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  const Clock::time_point begin = Clock::now();
  const auto passed = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
  std::uint64_t inputs = 0;
  std::uint64_t structures = 0;
  double slowest = 0.0;
  std::uint64_t slowest_number = 0;
  double last_word = 0.0;
  for (; passed() < seconds; ++number, ++inputs) {
    if (passed() - last_word > 5.0) {
      last_word = passed();
      std::cerr << "input " << number << '\n';
    }
    made::Mutator mutator(seeds, number);
    const std::string text = mutator.next();
    StructureSelection selection;
    if (mutator.below(8) == 0) selection.chains = {"A"};
    if (mutator.below(8) == 0) selection.residues = {"A:2-4"};
    if (mutator.below(8) == 0) selection.model = static_cast<int>(mutator.below(3));
    selection.keep_buffer = mutator.below(4) == 0;
    const double before = passed();
    bool read = false;
    const std::string fault = made::fault_of(text, selection, read);
    if (passed() - before > slowest) {
      slowest = passed() - before;
      slowest_number = number;
    }
    structures += read ? 1 : 0;
    if (!fault.empty()) {
      std::cout << "input " << number << ": " << fault << '\n';
      std::ofstream("fault_" + std::to_string(number), std::ios::binary) << text;
      return 1;
    }
  }
  std::cout << inputs << " inputs in " << passed() << " s, " << structures
            << " gave a structure, the others a message; slowest input " << slowest_number << ": " << slowest
            << " s; no fault\n";
  return 0;
}
