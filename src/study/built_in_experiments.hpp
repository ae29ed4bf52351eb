// Experiments of the scoreboard that are made on the tissue itself, not on animals: clones of labelled stem
// cells, and waves on measured tubules.
#pragma once

#include <filesystem>  // for path
#include <map>         // for map
#include <string>      // for string

#include "core/parameters.hpp"          // for ParameterSet
#include "study/target_statistics.hpp"  // for Estimate

namespace azoo::study {

// By the name of the read-out in the table of targets; the error is that of the mean over replicates.
using Experiment = std::map<std::string, Estimate>;

// "clones.replacement_d": GFRa1+ cells over their losses a day. "clones.collapse_p": Kolmogorov-Smirnov p of
// the sizes of labelled clones at 30 and 90 d, each over its mean, undifferentiated cells counted; median.
[[nodiscard]] Experiment clone_experiment(const ParameterSet& parameters, unsigned threads);

// "waves.START.mean", ".sd", ".number", ".share_1" (I-VI, %), ".share_2" (VII-VIII), ".share_3" (IX-XII) for
// START uniform and random, after formation on the measured tubules. Empty when the file is not there.
[[nodiscard]] Experiment wave_experiment(const ParameterSet& parameters,
                                         const std::filesystem::path& skeleton);

// The measured tubules beside the project: text tubule_skeleton.mouse.file, relative to the project's folder.
[[nodiscard]] std::filesystem::path measured_tubules(const ParameterSet& parameters);

}  // namespace azoo::study
