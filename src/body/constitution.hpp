// What one man is made of before anything is done to him: drawn by a trial from its population, or set
// by hand. Constitutional causes are properties of the sites, not of their environment.
#pragma once

#include <array>   // for array
#include <string>  // for string
#include <vector>  // for vector

#include "endocrine/set_points.hpp"  // for SetPoints

namespace azoo::body {

enum class TubuleKind { active, sertoli_only, sclerosed };

// Why active tubules make no sperm.
enum class Arrest { none, constitutional, environmental };

struct Constitution {
  std::string aetiology;
  std::string histology;
  double age_y = 0.0;
  bool secondary_infertility = false;  // has fathered a child
  double testis_volume_mL = 0.0;       // mean of both sides
  double sertoli_number_factor = 1.0;  // Sertoli cells before any loss, relative to the typical man
  double leydig_capacity = 1.0;        // relative to the typical healthy man
  std::array<std::vector<TubuleKind>, 2> tubules;  // the sampled segments of the left and the right testis
  Arrest arrest = Arrest::none;
  std::string arrest_type;  // germ-cell type that is not passed; empty without arrest
  bool inflamed = false;
  double survival_factor = 1.0;      // of every germ-cell transition, constitutional
  double stem_density_factor = 1.0;  // stem cells at the start, relative to a healthy segment
  std::array<int, 2> foci{};         // foci of complete spermatogenesis in each whole testis
  endocrine::SetPoints set_points;
};

// Share of the sampled tubules of both testes that are active.
[[nodiscard]] double active_tubule_fraction(const Constitution& man);

// A healthy typical man: all tubules active, every factor 1.
[[nodiscard]] Constitution healthy_man(int segments_per_testis);

}  // namespace azoo::body
