# Field libraries, all Debian 12 packages; the list of packages stands in packages.txt.
find_package(fmt REQUIRED)
find_package(TBB REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Eigen3 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS SSL Crypto)
find_package(SUNDIALS REQUIRED COMPONENTS arkode cvode nvecserial sunmatrixdense sunlinsoldense)
# Header only: Boost.Math, Random123, toml++, nlohmann-json, CLI11, gemmi (which reads with PEGTL). Found on the include path.
foreach(header boost/math/distributions/students_t.hpp Random123/philox.h toml++/toml.h nlohmann/json.hpp CLI/CLI.hpp
    gemmi/model.hpp tao/pegtl.hpp)
  string(MAKE_C_IDENTIFIER "have_${header}" variable)
  find_path(${variable} ${header} REQUIRED)
endforeach()
# Pictures as PNG. The paths of the headers go to the one file that needs them.
find_package(PkgConfig REQUIRED)
pkg_check_modules(AZOO_RSVG REQUIRED librsvg-2.0 cairo)
pkg_check_modules(AZOO_HTTPLIB REQUIRED cpp-httplib)
pkg_check_modules(AZOO_FFTW REQUIRED IMPORTED_TARGET fftw3f)
set(AZOO_RSVG_OPTIONS "")
foreach(folder ${AZOO_RSVG_INCLUDE_DIRS})
  list(APPEND AZOO_RSVG_OPTIONS "-isystem${folder}")
endforeach()
set(AZOO_DEPENDENCIES fmt::fmt TBB::tbb OpenSSL::SSL OpenSSL::Crypto SQLite::SQLite3 ZLIB::ZLIB PkgConfig::AZOO_FFTW
  Eigen3::Eigen SUNDIALS::arkode SUNDIALS::cvode SUNDIALS::nvecserial SUNDIALS::sunmatrixdense SUNDIALS::sunlinsoldense
  ${AZOO_RSVG_LINK_LIBRARIES} ${AZOO_HTTPLIB_LINK_LIBRARIES})
