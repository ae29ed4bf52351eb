// Weight and width of a testis out of its cells.
#include "body/tissue_volumes.hpp"

#include <cmath>

#include "core/number_text.hpp"
#include "core/toml_value.hpp"
#include "small_study.hpp"

namespace azoo::body {
namespace {

TissueVolumes volumes(const ByClass<double>& normal) {
  return {animal::shipped_parameters(), animal::species("mouse"), normal};
}

ByClass<double> content() {
  ByClass<double> cells{};
  cells[index_of(CellClass::pachytene)] = 2.5;
  cells[index_of(CellClass::round_spermatid)] = 8.0;
  cells[index_of(CellClass::elongated_spermatid)] = 7.0;
  return cells;
}

TEST(TissueVolumes, of_a_normal_testis_are_those_of_the_species) {
  const testis::Species mouse = animal::species("mouse");
  const TissueVolumes tissue = volumes(content());
  EXPECT_DOUBLE_EQ(tissue.testis_weight_g(content(), 1.0),
                   mouse.testis_volume_mL * mouse.testis_density_g_per_mL);
  EXPECT_DOUBLE_EQ(tissue.tubule_diameter_um(content()), mouse.geometry.tubule_diameter_um);
  EXPECT_DOUBLE_EQ(tissue.testis_weight_g(content(), 1.2), 1.2 * tissue.testis_weight_g(content(), 1.0));
}

// Of the data: interstitium 0.10, lumen 0.12, Sertoli cell 4500 um3. Germ cells of content():
// 2.5 x 1300 + 8 x 450 + 7 x 250 = 8600 um3.
TEST(TissueVolumes, of_a_testis_without_germ_cells_keep_interstitium_lumen_and_sertoli_cells) {
  const TissueVolumes tissue = volumes(content());
  const double tubule = 0.12 + 0.88 * 4500.0 / (4500.0 + 8600.0);
  const double normal = tissue.testis_weight_g(content(), 1.0);
  EXPECT_NEAR(tissue.testis_weight_g({}, 1.0) / normal, 0.10 + 0.90 * tubule, 1e-12);
  EXPECT_NEAR(tissue.tubule_diameter_um({}) / tissue.tubule_diameter_um(content()), std::sqrt(tubule), 1e-12);
}

TEST(TissueVolumes, follow_the_volumes_of_cells_by_their_ratios_only) {
  Problems problems;
  ParameterSet twice = animal::shipped_parameters();
  std::string text = "animal_histology.tissue.sertoli_volume_um3 = 9000\n[animal_histology.class]\n";
  for (const std::string& name : cell_class_names()) {
    const double volume = twice.value("animal_histology.class." + name + ".volume_um3", "um3");
    text += name + ".volume_um3 = " + std::to_string(2.0 * volume) + "\n";
  }
  TomlValue table = parse_toml(text, "test", problems);
  twice.override_from(table, problems);
  ASSERT_FALSE(problems.any()) << to_text(problems.list().front());
  const TissueVolumes doubled(twice, animal::species("mouse"), content());
  EXPECT_NEAR(doubled.testis_weight_g({}, 1.0), volumes(content()).testis_weight_g({}, 1.0), 1e-12);
}

TEST(CellClasses, are_known_of_every_type_of_every_species) {
  for (const char* name : {"mouse", "rat", "golden_hamster", "guinea_pig", "rabbit", "human"}) {
    const testis::Species species = animal::species(name);
    const CellClasses classes = CellClasses::from(animal::shipped_parameters(), species);
    for (std::size_t t = 0; t < species.germ_cells.size(); ++t) {
      const std::string word =
          animal::shipped_parameters().text("animal_histology.cell." + species.germ_cells[t].name + ".class");
      EXPECT_FALSE(word.empty()) << name << " " << species.germ_cells[t].name;
      EXPECT_EQ(cell_class_names()[index_of(classes.of(static_cast<int>(t)))], word);
    }
    double sum_d = 0.0;
    for (const double duration_d : classes.duration_d()) sum_d += duration_d;
    EXPECT_NEAR(sum_d, species.development_d(), 1e-9) << name;
  }
}

}  // namespace
}  // namespace azoo::body
