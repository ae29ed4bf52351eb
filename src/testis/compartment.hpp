// The three compartments of the committed germ line, on which hormones and injury act differently.
#pragma once

#include <cstddef>  // for size_t

namespace azoo::testis {

enum class Compartment { spermatogonium, spermatocyte, spermatid };
inline constexpr std::size_t compartments = 3;

}  // namespace azoo::testis
