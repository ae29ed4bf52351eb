#include <cstdio>

#include "azoo/commands.hpp"
#include "study/section_command.hpp"

namespace azoo::app {

int section_command(const Arguments& arguments) {
  study::SectionRequest request;
  request.results = arguments.input;
  request.day = arguments.day;
  request.tubule = arguments.tubule;
  request.participant = arguments.participant;
  request.replicate = arguments.replicate;
  if (arguments.magnification > 0.0) request.um_per_px = study::um_per_px_of(arguments.magnification);
  if (arguments.um_per_px != 0.0) request.um_per_px = arguments.um_per_px;
  request.name_stage = !arguments.blind;
  request.neighbours = !arguments.alone;
  request.out = arguments.out;
  const study::SectionResult result = study::write_section(request);
  if (!arguments.quiet) {
    std::printf("%s: %s, %d x %d pixels\n", arguments.out.c_str(), result.who.c_str(), result.width_px,
                result.height_px);
  }
  return 0;
}

}  // namespace azoo::app
