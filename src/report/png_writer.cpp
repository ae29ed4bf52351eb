#include "report/png_writer.hpp"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <memory>     // for unique_ptr
#include <stdexcept>  // for runtime_error

namespace azoo::report {

namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

struct HandleEnd {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};

cairo_status_t append_bytes(void* out, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

[[noreturn]] void fail(GError* error, const char* what) {
  std::string message = what;
  if (error != nullptr) {
    message += std::string(": ") + error->message;
    g_error_free(error);
  }
  throw std::runtime_error(message);
}

}  // namespace

std::string png_from_svg(std::string_view svg, int width_px, int height_px) {
  GError* error = nullptr;
  const std::unique_ptr<RsvgHandle, HandleEnd> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  if (!handle) fail(error, "the picture is no SVG that librsvg reads");
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_px, height_px),
                        cairo_surface_destroy);
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    fail(nullptr, "cairo cannot make a picture of that size");
  }
  const Context context(cairo_create(surface.get()), cairo_destroy);
  cairo_set_source_rgb(context.get(), 1.0, 1.0, 1.0);
  cairo_paint(context.get());
  const RsvgRectangle page{0.0, 0.0, static_cast<double>(width_px), static_cast<double>(height_px)};
  if (rsvg_handle_render_document(handle.get(), context.get(), &page, &error) == FALSE) {
    fail(error, "librsvg cannot draw the picture");
  }
  std::string png;
  if (cairo_surface_write_to_png_stream(surface.get(), append_bytes, &png) != CAIRO_STATUS_SUCCESS) {
    fail(nullptr, "cairo cannot write the picture");
  }
  return png;
}

}  // namespace azoo::report
