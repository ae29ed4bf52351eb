// Runs a screen from its study file to a finished results folder: read, check, dock pair by pair with a
// checkpoint after each, put the matrix together. See run_study.hpp for what may be thrown. What docks a
// pair, calibrates it and writes its files can be replaced.
#pragma once

#include <filesystem>   // for path
#include <functional>   // for function
#include <string_view>  // for string_view

#include "core/parallel.hpp"      // for StopFlag
#include "core/parameters.hpp"    // for ParameterSet
#include "core/problem.hpp"       // for Problems
#include "docking/dock.hpp"       // for DockOptions, DockProgress, DockResult
#include "docking/structure.hpp"  // for Structure
#include "screen/matrix.hpp"      // for ChanceFunction
#include "study/run_request.hpp"  // for RunRequest, RunSummary

namespace azoo::study {

struct ScreenTools {
  // As docking::dock.
  std::function<docking::DockResult(
      const docking::Structure& receptor, const docking::Structure& ligand, const ParameterSet& parameters,
      const docking::DockOptions& options, Problems& problems,
      const std::function<void(const docking::DockProgress&)>& progress, const StopFlag* stop)>
      dock;
  // The calibration for these; empty when there is none.
  std::function<screen::ChanceFunction(std::string_view preset, std::string_view weights, Problems& problems)>
      chance;
  // Tables and best models of a pair, into a folder that is there.
  std::function<void(const std::filesystem::path& folder, const docking::Structure& receptor,
                     const docking::Structure& ligand, const docking::DockResult& result, std::size_t models)>
      write_pair;
};

// The program's own.
[[nodiscard]] ScreenTools screen_tools();

// Structures that are not here are not fetched, but told of.
void check_screen(const RunRequest& request);
[[nodiscard]] RunSummary run_screen(const RunRequest& request);
[[nodiscard]] RunSummary run_screen(const RunRequest& request, const ScreenTools& tools);

}  // namespace azoo::study
